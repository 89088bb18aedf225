import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { openDataset } from '../../../server/engine/dataset'
import { applyEdits, fixesOf } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import { beginsAsTotal, totalName } from '../../../server/engine/model/total'
import { describesValues, isPlaceholder } from '../../../server/engine/model/value-note'
import { readSchema } from '../../../server/engine/schema/table-schema'

const { schema } = readSchema(
  {
    fields: [
      { name: 'nom', type: 'string', title: 'Nom du bénéficiaire', constraints: { required: true } },
      { name: 'date', type: 'date', constraints: { required: true } },
      { name: 'montant', type: 'number', constraints: { minimum: 0 } },
      { name: 'dossier', type: 'string', constraints: { pattern: '^\\d{4}$', unique: true } },
    ],
  },
  'essai',
)
const HEADER = 'nom;date;montant;dossier'
const ROWS = ['Judo;2024-03-01;500;8601', 'Danse;2024-03-02;120.5;3202', 'Chant;2024-03-03;80;0907']

/** What all rules say of a table, as `rule at row`, rows from 0; every repair is asked and takes the row away. */
function check(
  text: string,
  expected: readonly string[],
  options: { readonly bare?: true; readonly only?: string } = {},
): void {
  const bytes = new TextEncoder().encode(`${text}\n`)
  const applied = options.bare ? 'none' : ({ schema: schema!, source: 'flag' } as const)
  const dataset = openDataset(bytes, { dialect: { delimiter: ';', headerRows: [0] }, schema: applied })
  const { only } = options
  const found = [...lint(dataset, { preset: 'standard' })].filter(({ rule }) => only === undefined || rule === only)
  assert.deepEqual(
    found.map(({ rule, row }) => `${rule} at ${row}`),
    expected,
  )
  for (const diagnostic of found) {
    const [fix] = fixesOf(dataset, diagnostic)
    assert.equal(fix?.safe, false)
    const lines = text.split('\n')
    assert.equal(
      new TextDecoder().decode(applyEdits(bytes, fix.edits)),
      `${lines.toSpliced(diagnostic.row!, 1).join('\n')}\n`,
    )
  }
}

const bareTable = (...odd: readonly string[]) =>
  ['nom;date;montant', ...'abcdefgh'.split('').map(name => `${name};2024-03-01;5`), ...odd].join('\n')
const table = (...rows: readonly string[]) => [HEADER, ...rows].join('\n')

