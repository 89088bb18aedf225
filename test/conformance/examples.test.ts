import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { bundledSchema, catalogue } from '../../server/engine/schema/catalogue'
import { describeShared } from './cases'

const files = globSync('../shared/schemas/*/examples/*.csv').toSorted()

/** Files that their authors call valid, and that their own schema refuses. */
const refused: Readonly<Record<string, readonly string[]>> = {
  // Of versions before the column became required.
  'cnigfr-friches/annexes_schema__231020_v1.0.3_fichier-valide.csv': ['missing-label'],
  'cnigfr-friches/annexes_schema__fichier-valide_240322.csv': ['missing-label'],
}

/** What is surely wrong in the files that their authors call invalid. */
const faulty: Readonly<Record<string, readonly string[]>> = {
  'etalab-comptage-mobilites-channel/channel__exemple-invalide.csv': ['pattern', 'primary-key', 'required'],
  'etalab-stationnement/exemple-invalide.csv': ['enum', 'pattern'],
  // Besides a telephone number, its fault is to have columns that the schema does not know.
  'openmaraude-stationstaxi/exemple-non-valide.csv': ['extra-label'],
  'scdl-subventions/exemples__exemple_invalide_erreurs_cellules.csv': [
    'enum',
    'maximum',
    'pattern',
    'required',
    'type-error',
  ],
}

describeShared('the examples of the bundled schemas', () => {
  const examples = files.flatMap(file => {
    const name = file.split('/').slice(-3).join('/').replace('/examples/', '/')
    const schema = catalogue.find(({ id }) => folderOf(id) === name.split('/')[0])
    return schema ? [{ file, name, id: schema.id }] : []
  })

  it('are there', () => assert.equal(examples.length, 21))

  for (const { file, name, id } of examples) {
    const faults = faulty[name]
    const errors = refused[name] ?? []
    it(`${name} has ${(faults ?? errors).join(', ') || 'no error'} under ${id}`, () => {
      const schema = bundledSchema(id)!
      const dataset = openDataset(readFileSync(file), { schema: { schema, source: 'flag' } })
      const found = [...lint(dataset, { onlySchema: true })]
      if (faults)
        for (const fault of faults)
          assert.ok(
            found.some(({ rule }) => rule === fault),
            fault,
          )
      else {
        const rules = found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
        assert.deepEqual(rules, errors)
      }
    })

    it(`${name} is recognised as ${id}`, () => assert.equal(openDataset(readFileSync(file)).applied?.schema.id, id))
  }
})

describeShared('the examples of schemas that are not bundled', () => {
  /** Those that a bundled schema fits as well, and why that is right. */
  const fitting: Readonly<Record<string, { readonly id: string; readonly why: string }>> = {
    'mtes-mct-acceslibre-erp-etablissement-scolaire': {
      id: 'MTES-MCT/acceslibre-erp-base',
      why: 'all its fields are fields of the base, of the same types',
    },
    'mtes-mct-acceslibre-erp-hebergement': {
      id: 'MTES-MCT/acceslibre-erp-base',
      why: 'all its fields are fields of the base, of the same types',
    },
  }
  const bundled = new Set(catalogue.map(({ id }) => folderOf(id)))
  const examples = files.filter(file => !bundled.has(file.split('/').at(-3)!))

  it('are there', () => assert.equal(examples.length, 6))

  for (const file of examples) {
    const folder = file.split('/').at(-3)!
    const { id, why } = fitting[folder] ?? {}
    it(`${file.split('/').at(-1)} of ${folder} has ${id === undefined ? 'none' : `${id}: ${why}`}`, () => {
      const dataset = openDataset(readFileSync(file))
      assert.equal(dataset.applied?.schema.id, id)
      const errors = [...lint(dataset, { onlySchema: true })].filter(({ severity }) => severity === 'error')
      if (id !== undefined) assert.deepEqual(errors, [])
    })
  }

  for (const [folder, { id }] of Object.entries(fitting))
    it(`${folder} is a part of ${id}`, () => {
      const descriptor = JSON.parse(readFileSync(`../shared/schemas/${folder}/schema.json`, 'utf8'))
      const base = new Map(bundledSchema(id)!.fields.map(field => [field.name, field]))
      const strange = descriptor.fields.filter(
        ({ name, type }: { name: string; type: string }) => base.get(name)?.type !== type,
      )
      assert.deepEqual(strange, [])
    })
})

describeShared('the fifteen situations', () => {
  const { situations } = JSON.parse(readFileSync('../shared/reference/situations.json', 'utf8'))
  // The national model is JSON and XML; its table is another repository's.
  const elsewhere: Readonly<Record<string, string>> = {
    '139bercy/format-commande-publique': 'ColinMaudry/decp-table-schema',
  }
  // Where there is no national schema, ours.
  const ours: Readonly<Record<string, string>> = {
    S2: 'vigie/indicateurs',
    S6: 'vigie/indicateurs',
    S8: 'vigie/resultats-election-bureau',
    S11: 'vigie/demandes-habitants',
    S12: 'vigie/indicateurs',
    S14: 'vigie/consommation-energie-batiment',
    S15: 'vigie/consultation',
  }

  // A register of processing is no open data: it has no schema.
  for (const { id, schemas } of situations)
    if (id !== 'S9')
      it(`${id} finds a schema`, () => {
        const named: string[] = schemas.flatMap((schema: { readonly id?: string }) => schema.id ?? [])
        const found = named.length > 0 ? named.map(name => elsewhere[name] ?? name) : [ours[id]!]
        for (const name of found) assert.ok(bundledSchema(name), name)
      })
})

function folderOf(id: string): string {
  return id.toLowerCase().replace('/schema-', '-').replace('/', '-')
}
