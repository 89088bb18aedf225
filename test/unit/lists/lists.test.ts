import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { readLists } from '../../../server/engine/lists/lists'
import { NameIndex } from '../../../server/engine/lists/name-index'
import type { Commune } from '../../../server/engine/model/lists'
import { newPlaceKey } from '../../../server/engine/model/place-name'
import { putIn } from '../../../server/engine/model/put-in'
import { readSchema } from '../../../server/engine/schema/table-schema'
import { officialLists } from './official-lists'

interface Row {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly departement: string
  readonly siren?: string
  readonly codesPostaux?: readonly string[]
  readonly anciensCodes?: readonly string[]
  readonly chefLieu?: string
  readonly commune?: string
}

const source = (name: string) =>
  JSON.parse(readFileSync(`node_modules/@etalab/decoupage-administratif/data/${name}.json`, 'utf8'))
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the packed lists', () => {
  const lists = officialLists()
  const communes: readonly Row[] = source('communes')
  const current = communes.filter(({ type }) => type === 'commune-actuelle')

  it('say their year', () => assert.equal(lists.year, 2026))

  it('are small in the package', () => {
    const packed = readFileSync('dist/lists.bin')
    assert.ok(deflateRawSync(packed).length < 400_000, `${deflateRawSync(packed).length} bytes of ${packed.length}`)
    assert.ok(statSync('dist/lists.bin').size > 500_000)
  })

  it('find a name however it is spelt, as a look at all of them does', () => {
    const names = communes.map(({ nom }) => nom)
    const index = new NameIndex(names)
    const byKey = new Map<string, number[]>()
    for (const [place, name] of names.entries()) putIn(byKey, newPlaceKey(name), place)
    const spellings: readonly ((name: string) => string)[] = [
      name => name,
      name => name.toUpperCase().normalize('NFD'),
      name => ` ${name.replaceAll('-', ' ').replaceAll('Sainte', 'Ste').replaceAll('Saint', 'St')} Cedex 2`,
    ]
    for (const [place, name] of names.entries()) {
      if (place % 7 !== 0) continue
      const spelt = spellings[place % spellings.length]!(name)
      assert.deepEqual(index.named(spelt), byKey.get(newPlaceKey(spelt)) ?? [], spelt)
    }
    for (const name of ['', 'S', 'St', 'X', 'Nulle-Part-lès-Rien']) assert.deepEqual(index.named(name), [], name)
    assert.deepEqual(new NameIndex(['Vieux St', 'Y', 'Ste']).named('vieux saint'), [0])
    assert.deepEqual(new NameIndex(['Vieux St', 'Y', 'Ste']).named('SAINTE'), [2])
  })

  it('give every commune as the source has it', () => {
    assert.ok(current.length > 34_000)
    const groupOf = new Map<string, string>(
      source('epci').flatMap(({ code, membres }: { code: string; membres: Row[] }) =>
        membres.map(it => [it.code, code]),
      ),
    )
    for (const { code, nom, departement, siren, codesPostaux = [], anciensCodes = [] } of current) {
      assert.deepEqual(lists.commune(code), {
        code,
        kind: 'current',
        name: nom,
        current: code,
        postalCodes: codesPostaux,
        department: departement,
      })
      // Told of one in eight: what a person asks is worked out each time.
      if (Number.parseInt(code, 16) % 8 !== 0 && siren?.startsWith('21')) continue
      const sheet = lists.sheet(code)!
      assert.equal(sheet.siren, siren)
      if (siren && code.endsWith('8')) assert.equal(lists.communeOfSiren(siren)?.code, code)
      assert.equal(sheet.group?.siren, groupOf.get(code))
      assert.deepEqual(sheet.formerCodes.toSorted(), anciensCodes.toSorted())
    }
  })

  it('lead from every former code to the commune of today', () => {
    for (const { code, anciensCodes = [] } of current)
      for (const old of anciensCodes) {
        const found = lists.commune(old)!
        assert.notEqual(found.kind, 'current')
        // Where the source lists a part under another commune than the one it names as its own, the latter counts.
        if (found.kind === 'former') assert.equal(found.current, code)
      }
  })

  it('know the parts of communes and the arrondissements of the three cities', () => {
    for (const { code, nom, type, chefLieu, commune, codesPostaux } of communes) {
      if (type === 'commune-deleguee' || type === 'commune-associee') {
        const part = lists.communePart(code)!
        assert.deepEqual([part.name, part.current], [nom, chefLieu])
        assert.equal(part.kind, type === 'commune-deleguee' ? 'delegated' : 'associated')
      } else if (type === 'arrondissement-municipal') {
        const found = lists.commune(code)!
        assert.deepEqual([found.kind, found.name, found.current], ['arrondissement', nom, commune])
        assert.deepEqual(found.postalCodes, codesPostaux)
      }
    }
  })

  it('know a code by its bytes', () => {
    const kind = (text: string) => lists.communeKind(bytesOf(`;${text};`), 1, 1 + text.length)
    const known = new Set(communes.flatMap(({ code, anciensCodes = [] }) => [code, ...anciensCodes]))
    for (let number = 0; number < 99_999; number += 7) {
      const code = String(number).padStart(5, '0')
      assert.equal(kind(code) !== undefined, known.has(code), code)
    }
    assert.deepEqual(
      ['2A004', '2B033', '2a004', '1A004', '3523', '352380', '35 38', '75056', '75101', '01015', '78524'].map(kind),
      [
        'current',
        'current',
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        'current',
        'arrondissement',
        'current',
        lists.commune('78524')?.kind,
      ],
    )
  })

  it('know postal codes by their bytes, and whom they serve', () => {
    const isCode = (text: string) => lists.isPostalCode(bytesOf(text), 0, text.length)
    const known = new Set(communes.flatMap(({ codesPostaux = [] }) => codesPostaux))
    for (let number = 0; number < 99_999; number++) {
      const code = String(number).padStart(5, '0')
      assert.equal(isCode(code), known.has(code), code)
    }
    assert.deepEqual(
      lists.communesServedBy('35510').map(({ name }) => name),
      ['Cesson-Sévigné'],
    )
    assert.deepEqual(
      lists.communesServedBy('75012').map(({ code }) => code),
      ['75056', '75112'],
    )
    assert.deepEqual(lists.communesServedBy('35001'), [])
  })

  it('find a name however it is spelt', () => {
    assert.deepEqual(codesOf(lists.communesNamed('CESSON SEVIGNE')), ['35051'])
    assert.deepEqual(codesOf(lists.communesNamed('St Jacques de la Lande')), ['35281'])
    assert.deepEqual(codesOf(lists.communesNamed("L'Abergement Clemenciat")), ['01001'])
    assert.deepEqual(codesOf(lists.communesNamed('Rennes Cedex 7')), ['35238'])
    assert.deepEqual(codesOf(lists.communesNamed('Rennes-le-Nulle-Part')), [])
    assert.ok(
      codesOf(lists.communesNamed('Saint-Denis')).includes('93066') &&
        codesOf(lists.communesNamed('Saint-Denis')).includes('97411'),
    )
  })

  it('list what begins so', () => {
    assert.deepEqual(codesOf(lists.communesBeginning('3523', 3)), ['35230', '35231', '35232'])
    assert.deepEqual(codesOf(lists.communesBeginning('cesson sev', 5)), ['35051'])
    assert.equal(codesOf(lists.communesBeginning('saint', 20)).length, 20)
  })

  it('know départements, régions and intercommunalities', () => {
    assert.deepEqual(lists.department('2A'), { code: '2A', name: 'Corse-du-Sud', region: '94' })
    assert.deepEqual(lists.region('53'), { code: '53', name: 'Bretagne' })
    assert.equal(lists.departments().length, 109)
    assert.deepEqual(lists.group('243500139'), {
      siren: '243500139',
      kind: 'METRO',
      name: 'Rennes Métropole',
      members: 43,
    })
    for (const { code, nom, membres } of source('epci')) {
      assert.equal(lists.group(code)?.name, nom)
      assert.equal(lists.group(code)?.members, membres.length)
    }
  })

  it('are no lists when the bytes are others', () => {
    assert.equal(readLists(bytesOf('PK')), undefined)
    assert.equal(readLists(bytesOf('')), undefined)
  })
})

