import { describedBy } from '../described-by'
import { absolute, disk } from '../disk'
import type { Language } from '../engine/model/language'
import type { Order } from '../options'
import { within } from '../path'
import { reportIn } from '../report/document'
import type { Line } from '../report/block'
import { htmlWriter } from '../report/block-html'
import { markdownWriter } from '../report/block-markdown'
import { contentsBlocks, contentsRow } from '../report/folder'
import { readInSteps, type Reported } from '../report/reported'
import { temporarySpill } from '../temporary-spill'
import { today } from '../today'
import { ownVersion } from '../version'
import { unchanged } from './check-input'
import { type Complain, type Given, givenBy, type Input, inputsOf, sharedBy } from './inputs'
import { opened } from '../opened'
import { Output } from './output'
import { Progress } from './progress'

/** Prints one document on the files named, for those who read rather than check: findings do not make it fail. */
export async function reportCommand(order: Order, complain: Complain): Promise<void> {
  const shared = await sharedBy(order, complain)
  if (!shared) return
  const given = await givenBy(order)
  const count = given.reduce((sum, { files }) => sum + files.length, 0)
  const among = count > 1 ? 'others' : 'none'
  const day = order.today ?? today()
  const { language, reader } = order
  const writer = order.document === 'html' ? htmlWriter({ language, version: ownVersion() }) : markdownWriter
  const report = reportIn(writer, { language, reader, today: day })
  const output = new Output()
  const progress = new Progress()
  const spoken: Complain = (problem, weight) => {
    progress.clear()
    complain(problem, weight)
  }
  const kept = new Kept()
  const contents: (readonly Line[])[] = []
  for await (const input of inputsOf(order, shared, spoken, given)) {
    try {
      const read = await readTo(input, order, done => progress.show(input.path, done))
      const reported = reader === 'agent' ? read : { ...read, name: shortName(read.name, given) }
      const section = { language, today: day, number: contents.length + 1, among } as const
      contents.push(contentsRow(reported, section))
      progress.clear()
      if (among === 'none') await output.write(report.start(reported.name))
      for (const text of report.section(reported, section))
        if (among === 'none') await output.write(text)
        else kept.add(text)
    } finally {
      input.paged?.close()
    }
  }
  if (contents.length === 0) return
  if (among === 'others') {
    await output.write(report.start(contents.length))
    for (const block of contentsBlocks(contents, { language }))
      for (const text of report.written(block)) await output.write(text)
    for (const text of kept.all()) await output.write(text)
  }
  await output.write(report.end())
  await output.flush()
}

async function readTo(input: Input, order: Order, tell: (done: number) => void): Promise<Reported> {
  const { path, paged, lint } = input
  const dataset = opened(input)
  const steps = readInSteps(dataset, { lint, reader: order.reader, language: order.language })
  for (;;) {
    const { done, value } = steps.next()
    if (!done) {
      tell(value)
      continue
    }
    unchanged(paged)
    const described = path === '-' || dataset.tree ? undefined : await describedBy(absolute(path), { files: disk })
    return { ...value, name: path === '-' ? standardInput[order.language] : path, dataset, described, asked: lint }
  }
}

/** A file of a folder as it is called there. */
function shortName(path: string, given: readonly Given[]): string {
  const folder = given.find(one => one.path !== path && one.files.includes(path))?.path.replace(/\/+$/, '')
  return folder === undefined ? path : within(folder, path)
}

const standardInput: Readonly<Record<Language, string>> = { fr: 'Entrée standard', en: 'Standard input' }

/** UTF-8 bytes that memory takes. */
const MOST = 1 << 25

/** Text that waits for what is printed before it. */
class Kept {
  readonly #spill = temporarySpill()
  readonly #encoder = new TextEncoder()
  #parts: Uint8Array[] = []
  #length = 0
  #spilt = 0

  add(text: string): void {
    const bytes = this.#encoder.encode(text)
    this.#parts.push(bytes)
    this.#length += bytes.length
    if (this.#length <= MOST) return
    for (const part of this.#parts) this.#spill.write(part)
    this.#spilt += this.#length
    this.#parts = []
    this.#length = 0
  }

  *all(): Generator<Uint8Array> {
    for (let at = 0; at < this.#spilt; ) {
      const bytes = new Uint8Array(Math.min(this.#spilt - at, 1 << 16))
      this.#spill.read(at, bytes)
      at += bytes.length
      yield bytes
    }
    this.#spill.close()
    yield* this.#parts
  }
}
