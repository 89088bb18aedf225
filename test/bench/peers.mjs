import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

const RUNS = 3
/** By bytes of the table, to ten million: how many times vigie's CPU time a peer takes. */
const records = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8'))
/** How many times the CPU time of a lint with the usual rules a profile may take. */
const MOST_OF_LINT = 1.5

/**
 * Prints what a lint of a table with its schema costs, beside other tools that do the same: whole processes, one Node,
 * medians by CPU time. Returns whether all found the errors that were planted.
 * @param {string} table
 * @param {string} schema
 * @param {string} delimiter
 * @param {Readonly<Record<string, number>>} planted
 */
export function comparePeers(table, schema, delimiter, planted) {
  console.log(`\n${''.padEnd(26)}   CPU s  × vigie      wall s   peak MiB`)
  const lint = ['dist/cli.js', 'lint', '--only-schema', '--schema', schema, '--format', 'json', table]
  const own = compared('vigie lint --only-schema', lint, planted)
  const others = Object.entries({
    'DuckDB, SQL, 1 thread': 'duckdb',
    'papaparse + ajv per row': 'papaparse',
    'csv-parse + ajv per row': 'csv-parse',
  }).map(([name, script]) => compared(name, [`test/bench/${script}.mjs`, table, schema, delimiter], planted, own.cpu))
  const [standard] = ['standard', 'complet'].map(preset => {
    const command = ['dist/cli.js', 'lint', '--preset', preset, ...lint.slice(3)]
    return { command, ...lineOf(`vigie lint, ${preset}`, command, own.cpu) }
  })
  lineOf('read, and count lines', ['test/bench/read.mjs', table], own.cpu)
  const facts = profiled(['dist/cli.js', 'profile', '--schema', schema, '--format', 'json', table], own.cpu, standard)
  return [own, facts, ...others].every(({ agrees }) => agrees) && areAsFarOff(others, own, table)
}

/**
 * Whether the peers still cost so many times more as was recorded for a table of this size, a third of it allowed for.
 * One that seems nearer is measured again, in turn with vigie: a machine that others share is slow for some seconds.
 */
function areAsFarOff(others, own, table) {
  const recorded = records[Math.round(statSync(table).size / 1e7) * 1e7]
  if (!recorded) return true
  const least = ({ name }) => (recorded[name] * 2) / 3
  const nearer = others
    .filter(other => other.cpu / own.cpu < least(other))
    .map(other => ({ ...other, times: timesInTurn(own, other) }))
    .filter(other => other.times < least(other))
  for (const { name, times } of nearer)
    console.error(`  ${name}: ${times.toFixed(1)} times vigie’s CPU, where ${recorded[name]} are recorded`)
  return nearer.length === 0
}

/** How many times the CPU time of a tool another takes, of the least of some runs in turn. */
function timesInTurn(own, other) {
  const runs = Array.from({ length: RUNS }, () => [own, other].map(({ command }) => measured(command).cpu))
  const [one, two] = [0, 1].map(tool => Math.min(...runs.map(run => run[tool])))
  return two / one
}

/** What the facts of each column cost: at most one and a half times what a lint with the usual rules does, by runs in turn where it seems more. */
function profiled(command, own, usual) {
  const { cpu } = lineOf('vigie profile', command, own)
  // A short table tells what it costs to start.
  const isCheap = cpu < 1e3 || cpu <= MOST_OF_LINT * usual.cpu || timesInTurn(usual, { command }) <= MOST_OF_LINT
  if (!isCheap) console.error(`  the profile costs more than ${MOST_OF_LINT} times the lint`)
  return { agrees: isCheap }
}

/** Runs a tool some times, prints its line and returns its median run and all of them. */
function lineOf(name, command, own) {
  const runs = Array.from({ length: RUNS }, () => measured(command))
  const { cpu, wall, peak } = runs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(RUNS / 2)]
  const ratio = own === undefined ? '' : `× ${(cpu / own).toFixed(1)}`
  const figures = [(cpu / 1e3).toFixed(2).padStart(8), ratio.padEnd(8), (wall / 1e3).toFixed(2).padStart(12)]
  console.log(`${name.padEnd(26)}${figures.join(' ')} ${peak.toFixed(0).padStart(10)}`)
  return { cpu, runs }
}

/** Prints what one command costs; returns whether it found what was planted. */
export function comparedAlone(name, command, planted) {
  console.log(`${''.padEnd(26)}   CPU s               wall s   peak MiB`)
  return compared(name, command, planted).agrees
}

/** The same for a tool that lints, which must find what was planted. */
function compared(name, command, planted, own) {
  const { cpu, runs } = lineOf(name, command, own)
  const wrong = runs.find(({ found }) => told(found) !== told(planted))
  if (wrong) console.error(`  found      ${told(wrong.found)}\n  instead of ${told(planted)}`)
  return { name, command, cpu, agrees: wrong === undefined }
}

function measured(command) {
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', './test/bench/usage.cjs', ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const lines = stderr.trim().split('\n')
  try {
    return { ...JSON.parse(lines.at(-1)), found: counted(JSON.parse(stdout)) }
  } catch {
    throw new Error(`${command.join(' ')} failed:\n${stderr}`)
  }
}

/** The errors by rule, whoever reported them. */
function counted(report) {
  const findings = report.files ? (report.files[0].diagnostics ?? []) : report
  const counts = {}
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}

/**
 * Counts by rule, in words.
 * @param {Readonly<Record<string, number>>} counts
 */
export function told(counts) {
  return Object.entries(counts)
    .map(([rule, count]) => `${rule} ${count}`)
    .toSorted()
    .join(', ')
}