describe('rows that are no data', () => {
  it('tell what a database draws under the header, and how many rows it found', () => {
    const underlined = bareTable('', '(8 rows affected)').replace('\n', '\n---;----;-------\n')
    check(underlined, ['second-header-row at 1', 'blank-row at 10', 'footnote-row at 11'], { bare: true })
    check(
      bareTable('(8 lignes)').replace('\n', '\n----+----+--------\n'),
      ['second-header-row at 1', 'footnote-row at 10'],
      {
        bare: true,
      },
    )
  })

  it('repeat the header, and nothing else is said of them', () => {
    check(
      table(...ROWS, HEADER, ...ROWS.map(row => row.replace(/^./, 'X').replace(/\d$/, '4')), HEADER),
      ['repeated-header at 4', 'repeated-header at 8'].concat([]),
    )
  })

  it('explain the columns', () => {
    check(table('(texte);(date);(nombre);(texte)', ...ROWS), ['second-header-row at 1'])
    check(table(';;€;', ...ROWS), ['second-header-row at 1'])
    check(table('Nom du bénéficiaire;Date de la convention;Montant en euros;Numéro du dossier', ...ROWS), [
      'second-header-row at 1',
    ])
    check(table('string;date;number;string', '(texte);AAAA-MM-JJ;€;(code)', ...ROWS), [
      'second-header-row at 1',
      'second-header-row at 2',
    ])
    check(
      ['nom;montant;taux', ';€;%', ...'abcdef'.split('').map((name, i) => `${name};${i}5;${i}.5`)].join('\n'),
      ['second-header-row at 1'],
      { bare: true },
    )
  })

  it('are told from first rows in which values are wrong or not known', () => {
    bare('Judo;mars 2024;1 250,50 €')
    bare('Judo;inconnue;12')
    check('champ;type;unite\nlongueur;nombre;m\nmasse;nombre;kg\nnote;texte;%', [], { bare: true })
  })

  it('are notes below the table, whole or cut by its delimiter', () => {
    for (const note of [
      '* montants en euros',
      '(1) Estimation',
      'Source : INSEE; mairie',
      'Note: sans objet',
      'N.B. : votés en mars',
    ])
      check(table(...ROWS, note), ['footnote-row at 4'])
    check(table(...ROWS, 'Les montants ont été votés en mars.;;;', '* en euros;;;'), [
      'footnote-row at 4',
      'footnote-row at 5',
    ])
    check(`${HEADER}\n${ROWS.join('\n')}\n"Source : INSEE; mairie";;;`, ['footnote-row at 4'])
  })

  it('are no notes when they may be rows', () => {
    check(bareTable('Sources du Val;;'), [], { bare: true })
    check(bareTable('Notes de musique;;'), [], { bare: true })
    check(bareTable('Les amis de la forêt.;;', 'x;2024-03-01;5', 'y;2024-03-01;5'), [], { bare: true })
    check(bareTable('* Judo;2024-03-01;5'), [], { bare: true })
  })

  it('are totals, whatever else is empty or wrong in them', () => {
    check(table(...ROWS, 'Total;;700.5;'), ['total-row at 4'])
    check(table(...ROWS, ';;Total;700'), ['total-row at 4'])
    check(table(...ROWS, 'TOTAL GÉNÉRAL :;;700,50 €'), ['total-row at 4'])
    check(table(ROWS[0]!, 'Sous-total 2023;;500;', ROWS[1]!, ROWS[2]!, 'Sous-total 2024;;200.5;', 'Ensemble;;700.5;'), [
      'total-row at 2',
      'total-row at 5',
      'total-row at 6',
    ])
    check('service;montant\nSport;500\nCulture;800\n"Total";1 300', ['total-row at 3'], { bare: true })
  })

  it('are no totals when the name may be a thing', () => {
    for (const row of ['Total Énergies;2024-03-04;12;8604', 'Ensemble vocal;2024-03-04;12;8604'])
      check(table(...ROWS, row), [])
    check('indicateur;valeur\nTotal des recettes;500\nTaux;12', [], { bare: true })
    const sexes = [2021, 2022, 2023].flatMap(year => [`Hommes;${year}`, `Femmes;${year}`, `Ensemble;${year}`])
    check(['sexe;annee', ...sexes].join('\n'), [], { bare: true })
  })
})

describe('names', () => {
  it('of totals never escape the test on bytes', () => {
    const words = fc.constantFrom(
      'total',
      'Total',
      'TOTAUX',
      'sous-total',
      'Sous total',
      'ensemble',
      'grand total',
      'subtotal',
      'Tôtal',
      'x',
    )
    const edges = fc.constantFrom('', ' ', '\u00A0', '*', '\t', ':', ' 2024', 'é')
    fc.assert(
      fc.property(edges, words, edges, (before, word, after) => {
        const text = before + word + after
        const bytes = new TextEncoder().encode(text)
        if (totalName(text) !== undefined) assert.ok(beginsAsTotal(bytes, 0, bytes.length), text)
      }),
    )
    assert.equal(totalName('Total général :'), 'bare')
    assert.equal(totalName('totalement'), undefined)
  })

  it('of units, types and unknown values are known', () => {
    for (const text of ['(texte)', '€', 'km²', 'varchar(20)', 'AAAA-MM-JJ', 'En euros', 'kWh', '€/hab.', '[m]'])
      assert.ok(describesValues(text), text)
    for (const text of ['Niort', '12 €', 'dates', 'mairie (annexe)', '']) assert.ok(!describesValues(text), text)
    for (const text of ['NC', 'n/a', 'Non renseigné', '-', '?', 'néant']) assert.ok(isPlaceholder(text), text)
    for (const text of ['Nice', 'non', '12']) assert.ok(!isPlaceholder(text), text)
  })
})

/** A first row whose values are odd is no second header. */
function bare(first: string): void {
  const rows = 'abcdefgh'.split('').map((name, i) => `${name};2024-03-0${i + 1};${i}5`)
  const dataset = openDataset(new TextEncoder().encode(['nom;date;montant', first, ...rows].join('\n')), {
    schema: 'none',
  })
  const found = [...lint(dataset)].map(({ rule }) => rule)
  assert.ok(!found.includes('second-header-row'), found.join())
}
