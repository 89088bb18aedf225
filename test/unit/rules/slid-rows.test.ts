import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'

const HEADER = 'id;nom;adresse;cp;ville;effectif;statut'
const STREETS = ['rue Haute', 'rue Basse', 'rue du Port']
const TOWNS = ['35000;Rennes', '35830;Betton', '35170;Bruz']

/** Schools, whose columns are told apart by their values alone. */
const ROWS = Array.from({ length: 40 }, (_, i) =>
  [
    i + 1,
    `École ${'ABCDEFGHIJ'[i % 10]} ${i + 1}`,
    `${(i * 7) % 90} ${STREETS[i % 3]!}`,
    TOWNS[i % 3]!,
    40 + ((i * 37) % 200),
    i % 4 ? 'publique' : 'privée',
  ].join(';'),
)

/** All that is said of a table in which the row 6 is written otherwise: each finding with its row and column from 1. */
function check(row: (cells: readonly string[]) => readonly string[] | string, expected: readonly string[]): void {
  const cells = ROWS[4]!.split(';')
  const made = row(cells)
  const rows = ROWS.with(4, typeof made === 'string' ? made : made.join(';'))
  const dataset = openDataset(new TextEncoder().encode([HEADER, ...rows, ''].join('\n')), { schema: 'none' })
  const found = [...lint(dataset, { preset: 'standard' })]
  assert.deepEqual(
    found.map(({ rule, row, column }) => `${rule} ${row! + 1}:${column! + 1}`),
    expected,
  )
}

describe('a row whose values have slid', () => {
  it('by a cell that is lost, or an empty one too many, in any place', () => {
    check(cells => cells.toSpliced(0, 1), ['shifted-row 6:1'])
    check(cells => cells.toSpliced(1, 1), ['shifted-row 6:2'])
    check(cells => cells.toSpliced(3, 1), ['shifted-row 6:4'])
    check(cells => cells.toSpliced(5, 1), ['shifted-row 6:6'])
    check(cells => ['', ...cells], ['shifted-row 6:1'])
    check(cells => cells.toSpliced(4, 0, ''), ['shifted-row 6:5'])
  })

  it('by a value that is cut in two, or in more', () => {
    check(cells => cells.with(1, 'École;annexe'), ['shifted-row 6:2'])
    check(cells => cells.with(2, '3; place de la Mairie'), ['shifted-row 6:3'])
    check(cells => cells.with(2, 'Zone artisanale; bâtiment B; lot 2'), ['shifted-row 6:3'])
    check(cells => cells.with(5, '12;5'), ['shifted-row 6:6'])
  })

  it('or not, where the last cells are lost or a delimiter too many ends it', () => {
    check(cells => cells.slice(0, 6), ['missing-cell 6:7'])
    check(cells => [...cells, ''], ['extra-cell 6:8'])
  })
})

describe('a row that is too long', () => {
  it('speaks for spaces behind its delimiters, which may be those of a value', () => {
    check(cells => cells.with(1, 'École, annexe; bâtiment B ; lot 2; étage 1; hall'), ['extra-cell 6:8'])
  })

  it('leaves them be where nothing but delimiters ends it', () => {
    check(cells => [...cells.with(1, 'École '), ''], ['edge-whitespace 6:2', 'extra-cell 6:8'])
  })
})

describe('two rows on one line', () => {
  it('are told to have lost what parts them', () => {
    const table = [HEADER, ...ROWS.slice(0, 8), `${ROWS[8]!};${ROWS[9]!}`, ...ROWS.slice(10), ''].join('\n')
    const dataset = openDataset(new TextEncoder().encode(table), { schema: 'none' })
    const [found, other] = [...lint(dataset)]
    assert.equal(other, undefined)
    assert.match(messageOf(found!, 'en'), /“10” begins a second row/)
  })
})

describe('a row that a line break cuts in two', () => {
  it('is told in both parts, and nothing else is', () => {
    check(cells => `${cells[0]};École\n;${cells.slice(2).join(';')}`, ['missing-cell 6:3', 'missing-cell 7:7'])
    check(
      cells => `${cells.slice(0, 2).join(';')};12 rue\nHaute;${cells.slice(3).join(';')}`,
      ['missing-cell 6:4', 'missing-cell 7:6'],
    )
  })
})
