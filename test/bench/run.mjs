import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema, writeTable } from './table.mjs'

// Structure and schema rules on a made table, beside csv-parse + ajv on the same file: whole processes, one Node, one run.
// `--rows N`; `--short` for CI. Fails when the two do not find the same errors.
const args = process.argv.slice(2)
const rows = Number(args[args.indexOf('--rows') + 1]) || (args.includes('--short') ? 100_000 : 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
const table = join(folder, 'subventions.csv')
const described = join(folder, 'schema.json')

try {
  const planted = await writeTable(table, rows)
  writeFileSync(described, JSON.stringify(schema))
  const tools = {
    'vigie lint --only-schema': [
      'dist/cli.js',
      'lint',
      '--only-schema',
      '--schema',
      described,
      '--format',
      'json',
      table,
    ],
    'csv-parse + ajv per row': ['test/bench/peer.mjs', table],
  }
  console.log(`${rows} rows, ${(statSync(table).size / 1e6).toFixed(0)} MB, Node ${process.version}`)
  let own
  for (const [name, command] of Object.entries(tools)) {
    const runs = Array.from({ length: 3 }, () => measured(command))
    const { cpu, wall, peak, found } = runs.toSorted((a, b) => a.cpu - b.cpu)[1]
    own ??= cpu
    const agrees = Object.entries(planted).every(([rule, count]) => (found[rule] ?? 0) === count)
    const sum = Object.values(found).reduce((all, count) => all + count, 0)
    console.log(
      `${name.padEnd(26)} CPU ${(cpu / 1e3).toFixed(2)} s (× ${(cpu / own).toFixed(1)})  wall ${(wall / 1e3).toFixed(2)} s  peak ${peak.toFixed(0)} MiB  ${sum} errors${agrees ? '' : '  NOT the planted ones'}`,
    )
    if (!agrees) {
      console.error(JSON.stringify({ planted, found }))
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measured(command) {
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', './test/bench/usage.cjs', ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  return { ...JSON.parse(stderr.trim().split('\n').at(-1)), found: counted(JSON.parse(stdout)) }
}

/** The errors by rule, whoever reported them. */
function counted(report) {
  if (!report.files) return report
  const counts = {}
  for (const { rule, severity } of report.files[0].diagnostics)
    if (severity === 'error') counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}
