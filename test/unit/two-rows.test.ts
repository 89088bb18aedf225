import assert from 'node:assert/strict'
import { lint } from '../../server/engine/lint'
import { openFile } from '../../server/engine/open'
import { readSchema } from '../../server/engine/schema/table-schema'
import { twoRowsMarkdown } from '../../server/engine/hover/two-rows'

const { schema } = readSchema(
  { fields: [{ name: 'id', constraints: { unique: true } }, { name: 'nom' }, { name: 'courriel' }] },
  'test',
)

describe('two rows that are compared', () => {
  it('stand side by side, and where they differ is bold', () => {
    const text =
      'numero;date;beneficiaire;montant\n1;2024-03-01;Amis du lavoir de Valbrume;1500\n2;2024-05-12;Chorale du lundi;820\n3;2024-03-01;Amis du lavior de Valbrume;1500\n4;2024-06-08;Club de voile;3000\n'
    assert.deepEqual(tablesOf(text, 'near-duplicate-row'), [
      [
        '|  | row 2 | row 4 |',
        '| --- | --- | --- |',
        '| numero | **1** | **3** |',
        '| date | 2024\\-03\\-01 | 2024\\-03\\-01 |',
        '| beneficiaire | **Amis du lavoir de Valbrume** | **Amis du lavior de Valbrume** |',
        '| montant | 1500 | 1500 |',
      ].join('\n'),
    ])
  })

  it('keep what is not told, and show nothing where they are the same', () => {
    const text =
      'id;nom;courriel\n1;Mairie;jeanne.perrin@exemple.fr\n1;Mairie;paul.morin@exemple.fr\n2;Halle;\n2;Halle;\n'
    const [differ, same] = tablesOf(text, 'unique', { schema: schema!, source: 'flag' })
    assert.match(differ!, /\| courriel \| \*\*…\*\* \| \*\*…\*\* \|/)
    assert.doesNotMatch(differ!, /exemple/)
    assert.equal(same, undefined)
  })

  it('are those twelve cells in which they differ when rows are long', () => {
    const labels = ['id', ...Array.from({ length: 30 }, (_, i) => `c${i}`)]
    const alike = `1${';x'.repeat(29)}`
    const text = `${labels.join(';')}\n${alike};y\n${alike};z\n`
    const fields = labels.map(name => ({ name, ...(name === 'id' && { constraints: { unique: true } }) }))
    const long = readSchema({ fields }, 'test').schema!
    const [table] = tablesOf(text, 'unique', { schema: long, source: 'flag' })
    assert.equal(table!.split('\n').length, 2 + 12)
    assert.match(table!, /\| c29 \| \*\*y\*\* \| \*\*z\*\* \|$/)
  })
})

function tablesOf(text: string, rule: string, applied: Parameters<typeof openFile>[1]['schema'] = 'none') {
  const dataset = openFile(new TextEncoder().encode(text), { schema: applied })
  const found = [...lint(dataset, { preset: 'complet' })].filter(one => one.rule === rule)
  return found.map(one => twoRowsMarkdown(dataset, one, 'en'))
}
