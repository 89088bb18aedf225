import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { bundling } from '../../.ci/bundling.mjs'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { quantile } from './figures.mjs'
import { numbers } from './table.mjs'

/** Bytes of the text under edit. */
const SIZES = [1e6, 1e7, 4.5e7]
/** How often each is done; what is pasted is taken out again, and a quote that is opened is closed. */
const TIMES = { typed: 300, deleted: 300, pasted: 50, quoted: 100 }
const SHORT = { typed: 60, deleted: 40, pasted: 6, quoted: 10 }
const PASTED = 1000
/** As many rows as the engine learns from. */
const FIRST_ROWS = 1000
const LF = 10

/**
 * Prints the time from the arrival of an edit until the server's findings are ready, and what the report that an editor
 * then asks for takes; beside it what the usual text store takes for the same edit, which finds nothing. Returns whether
 * the findings after all edits are those of a fresh lint.
 * @param {string} table
 * @param {ReturnType<typeof import('./schema.mjs').grants>} schema
 * @param {{ isShort: boolean }} options
 */
export async function measureEdits(table, schema, { isShort }) {
  const server = await bundled(dirname(table))
  const bytes = readFileSync(table)
  const sizes = SIZES.slice(0, isShort ? 2 : 3).filter(size => size < bytes.length)
  // Once more with every rule, at the size that is seldom passed.
  const runs = [
    ...sizes.map(size => ({ size })),
    { size: sizes.find(size => size >= 1e7) ?? sizes.at(-1), preset: 'complet' },
  ]
  const agreements = runs.map(({ size, ...options }) => {
    const end = bytes.indexOf(LF, size) + 1
    const spare = rowsOf(bytes.subarray(end))
    const known = { schema: { schema: server.readSchema(schema, 'bench').schema, source: 'flag' } }
    const times = isShort ? SHORT : TIMES
    return measured(server, bytes.toString('utf8', 0, end), known, live => edits(live, spare, times), options)
  })
  return agreements.every(Boolean)
}

/**
 * Prints what the edits of a text cost, which are made one after the other; returns whether the findings after all of them
 * are those of a fresh lint with the same options.
 */
export function measured(server, start, known, editsOf, options = {}) {
  const empty = memory()
  const text = new server.EditorText(start, 1)
  const [check, first] = timed(() => {
    const live = new server.LiveCheck(text.live, known, options)
    for (const _ of live.steps());
    return live
  })
  const found = check.gathered(999).entries.length
  console.log(
    `\nEdits of ${(start.length / 1e6).toFixed(0)} MB${options.preset ? `, ${options.preset}` : ''}: first check ${(first / 1e3).toFixed(2)} s, ` +
      `${((memory() - empty) / 2 ** 20).toFixed(0)} MiB with the text, ${found} entries to report`,
  )
  const took = new Map()
  const changes = []
  let version = 1
  for (const { kind, change } of editsOf(text.live)) {
    changes.push({ kind, change })
    const [, ready] = timed(() => {
      text.change([change], ++version, ({ span, written }) => check.edit(span, written))
      for (const _ of check.steps());
    })
    const [, reported] = timed(() => check.gathered(999))
    const of = took.get(kind) ?? { ready: [], reported: [], stored: [] }
    of.ready.push(ready)
    of.reported.push(reported)
    took.set(kind, of)
  }
  const document = TextDocument.create('file:///table.csv', 'csv', 1, start)
  for (const { kind, change } of changes)
    took.get(kind).stored.push(timed(() => TextDocument.update(document, [change], document.version + 1))[1])
  print(took)
  return agrees(server, check, document.getText(), known, options)
}

/** The edits one after the other, anywhere and then among the rows that tell what a column is like. */
function* edits(live, spare, times) {
  const random = numbers(7)
  const last = () => live.position(live.length).line - 1
  yield* editsAt(() => 1 + random(last()), { live, spare, times, random, where: '' })
  yield* editsAt(() => 1 + random(Math.min(FIRST_ROWS, last())), { live, spare, times, random, where: ', first rows' })
}

