import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { build } from 'esbuild'
import { bundling } from '../../.ci/bundling.mjs'
import { quantile } from './figures.mjs'

const FOLDERS = ['test/samples', 'client/situations', '../shared/schemas']
/** What a schema is recognised by. */
const ROWS = 20
const TIMES = 50
const SHORT_TIMES = 15
/** A sample whose schema must lead. */
const KNOWN = { file: 'subventions-2024.csv', id: 'scdl/subventions' }

/**
 * Prints what it takes to recognise the schema of a file among the catalogue, over the sample files and, where they are
 * there, the public examples, beside what csv-parse takes for the header and the rows by which it is recognised. Returns
 * whether the sample whose schema is known is recognised.
 * @param {string} folder
 * @param {{ isShort: boolean }} options
 */
export async function measureRecognition(folder, { isShort }) {
  const { schemasNaming, recognise, clearLeader } = await bundled(folder)
  const files = FOLDERS.flatMap(tables)
  const told = { parsed: [], first: [], again: [] }
  let isFound = false
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const delimiter = delimiterOf(text)
    const head = () => parse(text, { delimiter, to: ROWS + 1, bom: true, relax_quotes: true, relax_column_count: true })
    const [labels, ...rows] = head()
    const candidates = () => recognise(labels, rows, schemasNaming(labels))
    told.first.push(timed(candidates))
    for (let i = 0; i < (isShort ? SHORT_TIMES : TIMES); i++) {
      told.parsed.push(timed(head))
      told.again.push(timed(candidates))
    }
    if (basename(file) === KNOWN.file && clearLeader(candidates())?.schema.id === KNOWN.id) isFound = true
  }
  console.log(`\nThe schema of ${files.length} files among the catalogue, milliseconds (median, 95 %):`)
  print(`header and ${ROWS} rows, csv-parse`, told.parsed)
  print('recognised', told.again)
  print('recognised, the first time', told.first)
  if (!isFound) console.error(`  ${KNOWN.file} is not recognised as ${KNOWN.id}.`)
  return isFound
}

/** The CSV files in a folder, however deep; none when it is not there. */
function tables(folder) {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true })
  return paths.filter(path => path.endsWith('.csv')).map(path => join(folder, path))
}

/** The sign that the first line has most of. */
function delimiterOf(text) {
  const [first] = text.split('\n', 1)
  return [';', ',', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0]
}

function timed(work) {
  const began = performance.now()
  work()
  return performance.now() - began
}

function print(name, times) {
  const at = share => quantile(times, share).toFixed(2).padStart(9)
  console.log(`  ${name.padEnd(52)}${at(0.5)}${at(0.95)}`)
}

async function bundled(folder) {
  const outfile = join(folder, 'recognition.mjs')
  await build({
    stdin: {
      contents: `export { schemasNaming } from './server/engine/schema/catalogue'
        export { clearLeader, recognise } from './server/engine/schema/recognise'`,
      resolveDir: '.',
    },
    ...bundling,
    outfile,
    format: 'esm',
  })
  return import(pathToFileURL(outfile))
}
