import assert from 'node:assert/strict'
import { openDataset, textOf } from '../../server/engine/dataset'
import { lint } from '../../server/engine/lint'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import type { Schema } from '../../server/engine/model/schema'
import { readSchema } from '../../server/engine/schema/table-schema'
import { type Case, casesWhere, fixture, withoutFixtures } from './cases'

// Which of our rules says what DuckDB's reject table says, at the same row and cell.
const SAME: Readonly<Record<string, readonly string[]>> = {
  'MISSING COLUMNS': ['missing-cell'],
  'TOO MANY COLUMNS': ['extra-cell'],
  'UNQUOTED VALUE': ['stray-quote'],
  'INVALID ENCODING': ['mixed-encoding', 'legacy-encoding'],
  CAST: ['type-error', 'local-date', 'edge-whitespace'],
}

/** Codes that we do not give, each with its reason. */
const NOT_OURS: Readonly<Record<string, string>> = {
  'LINE SIZE OVER MAXIMUM': 'a limit that the query sets on DuckDB’s buffer: a row of any length is read here',
}

describe('broken tables of DuckDB’s reject tests', () => {
  const cases = casesWhere(found => found.set === 'duckdb' && found.kind === 'structure')
  if (!cases) return withoutFixtures()
  assert.ok(cases.length > 0)
  for (const found of cases)
    it(`${found.id} ${found.file!.split('/').at(-1)}`, () => {
      const diagnostics = findings(found)
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      const named = new Set<number>()
      for (const expected of found.expected) {
        if (NOT_OURS[expected.code]) continue
        const row = expected.line! - 1
        named.add(row)
        const here = errors.filter(({ row: found, rule }) => found === row || rule === 'legacy-encoding')
        const isSame = ({ rule, column }: Diagnostic) =>
          SAME[expected.code]!.includes(rule) && (expected.code !== 'CAST' || column === expected.column_idx! - 1)
        // One cause, one finding: the cells that a stray quote swallowed are not reported as missing too.
        const isFolded = expected.code === 'MISSING COLUMNS' && here.some(({ rule }) => rule === 'stray-quote')
        assert.ok(isFolded || here.some(isSame), `${expected.code} at line ${expected.line}: ${here.map(d => d.rule)}`)
      }
      // DuckDB trims before it casts and ignores the labels; for us a space round a value or a label is a fault of its own.
      const others = errors.filter(
        ({ row, rule }) =>
          !['edge-whitespace', 'misspelt-label', 'legacy-encoding'].includes(rule) &&
          !(row !== undefined && named.has(row)),
      )
      assert.deepEqual(
        others.map(({ rule, row }) => `${rule} at line ${(row ?? -1) + 1}`),
        [],
      )
    })
})

function findings(found: Case): Diagnostic[] {
  const sql = found.duckdb_sql!
  const schema = schemaOf(sql)
  // Where DuckDB is left to find the header, it finds one.
  const hasHeader = /header\s*=\s*(?:1|true)/i.test(sql) || !/auto_detect\s*=\s*false/i.test(sql)
  const dataset = openDataset(fixture(found.file!), {
    dialect: { delimiter: ',', headerRows: hasHeader ? [0] : [] },
    schema: hasHeader ? { schema, source: 'flag' } : 'none',
  })
  if (hasHeader) return [...lint(dataset)]
  // Without a header the query names the columns: the same cells, under a header that we write.
  const header = `${schema.fields.map(field => field.name).join(',')}\n`
  const text = Buffer.concat([Buffer.from(header), Buffer.from(textOf(dataset))])
  const named = openDataset(text, { dialect: { delimiter: ',', headerRows: [0] }, schema: { schema, source: 'flag' } })
  return [...lint(named)].map(diagnostic =>
    diagnostic.row === undefined ? diagnostic : { ...diagnostic, row: diagnostic.row - 1 },
  )
}

function schemaOf(sql: string): Schema {
  const types: Readonly<Record<string, string>> = { INTEGER: 'integer', DATE: 'date', VARCHAR: 'string' }
  const [, columns = ''] = /columns\s*=\s*\{([^}]*)\}/.exec(sql) ?? []
  const [, dateformat] = /dateformat\s*=\s*'([^']*)'/.exec(sql) ?? []
  const fields = [...columns.matchAll(/'([^']+)':\s*'([^']+)'/g)].map(([, name, type]) => ({
    name,
    type: types[type!] ?? 'string',
    ...(type === 'DATE' && dateformat ? { format: dateformat } : {}),
  }))
  return readSchema({ fields }, 'duckdb').schema!
}
