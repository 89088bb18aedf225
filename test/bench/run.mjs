import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureColumnFix } from './column-fix.mjs'
import { measureEdits } from './edits.mjs'
import { measureGeoJson } from './geojson.mjs'
import { measureHovers } from './hovers.mjs'
import { comparePeers, told } from './peers.mjs'
import { measurePreview } from './preview.mjs'
import { measureRecognition } from './recognition.mjs'
import { measureRepair } from './repair.mjs'
import { grants } from './schema.mjs'
import { measureSizes } from './sizes.mjs'
import { compareThreads } from './threads.mjs'
import { spellings, writeTable } from './table.mjs'

// What the tool costs, on a table that is made for it.
// `--rows N`; `--short` for CI; `--french` for a table with semicolons, decimal commas and days such as 31/12/2024.
// `--sizes`: instead of all that, the cost against rows, columns, faulty and quoted cells; `--rows 10000000` goes further.
// `--preview`: instead of all that, what a person waits for in the preview in a real editor.
// `--repair`: instead of all that, how long the repair of a column takes in a real editor.
// `--geojson`: instead of all that, a lint of GeoJSON and edits in it.
// Fails when a tool does not find the errors that were planted.
const args = process.argv.slice(2)
const rows = Number(args[args.indexOf('--rows') + 1]) || (args.includes('--short') ? 100_000 : 1_000_000)
const spelling = spellings[args.includes('--french') ? 'french' : 'english']
if (args.includes('--preview')) process.exit((await measurePreview()) ? 0 : 1)
if (args.includes('--repair')) process.exit((await measureRepair()) ? 0 : 1)

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
const table = join(folder, 'subventions.csv')
const described = join(folder, 'schema.json')

if (args.includes('--sizes')) {
  await measureSizes(folder, rows).finally(() => rmSync(folder, { recursive: true, force: true }))
  process.exit()
}

if (args.includes('--geojson')) {
  const measuring = measureGeoJson(join(folder, 'quartiers.geojson'), { isShort: args.includes('--short') })
  process.exit((await measuring.finally(() => rmSync(folder, { recursive: true, force: true }))) ? 0 : 1)
}

try {
  const schema = grants(spelling)
  writeFileSync(described, JSON.stringify(schema))
  const planted = await writeTable(table, rows, spelling, schema.fields)
  const bundles = ['dist/vigie.js', 'dist/extension.js', 'dist/web/server.js']
  console.log(`Node ${process.version}; ${bundles.map(path => `${path} ${kilobytes(path)}`).join(', ')}`)
  console.log(`${rows} rows, ${kilobytes(table)}, planted: ${told(planted)}`)
  if (!comparePeers(table, described, spelling.delimiter, planted)) process.exitCode = 1
  const isShort = args.includes('--short')
  if (!isShort && !compareThreads(table, described)) process.exitCode = 1
  if (!(await measureEdits(table, schema, { isShort }))) process.exitCode = 1
  if (!(await measureGeoJson(join(folder, 'quartiers.geojson'), { isShort }))) process.exitCode = 1
  if (!(await measureColumnFix())) process.exitCode = 1
  if (!(await measureHovers({ isShort }))) process.exitCode = 1
  if (!(await measureRecognition(folder, { isShort }))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function kilobytes(path) {
  return `${Math.round(statSync(path).size / 1e3)} kB`
}
