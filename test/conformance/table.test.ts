import assert from 'node:assert/strict'
import { openDataset } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { readSchema } from '../../server/engine/schema/table-schema'
import { type Case, casesWhere, type Expected, fixture, holdsOrDiffers, withoutFixtures } from './cases'

const SETS = new Set(['frictionless-py', 'frictionless-ts', 'goodtables-py', 'open-data-editor'])

/** Why a case says nothing about Table Schema or about the structure of a table: the first of these that holds. */
const BESIDE: readonly (readonly [string, (found: Case) => boolean])[] = [
  [
    'its rows are no objects',
    ({ data, file }) => !file && !data?.every(row => !Array.isArray(row) && typeof row === 'object'),
  ],
  [
    'it is about an archive or a missing file',
    ({ file }) => file?.endsWith('.zip') === true || file === 'frictionless-py/bad-path.csv',
  ],
  ['it stops after some errors or rows', found => 'limits' in found || found.id.endsWith('_limit')],
  [
    'it is about a check that is not of Table Schema',
    ({ checklist }) => checklist?.checks?.some(({ type }) => type !== 'duplicate-row') === true,
  ],
  ['it is about sizes and hashes', ({ expected }) => expected.some(({ code }) => code.endsWith('-count'))],
]

/** Cases that are read otherwise here, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  test_report_task_to_summary_invalid: 'its types are inferred from the values, where we have none without a schema',
  enum_constraint_issue_833: 'a quotation mark inside an unquoted cell is a fault here (RFC 4180, section 2.5)',
  schema_extra_headers_and_cells: 'what stands under an extra label is said once, at the label',
  less_actual_fields_with_required_constraint_issue_950: 'a column that is not there is said once, at the header',
  'fields_match_extra_label[exact-expected0]': 'what stands under an extra label is said once, at the label',
  'fields_match_missing_field[exact-expected0]': 'a column that is not there is said once, at the header',
  schema_unique_error: 'the field is the primary key as well, and the key speaks alone',
  schema_primary_key_and_unique_error: 'the field is the primary key as well, and the key speaks alone',
  duplicate_labels_ignoring_header_case:
    'headerCase is an option of Frictionless; two labels that differ by case are always told',
  fields_only_distinguished_by_case_are_rejected: 'it is about a schema, and headerCase is an option of Frictionless',
  'ignoring_header_case_issue_1635#0':
    'headerCase is an option of Frictionless; a label in another case is always told, and read all the same',
  'types_errors_expected6-False]':
    'headerCase is an option of Frictionless; a label in another case is always told, and read all the same',
  'types_errors_expected7-False]':
    'headerCase is an option of Frictionless; a label in another case is always told, and read all the same',
  'fields_match_reordered_labels[exact-expected0]':
    'another order is said once, at the first column that is out of place',
  "fieldsMatch='equal' > should pass when non-required fields are missing":
    'the specification wants each field to have its column; frictionless-ts asks for the required ones only',
  "fieldsMatch='subset' > should pass when non-required fields are missing":
    'the specification wants each field to have its column; frictionless-ts asks for the required ones only',
  "should report an error when field names don't match": 'columns are matched by name: one lacks and one is too many',
  "should report an error when field types don't match": 'its column has one type; a cell at a time is judged here',
  'validateObjectField > should errors for empty strings': 'a row of one empty cell is blank',
  'validateArrayField > should errors for empty strings': 'a row of one empty cell is blank',
  'should handle null values for topojson format': 'a row of one empty cell is blank',
  'validateArrayField > should not errors for null values': 'a row of one empty cell is blank',
  '(cell/unique) > should handle null values correctly': 'a row of one empty cell is blank',
  'test_table.py::test_validate_table_invalid': 'it infers a schema and finds the header unlike it',
  'ode/header-missing': 'a header row of which all labels are empty is no header',
}

/** The words of frictionless-ts and goodtables-py in those of frictionless-py. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'cell/type': ['type-error'],
  'row/unique': ['primary-key', 'unique-error'],
  'fields/missing': ['missing-label'],
  'fields/extra': ['extra-label'],
  'blank-header': ['blank-label'],
  'duplicate-header': ['duplicate-label'],
  'missing-value': ['missing-cell'],
  'extra-value': ['extra-cell'],
}

describe('tables of other suites', () => {
  const cases = casesWhere(({ set, kind }) => kind === 'table' && SETS.has(set))
  if (!cases) return withoutFixtures()
  for (const found of cases) {
    const beside = BESIDE.find(([, holds]) => holds(found))?.[0]
    if (beside !== undefined) it.skip(`${found.id}: ${beside}`)
    else {
      holdsOrDiffers(found.id, reasonOf(found.id), () => compare(found, 'csv'))
      if (!found.file) holdsOrDiffers(`${found.id}, as JSON`, reasonOf(found.id), () => compare(found, 'json'))
    }
  }

  it('skip no case that is not there', () => {
    const gone = Object.keys(OTHERWISE).filter(end => !cases.some(({ id }) => id.endsWith(end)))
    assert.deepEqual(gone, [])
  })
})

function compare(found: Case, as: 'csv' | 'json'): void {
  const left = findings(found, as)
  const missed = oncePerRow(found.expected).filter(expected => {
    const at = left.findIndex(diagnostic => isSame(diagnostic, expected))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  // A column that may be absent or added is told, but is no error.
  const over = left.filter(({ severity }) => severity !== 'information')
  assert.deepEqual(
    {
      missed: missed.map(printed),
      over: over.map(one => `${one.frictionless} at ${one.row! + 1}, ${one.column! + 1}`),
    },
    { missed: [], over: [] },
  )
}

function printed({ code, row, rows, field_number: number }: Expected): string {
  return `${code} at ${row ?? rows?.[0]}, ${number}`
}

/** What we find and Frictionless has a word for, of the kinds that the case asks for. */
function findings(
  { id, file, data, schema: descriptor, checklist, dialect, options }: Case,
  as: 'csv' | 'json',
): Diagnostic[] {
  const schema = descriptor === undefined ? undefined : readSchema(descriptor, id).schema!
  const text = file ? fixture(file) : as === 'csv' ? csvOf(data!) : new TextEncoder().encode(JSON.stringify(data))
  const dataset = openDataset(text, {
    ...(as === 'json' && { json: 'one-value' }),
    schema: schema ? { schema, source: 'flag' } : 'none',
    dialect: {
      ...(file ? {} : { delimiter: ',' }),
      ...(dialect?.header === false ? { headerRows: [] } : {}),
      ...(dialect?.headerRows ? { headerRows: dialect.headerRows.map(row => row - 1) } : {}),
    },
    ...(options?.encoding ? { encoding: options.encoding } : {}),
  })
  const asked = [...lint(dataset, { onlySchema: true })]
  if (checklist?.checks)
    asked.push(...[...lint(dataset, { preset: 'standard' })].filter(({ rule }) => rule === 'duplicate-row'))
  const { pickErrors, skipErrors = [] } = checklist ?? {}
  return asked.filter(
    ({ frictionless: word }) =>
      word !== undefined && (!pickErrors || isOneOf(word, pickErrors)) && !isOneOf(word, skipErrors),
  )
}

