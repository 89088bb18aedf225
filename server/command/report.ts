import { describedBy } from '../described/document'
import { absolute, disk } from '../files/disk'
import type { Dataset } from '../engine/dataset'
import { toldBy } from '../engine/metadata/told'
import type { Language } from '../engine/model/language'
import type { Problem } from '../files/files'
import type { Order } from './options'
import { within } from '../files/path'
import { type Changed, changedInSteps } from '../report/changed'
import { noteIn, reportIn } from '../report/document'
import { htmlWriter } from '../report/block-html'
import { markdownWriter } from '../report/block-markdown'
import { contentsBlocks, type Listed } from '../report/folder'
import { type Known, readInSteps, type Reported, type Section } from '../report/reported'
import { standingOf } from '../report/standing'
import { temporarySpill } from '../files/temporary-spill'
import { today } from '../today'
import { ownVersion } from '../version'
import { unchanged } from './check-input'
import { formerInput } from './former-input'
import type { Input } from '../files/input'
import { type Complain, type Given, givenBy, inputsOf, type Shared, sharedBy } from './inputs'
import { opened } from '../files/opened'
import { Output } from './output'
import { Progress } from './progress'

/** Prints one document on the files named, for those who read rather than check: findings do not make it fail. */
export async function reportCommand(order: Order, complain: Complain): Promise<void> {
  const shared = await sharedBy(order, complain)
  if (!shared) return
  const given = await givenBy(order)
  const count = given.reduce((sum, { files }) => sum + files.length, 0)
  const among = count > 1 ? 'others' : 'none'
  if (count > 1 && order.before !== undefined && order.before !== 'git') return complain(oneFile, 'serious')
  const day = order.today ?? today()
  const { language, reader } = order
  const writer = order.document === 'html' ? htmlWriter({ language, version: ownVersion() }) : markdownWriter
  const report = reportIn(writer, { language, reader, today: day })
  const note = noteIn(writer, { language, today: day })
  const { start, written, end } = order.before === undefined ? report : note
  const output = new Output()
  const progress = new Progress()
  const spoken: Complain = (problem, weight) => {
    progress.clear()
    complain(problem, weight)
  }
  const kept = new Kept()
  const contents: Listed[] = []
  for await (const input of inputsOf(order, shared, spoken, given)) {
    try {
      const tell = (done: number) => progress.show(input.path, done)
      const named = (path: string) => (reader === 'agent' && order.before === undefined ? path : shortName(path, given))
      const section = { language, today: day, number: contents.length + 1, among } as const
      const read =
        order.before === undefined
          ? await readTo(input, { order, among }, tell)
          : await compared(input, { order, shared, complain: spoken, tell })
      if (!read) continue
      const isNote = 'after' in read
      const reported = isNote ? read.after : read
      const shown = { ...reported, name: named(reported.name) }
      contents.push(listed(input.path, shown, section.number))
      progress.clear()
      if (among === 'none') await output.write(start(shown.name))
      const texts = isNote ? note.section({ ...read, after: shown }, section) : report.section(shown, section)
      for (const text of texts)
        if (among === 'none') await output.write(text)
        else kept.add(text)
    } finally {
      input.paged?.close()
    }
  }
  if (contents.length === 0) return
  if (among === 'others') {
    await output.write(start(contents.length))
    for (const block of contentsBlocks(contents, { language, today: day }))
      for (const text of written(block)) await output.write(text)
    for (const text of kept.all()) await output.write(text)
  }
  await output.write(end())
  await output.flush()
}

/** A file and its former version; undefined, and complained of, where there is none. */
async function compared(
  input: Input,
  {
    order,
    shared,
    complain,
    tell,
  }: {
    readonly order: Order
    readonly shared: Shared
    readonly complain: Complain
    readonly tell: (done: number) => void
  },
): Promise<Changed | undefined> {
  const { lint } = input
  const after = opened(input)
  const former = await formerInput(input, after, { order, shared, complain })
  if (!former) return undefined
  try {
    const before = opened(former.input)
    const known = throughTo(changedInSteps(before, after, { lint, language: order.language }), tell)
    unchanged(input.paged)
    unchanged(former.input.paged)
    return {
      comparison: known.comparison,
      before: { ...known.before, dataset: before, version: former.version },
      after: await reportedOf(known.after, input, { order, dataset: after }),
    }
  } finally {
    former.input.paged?.close()
  }
}

async function readTo(
  input: Input,
  { order, among }: { readonly order: Order } & Pick<Section, 'among'>,
  tell: (done: number) => void,
): Promise<Reported> {
  const { paged, lint } = input
  const dataset = opened(input)
  const { reader, language } = order
  const known = throughTo(readInSteps(dataset, { lint, reader, language, among }), tell)
  unchanged(paged)
  return reportedOf(known, input, { order, dataset })
}

/** What steps come to; `tell` is given the share done. */
function throughTo<Outcome>(steps: Generator<number, Outcome>, tell: (done: number) => void): Outcome {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    tell(value)
  }
}

async function reportedOf(
  known: Known,
  { path, lint }: Input,
  { order, dataset }: { readonly order: Order; readonly dataset: Dataset },
): Promise<Reported> {
  const described = path === '-' || dataset.tree ? undefined : await describedBy(absolute(path), { files: disk })
  return { ...known, name: path === '-' ? standardInput[order.language] : path, dataset, described, asked: lint }
}

/** What the table of the files tells of one. */
function listed(path: string, { name, dataset, verdict, last, described }: Reported, number: number): Listed {
  const [description] = described?.dataset.tree?.descriptions ?? []
  const told = description && toldBy(description)
  return { standing: standingOf(absolute(path), { dataset, verdict, last, told }), name, anchor: `f${number}` }
}

/** A file of a folder as it is called there. */
function shortName(path: string, given: readonly Given[]): string {
  const folder = given.find(one => one.path !== path && one.files.includes(path))?.path.replace(/\/+$/, '')
  return folder === undefined ? path : within(folder, path)
}

const oneFile: Problem = {
  fr: '--before FICHIER ne compare qu’un fichier à la fois ; --before git en prend plusieurs.',
  en: '--before FILE compares one file at a time; --before git takes several.',
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
