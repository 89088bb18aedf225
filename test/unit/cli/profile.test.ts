import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { folderWith, vigie } from './run'

const grants = `montant;nom;date\n${[500, 800, 1200, 1500, 1500, 2000, 2000, 3000, 60_000]
  .map((amount, i) => `${amount};Association ${i % 2 ? 'A' : '<b>B</b>'};2024-0${i + 1}-01\n`)
  .join('')}`

describe('vigie profile', () => {
  it('tells the figures of each column, and why mean and median differ', () => {
    const folder = folderWith({ 'grants.csv': grants })
    const french = vigie(folder, ['profile', '--language', 'fr', 'grants.csv'])
    equal(french.status, 0)
    match(french.stdout, /Médiane +1\s500\n/)
    match(french.stdout, /une valeur loin des autres, 60\s000 \(ligne 10\), la tire vers le haut/)
    const english = vigie(folder, ['profile', 'grants.csv'])
    match(
      english.stdout,
      /Half of the values are at most 1,500 \(the median\), but the mean is 8,055.56: one value far from the others, 60,000/,
    )
    match(english.stdout, /Range +2024-01-01 to 2024-09-01, 244 days/)
  })

  it('says of a number that is the sum of all others what it is, and the mean without it', () => {
    const meals = 'ecole;repas\nFerry;1204\nCurie;1180\nPasteur;890\nMoulin;905\nTOTAL;4179\n'
    const { stdout } = vigie(folderWith({ 'a.csv': meals }), ['profile', 'a.csv'])
    match(
      stdout,
      /4,179 \(row 6\) is the sum of all other values: most likely a total, without which the mean would be 1,044\.75/,
    )
    const french = vigie(folderWith({ 'a.csv': meals }), ['profile', 'a.csv', '--language', 'fr'])
    match(french.stdout, /4\s179 \(ligne 6\) est la somme de toutes les autres valeurs/)
    const once = vigie(folderWith({ 'a.csv': meals.replace('4179', '4180') }), ['profile', 'a.csv'])
    match(once.stdout, /one value far from the others, 4,180 \(row 6\), pulls it up/)
  })

  it('prints one object with columns from 1', () => {
    const folder = folderWith({ 'a.csv': grants, 'b.csv': 'x\n1\n' })
    const { files } = JSON.parse(vigie(folder, ['profile', '--format', 'json', 'a.csv', 'b.csv']).stdout)
    deepEqual(
      files.map(({ path, rows, columns }: { path: string; rows: number; columns: { column: number }[] }) => [
        path,
        rows,
        columns.map(({ column }) => column),
      ]),
      [
        ['a.csv', 9, [1, 2, 3]],
        ['b.csv', 1, [1]],
      ],
    )
  })

  it('prints a page in which values are text, with the pictures in words', () => {
    const page = vigie(folderWith({ 'a.csv': grants }), ['profile', '--format', 'html', 'a.csv']).stdout
    match(page, /&lt;b&gt;B/)
    doesNotMatch(page, /<b>|<script|https?:\/\/(?!www\.w3\.org)/)
    match(page, /<svg role="img"[^>]* aria-label="Values by size, from 500 to 60000: 8, 0, 0, 0, 0, 1"/)
    match(page, /<\/html>\n$/)
  })

  it('says what it cannot do', () => {
    const folder = folderWith({ 'a.csv': '' })
    const { stderr, status } = vigie(folder, ['profile', 'a.csv'])
    deepEqual([stderr, status], ['vigie: a.csv is not a table.\n', 2])
    match(vigie(folder, ['profile', '--format', 'sarif', 'a.csv']).stderr, /does not print sarif/)
  })
})
