import { readFileSync } from 'node:fs'
import { quantile } from './figures.mjs'
import { startedServer } from './server.mjs'
import { numbers } from './table.mjs'

/** Bytes of the text. */
const SIZES = [1e6, 1e7, 4.5e7]
const TIMES = 200
const SHORT_TIMES = 40
const LF = 10
const URI = 'untitled:frappe.csv'

/**
 * Prints how long a client waits from a typed character until it has the report, with all that lies between them: the
 * protocol, the text, the findings and their words. Returns whether the report is the first one again once what was typed
 * is taken back.
 * @param {string} table
 * @param {{ isShort: boolean }} options
 */
export async function measureKeystrokes(table, { isShort }) {
  const bytes = readFileSync(table)
  console.log('\nFrom a typed character to the report over LSP, milliseconds:')
  const agreements = []
  for (const size of SIZES.slice(0, isShort ? 2 : 3).filter(size => size < bytes.length)) {
    const text = bytes.toString('utf8', 0, bytes.indexOf(LF, size) + 1)
    const { took, isSame, entries } = await typed(text, isShort ? SHORT_TIMES : TIMES)
    const [median, most] = [0.5, 0.95].map(share => quantile(took, share).toFixed(1).padStart(8))
    console.log(`  ${(size / 1e6).toFixed(0).padStart(2)} MB, ${entries} entries${median} median${most} p95`)
    if (!isSame) console.error('  The report is not the first one again.')
    agreements.push(isSame)
  }
  return agreements.every(Boolean)
}

/** Characters typed one by one, each taken back before the next. */
async function typed(text, times) {
  const server = await startedServer({ textDocument: { diagnostic: {} } })
  const random = numbers(5)
  const lines = text.split('\n').length - 2
  const textDocument = { uri: URI }
  let version = 1
  const change = async (range, written) => {
    version++
    await server.tell('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ range, text: written }],
    })
    return (await server.ask('textDocument/diagnostic', { textDocument })).items
  }
  await server.open(URI, text)
  const { items: first } = await server.ask('textDocument/diagnostic', { textDocument })
  const took = []
  let last = first
  for (let i = 0; i < times; i++) {
    const start = { line: 1 + random(lines), character: random(20) }
    const began = performance.now()
    await change({ start, end: start }, '7')
    took.push(performance.now() - began)
    last = await change({ start, end: { ...start, character: start.character + 1 } }, '')
  }
  await server.leave()
  return { took, entries: first.length, isSame: JSON.stringify(last) === JSON.stringify(first) }
}
