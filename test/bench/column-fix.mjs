import { parse } from 'csv-parse/sync'
import { quantile } from './figures.mjs'
import { startedServer } from './server.mjs'
import { numbers } from './table.mjs'

/** Rows, in each of which a day is written the French way. */
const ROWS = 100_000
/** Times that the repair is asked for, each time of a text just checked; the median is told. */
const TIMES = 5
/** Milliseconds that the repair of a column should take at most. */
const GOAL = 1_000
/** What the client can do, so that the repair of a column is offered. */
const ABLE = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
}
const URI = 'file:///bench/column.csv'

/**
 * Prints how long the server takes to give the repair of a whole column, from the client's request to the edits, beside
 * csv-parse with the same replacement and the text written anew. Returns whether there is one edit for each row, and they
 * make the text that csv-parse makes.
 */
export async function measureColumnFix() {
  const random = numbers(5)
  const lines = Array.from({ length: ROWS }, (_, i) => `D${i};${1 + (i % 28)}/0${1 + random(9)}/2024;${random(900)}\n`)
  const text = `ref;date_fin;montant\n${lines.join('').replace(/;(\d)\//g, ';0$1/')}`
  const server = await startedServer(ABLE)
  await server.open(URI, text)
  await server.ask('vigie/overview', { uri: URI, when: 'checked' })
  const ours = []
  let edits
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    const place = { line: 1 + i, character: 7 }
    const params = { textDocument: { uri: URI }, range: { start: place, end: place }, context: { diagnostics: [] } }
    const actions = await server.ask('textDocument/codeAction', params)
    const wanted = actions.find(({ data }) => data?.rule === 'local-date' && data.asked)
    edits = (await server.ask('vigie/repair', { data: wanted.data })).repair.edits
    ours.push(performance.now() - began)
  }
  await server.leave()
  const peers = []
  let rebuilt = ''
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    rebuilt = rebuiltBy(text)
    peers.push(performance.now() - began)
  }
  const isRight = edits?.texts.length === ROWS && applied(text, edits) === rebuilt
  console.log(`\nRepair of a column, ${ROWS} rows (${(text.length / 1e6).toFixed(0)} MB), milliseconds:`)
  console.log(`  vigie: request to edits${told(ours)}`)
  console.log(`  csv-parse, replaced and written anew${told(peers)}`)
  if (!isRight) console.log('  The repaired text is not the expected one.')
  return isRight
}

function rebuiltBy(text) {
  const rows = parse(text, { delimiter: ';' })
  for (const row of rows.slice(1)) row[1] = row[1].split('/').toReversed().join('-')
  return `${rows.map(row => row.join(';')).join('\n')}\n`
}

/** The text with the packed edits of the protocol, each in a line. */
function applied(text, { places, texts }) {
  const lines = text.split('\n')
  let at = 0
  for (const [i, newText] of texts.entries()) {
    at += places[4 * i]
    const line = lines[at]
    lines[at] = line.slice(0, places[4 * i + 1]) + newText + line.slice(places[4 * i + 3])
  }
  return lines.join('\n')
}

function told(took) {
  const median = quantile(took, 0.5)
  return `${median.toFixed(0).padStart(10)} median${median > GOAL ? `  (above ${GOAL})` : ''}`
}