describe('the lists of a dataset', () => {
  it('are loaded for a column of places', () => {
    assert.ok(isAskedFor('code_postal;nom\n35000;a\n35200;b\n3500;c\n'))
  })

  it('are not for a table without any', () => {
    const counts = 'groupe;femmes;hommes;total\na;12;7;19\nb;s;9;14\nc;8;6;14\nTotal;25;22;47\n'
    assert.equal(isAskedFor(counts), false)
    assert.equal(isAskedFor('nom;date;montant\nMartin Anne;31/12/2024;12,5\n;2024-13-01;7\n'), false)
  })

  it('are not for a custom check of a column', () => {
    const custom_checks = [{ name: 'french-gps-coordinates', params: { column: 'position' } }]
    const fields = [
      { name: 'position', type: 'geopoint', format: 'array' },
      { name: 'n', type: 'integer' },
    ]
    assert.equal(isAskedFor('position;n\n"[48.1, -1.7]";a\n', { fields, custom_checks }), false)
  })
})

function codesOf(communes: readonly Commune[]): readonly string[] {
  return communes.map(({ code }) => code)
}

/** Whether a check of a table has its lists loaded. */
function isAskedFor(text: string, descriptor?: object): boolean {
  let isAsked = false
  const lists = () => {
    isAsked = true
    return officialLists()
  }
  const schema = descriptor ? { schema: readSchema(descriptor, 'test').schema!, source: 'flag' as const } : 'none'
  const dataset = openDataset(bytesOf(text), { lists, schema })
  for (const options of [{ preset: 'complet' }, { onlySchema: descriptor !== undefined }] as const)
    assert.ok([...lint(dataset, options)].length > 0)
  return isAsked
}
