import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Dataset, textOf } from '../../../server/engine/dataset'
import type { ColumnProfile } from '../../../server/engine/model/profile'

/** What DuckDB finds in a column; absent what does not concern it. */
export interface Judged {
  readonly filled: number
  readonly distinct: number
  readonly least: unknown
  readonly greatest: unknown
  readonly mean?: number
  readonly deviation?: number
  readonly quartiles?: readonly number[]
}

/** The figures of DuckDB for the columns of a dataset, which it reads with the dialect that we found. */
export async function judgedBy(
  { table, dialect, ...dataset }: Dataset,
  columns: readonly ColumnProfile[],
): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-duckdb-'))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const path = join(folder, 'table.csv')
    writeFileSync(path, textOf({ table, dialect, ...dataset } as Dataset))
    const names = table.labels.map((_, i) => `c${i}: 'VARCHAR'`).join(', ')
    await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv(${quoted(path)}, delim = ${quoted(dialect.delimiter)},
      quote = '"', escape = '"', header = false, skip = ${table.firstDataRow}, auto_detect = false,
      null_padding = true, parallel = false, strict_mode = false, columns = {${names}}, nullstr = '\u0001')`)
    const judged: Judged[] = []
    for (const column of columns) {
      const text = `CASE WHEN regexp_matches(c${column.column}, '\\S') THEN c${column.column} END`
      const number = `replace(regexp_replace(${text}, '[\\s\u00A0\u202F€%]', '', 'g'), ',', '.')`
      const found = await connection.runAndReadAll(
        column.numbers
          ? `SELECT count(${text}) filled, count(DISTINCT v) distinct_, min(v) least, max(v) greatest, avg(v) mean,
               stddev_samp(v) deviation, quantile_cont(v, [0.25, 0.5, 0.75]) quartiles
             FROM (SELECT *, try_cast(${number} AS DOUBLE) v FROM t)`
          : `SELECT count(${text}) filled, count(DISTINCT c${column.column}) FILTER (${text} IS NOT NULL) distinct_,
               min(c${column.column}) FILTER (${text} IS NOT NULL) least, max(c${column.column}) greatest FROM t`,
      )
      const [row] = found.getRowObjectsJson() as Record<string, unknown>[]
      const { filled, distinct_, least, greatest, mean, deviation, quartiles } = row!
      judged.push({
        filled: Number(filled),
        distinct: Number(distinct_),
        least,
        greatest,
        ...(mean !== undefined && { mean: Number(mean) }),
        ...(deviation !== undefined && deviation !== null && { deviation: Number(deviation) }),
        ...(Array.isArray(quartiles) && { quartiles: quartiles.map(Number) }),
      })
    }
    return judged
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(folder, { recursive: true, force: true })
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
