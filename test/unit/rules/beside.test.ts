import assert from 'node:assert/strict'
import { openDataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'

describe('rules that ask the columns beside', () => {
  const names = ['Camille;1', 'Jeanne;0', 'Paul;1']

  it('take first names for those of persons unless each sex has a column', () => {
    check('person-name', ['prenom;masculin;feminin', ...names.map(row => `${row};1`)], [])
    for (const header of ['prenom;masculin', 'prenom;feminin', 'prenom;present'])
      check('person-name', [header, ...names], ['0:0'])
  })

  it('take old dates for history when several columns hold several days', () => {
    const header = 'lieu;debut;fin'
    check('implausible-date', [header, 'Halle;1712-05-12;1834-05-12', 'Gare;1851-07-10;1975-06-20'], [])
    check('implausible-date', [header, 'Halle;1712-05-12;1934-05-12', 'Gare;1851-07-10;1975-06-20'], ['1:1', '2:1'])
    check('implausible-date', [header, 'Halle;1712-05-12;1834-05-12', 'Gare;1951-07-10;1975-06-20'], ['1:1', '1:2'])
    const few = ['1712-05-12', '1751-07-10', '1799-11-09'].map(day => `Halle;${day};1975-06-20`)
    const rows = [header, ...few, ...Array.from({ length: 97 }, () => 'Gare;1951-07-10;1975-06-20')]
    check('implausible-date', rows, ['1:1', '2:1', '3:1'])
    const same = ['Halle', 'Gare'].map(place => `${place};1712-05-12;1834-05-12`)
    check('implausible-date', [header, ...same], ['1:1', '1:2', '2:1', '2:2'])
  })
})

/** The cells in which a rule finds something. */
function check(rule: string, rows: readonly string[], expected: readonly string[]) {
  const dataset = openDataset(new TextEncoder().encode(`${rows.join('\n')}\n`), { schema: 'none' })
  const found = [...lint(dataset, { preset: 'complet', today: '2025-06-30' })].filter(one => one.rule === rule)
  assert.deepEqual(
    found.map(({ row, column }) => `${row}:${column}`),
    expected,
    rows.join('\n'),
  )
}