/** Each edit is placed in the text as the one before it left it. */
function* editsAt(line, { live, spare, times, random, where }) {
  for (let i = 0; i < times.typed; i++) {
    const at = line()
    const place = { line: at, character: random(lineOf(live, at).length + 1) }
    yield { kind: `character${where}`, change: { range: { start: place, end: place }, text: '7ae ,-'[random(6)] } }
  }
  for (let i = 0; i < times.deleted; i++) {
    const at = line()
    yield { kind: `deleted row${where}`, change: { range: rows(at, at + 1), text: '' } }
  }
  for (let i = 0; i < times.pasted; i++) {
    const at = line()
    const text = spare.slice(i * PASTED, (i + 1) * PASTED).join('')
    yield { kind: `1,000 rows in${where}`, change: { range: rows(at, at), text } }
    yield { kind: `1,000 rows out${where}`, change: { range: rows(at, at + PASTED), text: '' } }
  }
  for (let i = 0; i < times.quoted; i++) {
    const at = line()
    const [cell] = lineOf(live, at).split(/[,;]/)
    for (const [kind, character] of [
      ['quote opened', 0],
      ['quote closed', cell.length + 1],
    ]) {
      const place = { line: at, character }
      yield { kind: `${kind}${where}`, change: { range: { start: place, end: place }, text: '"' } }
    }
  }
}

export function rows(from, to) {
  return { start: { line: from, character: 0 }, end: { line: to, character: 0 } }
}

export function lineOf(live, line) {
  const start = live.offset({ line, character: 0 })
  const end = live.indexOf(LF, start)
  return decoder.decode(live.window(start, end - start).subarray(0, end - start)).replace('\r', '')
}

const decoder = new TextDecoder()

/** So many rows as are pasted in all, each with its line end. */
function rowsOf(bytes) {
  return decoder.decode(bytes.subarray(0, TIMES.pasted * PASTED * 300)).match(/.*\n/g) ?? []
}

function agrees(server, check, text, known, options) {
  const dataset = server.openText(server.flatSource(new TextEncoder().encode(text)), known)
  const fresh = [...server.lint(dataset, options)].map(told)
  const kept = [...check.findings()].map(told)
  const at = fresh.findIndex((finding, i) => finding !== kept[i])
  const isSame = at < 0 && fresh.length === kept.length
  console.log(`${kept.length} findings at the end, ${isSame ? 'those' : 'NOT THOSE'} of a fresh lint`)
  if (!isSame) console.error(`  found      ${kept[at]}\n  instead of ${fresh[at]}`)
  return isSame && kept.length > 0
}

function told({ rule, severity, row, column, span, facts }) {
  return JSON.stringify([rule, severity, row, column, span, facts])
}

function print(took) {
  console.log(
    `${''.padEnd(28)}  edits   findings ms: median      p95   report ms: median      p95   TextDocument ms: median      p95`,
  )
  for (const [kind, { ready, reported, stored }] of took) {
    const figures = [ready, reported, stored].map((times, i) =>
      [0.5, 0.95]
        .map((share, j) =>
          quantile(times, share)
            .toFixed(2)
            .padStart(j ? 9 : [21, 19, 25][i]),
        )
        .join(''),
    )
    console.log(`${kind.padEnd(28)}${String(ready.length).padStart(7)}${figures.join('')}`)
  }
}

function timed(work) {
  const began = performance.now()
  const made = work()
  return [made, performance.now() - began]
}

/** Bytes held once what nobody needs is gone. */
function memory() {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

/** What the server does with a text, as one module. */
export async function bundled(folder) {
  const doors = {
    'editor/editor-text': ['EditorText'],
    'engine/dataset': ['openText'],
    'engine/lint': ['lint'],
    'engine/live-check': ['LiveCheck'],
    'engine/model/source': ['flatSource'],
    'engine/schema/table-schema': ['readSchema'],
  }
  const outfile = join(folder, 'engine.mjs')
  await build({
    stdin: {
      contents: Object.entries(doors)
        .map(([path, names]) => `export { ${names.join(', ')} } from './server/${path}'`)
        .join('\n'),
      resolveDir: '.',
    },
    ...bundling,
    outfile,
    format: 'esm',
  })
  return import(pathToFileURL(outfile))
}
