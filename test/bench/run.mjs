import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureColumnFix } from './column-fix.mjs'
import { measureEdits } from './edits.mjs'
import { measureGeoJson } from './geojson.mjs'
import { measureHovers } from './hovers.mjs'
import { measureKeystrokes } from './keystrokes.mjs'
import { comparePeers, told } from './peers.mjs'
import { measurePreview } from './preview.mjs'
import { measureRecognition } from './recognition.mjs'
import { measureRepair } from './repair.mjs'
import { grants } from './schema.mjs'
import { measureSizes } from './sizes.mjs'
import { compareThreads } from './threads.mjs'
import { spellings, writeTable } from './table.mjs'

const usage = `What the tool costs, on a table that is made for it, beside its peers in the same run. Fails when a tool does not
find the errors that were planted.

  --rows N    rows of the table (1000000)
  --short     fewer rows and repetitions, as CI has them
  --french    semicolons, decimal commas and days such as 31/12/2024

In place of all that:
  --sizes     the cost against rows, columns, faulty and quoted cells; \`--rows 10000000\` goes further
  --preview   what a person waits for in the preview in a real editor
  --repair    how long the repair of a column takes in a real editor
  --geojson   a lint of GeoJSON and edits in it`
const flag = { type: 'boolean', default: false }
const options = {
  rows: { type: 'string' },
  ...Object.fromEntries(['short', 'french', 'sizes', 'preview', 'repair', 'geojson', 'help'].map(name => [name, flag])),
}
const asked = askedOf(process.argv.slice(2))
const rows = Number(asked.rows ?? (asked.short ? 100_000 : 1_000_000))
const spelling = spellings[asked.french ? 'french' : 'english']
if (asked.preview) process.exit((await measurePreview()) ? 0 : 1)
if (asked.repair) process.exit((await measureRepair()) ? 0 : 1)

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
const table = join(folder, 'subventions.csv')
const described = join(folder, 'schema.json')

if (asked.sizes) {
  await measureSizes(folder, rows).finally(() => rmSync(folder, { recursive: true, force: true }))
  process.exit()
}

if (asked.geojson) {
  const measuring = measureGeoJson(join(folder, 'quartiers.geojson'), { isShort: asked.short })
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
  const isShort = asked.short
  if (!isShort && !compareThreads(table, described)) process.exitCode = 1
  if (!(await measureEdits(table, schema, { isShort }))) process.exitCode = 1
  if (!(await measureKeystrokes(table, { isShort }))) process.exitCode = 1
  if (!(await measureGeoJson(join(folder, 'quartiers.geojson'), { isShort }))) process.exitCode = 1
  if (!(await measureColumnFix())) process.exitCode = 1
  if (!(await measureHovers({ isShort }))) process.exitCode = 1
  if (!(await measureRecognition(folder, { isShort }))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The options; ends the process with the usage where it is asked for, and with a fault where one is not known. */
function askedOf(args) {
  try {
    const { values } = parseArgs({ args, options })
    if (values.rows !== undefined && !(Number(values.rows) > 0))
      throw new Error(`--rows ${values.rows} is no number of rows`)
    if (!values.help) return values
    console.log(usage)
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
  process.exit()
}

function kilobytes(path) {
  return `${Math.round(statSync(path).size / 1e3)} kB`
}
