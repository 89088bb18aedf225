import { quantile } from './figures.mjs'
import { startedServer } from './server.mjs'
import { numbers } from './table.mjs'

/** Hovers of each kind. */
const TIMES = 200
const SHORT_TIMES = 40
/** Those while the file is read, which does not last long. */
const BUSY_TIMES = 8
/** Rows of the table whose first column never repeats a value. */
const DISTINCT = 1_000_000
const SHORT_DISTINCT = 100_000
/** Milliseconds that a hover should take at most. */
const GOAL = 20

/**
 * Prints how long the server takes to answer a hover, from the client's request to its answer, while it is still reading and
 * checking the file and once it is done: on labels, on cells, on a cell of 1 MB, and in a column in which no value comes
 * twice, beside the time that the facts of that column take. Returns whether each label was told of.
 * @param {{ isShort: boolean }} options
 */
export async function measureHovers({ isShort }) {
  const times = isShort ? SHORT_TIMES : TIMES
  const rows = isShort ? SHORT_DISTINCT : DISTINCT
  const server = await startedServer()
  const random = numbers(11)
  const distinct = tableOf(rows, random)
  await server.open(uriOf('large'), distinct)
  await server.open(uriOf('long'), `nom;remarque;montant\nA;${'long texte '.repeat(95_325)};12\nB;court;13\n`)
  const busy = [
    { name: 'label of a column without repeats', place: () => ['large', 0, 3] },
    { name: 'label of amounts', place: () => ['large', 0, 14] },
    { name: 'cell without repeats', place: () => ['large', 1 + random(rows), 2] },
    { name: 'cell of an amount', place: () => ['large', 1 + random(rows), 13] },
  ]
  const long = [
    { name: 'cell of 1 MB', place: () => ['long', 1, 2 + random(1_000_000)] },
    { name: 'label above the cell of 1 MB', place: () => ['long', 0, 5] },
  ]
  console.log(`\nHovers, ${rows} rows (${(distinct.length / 1e6).toFixed(0)} MB), milliseconds:`)
  await server.ask('vigie/overview', { uri: uriOf('large'), when: 'now' })
  const whileBusy = await measured(server, busy, BUSY_TIMES)
  await server.ask('vigie/profile', { uri: uriOf('large') })
  for (const name of ['large', 'long']) await server.ask('vigie/overview', { uri: uriOf(name), when: 'checked' })
  const after = await measured(server, [...busy, ...long], times)
  print('while the file is read and checked', whileBusy)
  print('afterwards', after)
  // An edit makes the facts stale.
  const start = { line: 1, character: 0 }
  const textDocument = { uri: uriOf('large'), version: 2 }
  const contentChanges = [{ range: { start, end: start }, text: 'a' }]
  await server.tell('textDocument/didChange', { textDocument, contentChanges })
  const facts = await timed(() => server.ask('vigie/profile', { uri: uriOf('large'), columns: [0] }))
  console.log(`  the facts of the column without repeats${facts.toFixed(0).padStart(22)}`)
  await server.leave()
  return [...whileBusy, ...after].every(({ isTold }) => isTold)
}

function tableOf(rows, random) {
  const lines = Array.from(
    { length: rows },
    (_, i) => `D${i * 7919}x;${(random(90_000) / 100).toFixed(2)};${random(5)}\n`,
  )
  return `identifiant;montant;commune\n${lines.join('')}`
}

async function measured(server, cases, times) {
  const found = []
  for (const { name, place } of cases) {
    const took = []
    let isTold = true
    for (let i = 0; i < times; i++) {
      const [file, line, character] = place()
      const params = { textDocument: { uri: uriOf(file) }, position: { line, character } }
      const began = performance.now()
      const hover = await server.ask('textDocument/hover', params)
      took.push(performance.now() - began)
      if (name.startsWith('label')) isTold &&= (hover?.contents.value ?? '') !== ''
    }
    found.push({ name, isTold, took })
  }
  return found
}

function print(when, found) {
  console.log(`  ${when}`)
  for (const { name, took } of found) {
    const [median, late] = [0.5, 0.95].map(share => quantile(took, share))
    const note = late > GOAL ? `  (above ${GOAL})` : ''
    console.log(
      `    ${name.padEnd(36)}${median.toFixed(1).padStart(8)} median${late.toFixed(1).padStart(8)} p95${note}`,
    )
  }
}

function uriOf(name) {
  return `untitled:${name}.csv`
}

async function timed(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}
