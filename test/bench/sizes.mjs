import { spawnSync } from 'node:child_process'
import { createWriteStream, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

const RUNS = 3
/** Rows that are written at once. */
const BATCH = 1_000

/** Kinds of columns, which come round: a value that is right, one that is not, and the type. */
const kinds = [
  { type: 'integer', right: i => String(i), wrong: () => 'nc' },
  { type: 'date', right: i => `2024-0${1 + (i % 9)}-1${i % 10}`, wrong: () => 'hier' },
  { type: 'number', right: i => `${i % 1000}.5`, wrong: () => 'env. 3' },
  { type: 'boolean', right: i => (i % 2 ? 'true' : 'false'), wrong: () => 'peut-être' },
]

/**
 * Prints what a lint with a schema costs against the size of a table, its columns, its faulty cells and its quoted ones:
 * whole processes, medians by CPU time, the report written to nowhere. Throws when a table is not judged as it was made.
 * @param {string} folder
 * @param {number} most rows of the longest table
 */
export async function measureSizes(folder, most) {
  const cases = [
    ...[10_000, 100_000, 1_000_000, 10_000_000].filter(rows => rows <= most).map(rows => ({ rows })),
    ...[4, 40, 400].map(columns => ({ rows: 1_200_000 / columns, columns })),
    ...[1, 10, 100].map(faulty => ({ rows: 100_000, faulty })),
    ...[50, 100].map(quoted => ({ rows: 100_000, quoted })),
  ]
  const heads = ['rows', 'columns', 'faulty %', 'quoted %', 'MB', 'CPU s', 'ns / cell', 'peak MiB', 'wc -l s']
  console.log(`\n${heads.map(head => head.padStart(10)).join('')}`)
  for (const one of cases) {
    const shape = { columns: 12, faulty: 0, quoted: 0, ...one }
    console.log(lineOf(await costOf(folder, shape)))
  }
}

async function costOf(folder, shape) {
  const table = join(folder, 'size.csv')
  const schema = join(folder, 'size.schema.json')
  await writeSize(table, schema, shape)
  const runs = Array.from({ length: RUNS }, () => linted(table, schema, shape))
  const { cpu, peak } = runs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(RUNS / 2)]
  const began = performance.now()
  spawnSync('wc', ['-l', table])
  const counted = performance.now() - began
  const bytes = statSync(table).size
  rmSync(table)
  return { ...shape, bytes, cpu, peak, counted }
}

function lineOf({ rows, columns, faulty, quoted, bytes, cpu, peak, counted }) {
  const perCell = (cpu * 1e6) / (rows * columns)
  const figures = [bytes / 1e6, cpu / 1e3, perCell, peak, counted / 1e3]
  const told = figures.map((figure, i) => figure.toFixed([0, 2, 0, 0, 3][i]))
  return [rows, columns, faulty, quoted, ...told].map(text => String(text).padStart(10)).join('')
}

async function writeSize(table, schema, { rows, columns, faulty, quoted }) {
  const names = Array.from({ length: columns }, (_, column) => `c${column}`)
  const fields = names.map((name, column) => ({ name, type: kinds[column % kinds.length].type }))
  writeFileSync(schema, JSON.stringify({ fields }))
  const out = createWriteStream(table)
  let batch = `${names.join(',')}\n`
  for (let row = 0; row < rows; row++) {
    const cells = names.map((_, column) => {
      // Spread evenly, whatever the share.
      const turn = (row * columns + column) % 100
      const { right, wrong } = kinds[column % kinds.length]
      const text = turn < faulty ? wrong() : right(row)
      return turn < quoted ? `"${text}"` : text
    })
    batch += `${cells.join(',')}\n`
    if (row % BATCH < BATCH - 1) continue
    if (!out.write(batch)) await new Promise(resolve => out.once('drain', resolve))
    batch = ''
  }
  out.end(batch)
  await finished(out)
}

function linted(table, schema, { faulty }) {
  const command = ['dist/cli.js', 'lint', '--only-schema', '--schema', schema, '--format', 'json', table]
  const { status, stderr } = spawnSync(process.execPath, ['--require', './test/bench/usage.cjs', ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== (faulty > 0 ? 1 : 0)) throw new Error(`${command.join(' ')} ended with ${status}:\n${stderr}`)
  return JSON.parse(stderr.trim().split('\n').at(-1))
}
