import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'

/** Runs with each number of threads: others who use the machine lengthen most of them. */
const RUNS = 7

/**
 * Prints what a lint of a large table takes in one thread and in two, in turn: the shortest time, and the median of CPU
 * time and peak. Returns whether both print the same.
 * @param {string} table
 * @param {string} schema
 */
export function compareThreads(table, schema) {
  const runs = { 1: [], 2: [] }
  for (let i = 0; i < RUNS; i++) for (const threads of [1, 2]) runs[threads].push(linted(table, schema, threads))
  console.log(`\n${''.padEnd(26)}  wall s   CPU s   peak MiB`)
  const [one, two] = [1, 2].map(threads => {
    const wall = Math.min(...runs[threads].map(run => run.wall)) / 1e3
    const cpu = median(runs[threads].map(run => run.cpu)) / 1e3
    const peak = median(runs[threads].map(run => run.peak))
    const figures = [wall.toFixed(2).padStart(8), cpu.toFixed(2).padStart(7), peak.toFixed(0).padStart(10)]
    console.log(`${`vigie lint --threads ${threads}`.padEnd(26)}${figures.join(' ')}`)
    return wall
  })
  console.log(`  two threads are ${(one / two).toFixed(2)} times as fast as one`)
  const reports = new Set([...runs[1], ...runs[2]].map(({ report }) => report))
  if (reports.size > 1) console.error('  they do not print the same')
  return reports.size === 1
}

function linted(table, schema, threads) {
  const options = ['--only-schema', '--schema', schema, '--format', 'json', '--threads', String(threads)]
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', './test/bench/usage.cjs', 'dist/cli.js', 'lint', ...options, table],
    { maxBuffer: 1 << 30 },
  )
  const usage = JSON.parse(stderr.toString().trim().split('\n').at(-1))
  return { ...usage, report: createHash('sha256').update(stdout).digest('hex') }
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
