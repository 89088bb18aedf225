import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import { type Case, casesWhere, fixture, holdsOrDiffers, withoutFixtures } from './cases'

/** Which of our rules say what csvlint says. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  blank_rows: ['blank-row', 'missing-final-newline'],
  ragged_rows: ['missing-cell', 'extra-cell', 'shifted-row', 'row-delimiter'],
  'wrong-field-count': ['missing-cell', 'extra-cell', 'shifted-row', 'row-delimiter'],
  unclosed_quote: ['unclosed-quote', 'stray-quote'],
  'bare-quote': ['stray-quote'],
  whitespace: ['edge-whitespace', 'stray-quote', 'misspelt-label'],
  line_breaks: ['mixed-line-endings'],
  invalid_encoding: ['legacy-encoding', 'mixed-encoding', 'not-a-table'],
  title_row: ['preamble-row'],
  inconsistent_values: ['mixed-type-column'],
}

/** Codes that say nothing of the file, each with its reason. */
const BESIDE: Readonly<Record<string, string>> = {
  assumed_header: 'a note that a header was assumed',
  nonrfc_line_breaks: 'LF ends a line as well as CRLF here',
  no_encoding: 'it is about a header of HTTP',
  wrong_content_type: 'it is about a header of HTTP',
}

/** Cases that are judged otherwise here, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'Warn if options seem to return invalid data':
    'it gives a wrong delimiter on purpose, and takes it for the caller’s fault',
  'Inconsistent formatting for alpha fields':
    'one number among three texts is no habit of a column: we ask for more rows',
  'Inconsistent formatting for alphanumeric fields':
    'one number among three texts is no habit of a column: we ask for more rows',
  'Correctly handle different encodings':
    'a table in another encoding than UTF-8 is told, whatever a header of HTTP says',
  'populates errors, warnings & info_msgs,invokes finish()':
    'its column of three values has no habit; the quote is told',
}

describe('files of csvlint, in Ruby and in Go', () => {
  const cases = casesWhere(({ set, kind }) => kind === 'table' && set.startsWith('csvlint'))
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const found of cases) {
    const reason = Object.entries(OTHERWISE).find(([end]) => found.id.endsWith(end))?.[1]
    holdsOrDiffers(found.id, reason, () => compare(found))
  }
})

function compare({ file, dialect, expected }: Case): void {
  const told = dialect?.delimiter === undefined ? {} : { delimiter: dialect.delimiter }
  const headerless = dialect?.header === false ? { headerRows: [] } : {}
  const dataset = openDataset(fixture(file!), { dialect: { ...told, ...headerless }, schema: 'none' })
  const diagnostics = [...lint(dataset, { preset: 'complet' })]
  const wanted = expected.filter(({ code }) => !BESIDE[code])
  for (const { code } of wanted)
    assert.ok(
      diagnostics.some(({ rule }) => SAME[code]?.includes(rule)),
      `${code} among ${diagnostics.map(({ rule }) => rule)}`,
    )
  const named = wanted.flatMap(({ code }) => SAME[code] ?? [])
  // A file of one row is a header without data; csvlint has no word for it.
  named.push('empty-table')
  const over = diagnostics.filter(({ rule, severity }) => severity === 'error' && !named.includes(rule))
  assert.deepEqual(
    over.map(({ rule, row }) => `${rule} in row ${row}`),
    [],
  )
}