/** Whether a word is named, or its group is: `#header`, `#row`. */
function isOneOf(word: string, names: readonly string[]): boolean {
  const group = word.endsWith('-label') ? '#header' : '#row'
  return names.includes(word) || names.includes(group)
}

function isSame({ frictionless, row, column }: Diagnostic, expected: Expected): boolean {
  const words = WORDS[expected.code] ?? [expected.code.startsWith('cell/') ? 'constraint-error' : expected.code]
  const place = expected.row ?? expected.rows?.[0]
  return (
    words.includes(frictionless!) &&
    (place === undefined || row === undefined || row === place - 1) &&
    (expected.field_number === undefined || column === undefined || column === expected.field_number - 1)
  )
}

/** Frictionless counts each cell that a row lacks or has too many, we say it once for the row. */
function oncePerRow(expected: readonly Expected[]): readonly Expected[] {
  const seen = new Set<string>()
  return expected.filter(({ code, row }) => {
    if (!/^(?:missing|extra)-(?:cell|value)$/.test(code)) return true
    const key = `${code} ${row}`
    return !seen.has(key) && seen.add(key)
  })
}

function csvOf(rows: readonly Readonly<Record<string, unknown>>[]): Uint8Array {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const lines = [names, ...rows.map(row => names.map(name => row[name]))].map(values => values.map(cellOf).join(','))
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function reasonOf(id: string): string | undefined {
  return Object.entries(OTHERWISE).find(([end]) => id.endsWith(end))?.[1]
}

function cellOf(value: unknown): string {
  return value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`
}
