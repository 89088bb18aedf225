import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { failure, reasonOf } from '../files/failure'
import type { Problem } from '../files/files'
import { newThread } from '../threads/new-thread'
import type { Order } from './options'
import { helpersOf } from '../threads/part-threads'
import type { Around, Piece } from './check-input'
import { emptyFolder, type Given, isCountedTogether, once } from './inputs'
import type { Errand, FromThread, ToThread } from './lint-thread'

/** Threads when nobody says how many, for several files and for one: there a second one costs an eighth more processor time. */
const USUAL = 4
const USUAL_OF_FILE = 1

/** Bytes below which all files together are checked before a thread has begun. */
const SMALL = 1 << 23

const program = join(__dirname, 'cli.js')

/** How many threads the files of an order are worth; one is this thread. */
export async function threadsFor(order: Order, given: readonly Given[]): Promise<number> {
  const { threads = Math.min(USUAL, availableParallelism()), paths } = order
  if (threads === 1 || isCountedTogether(order) || paths.includes('-') || (await isPiped(order))) return 1
  const files = given.flatMap(one => one.files)
  let bytes = 0
  for (const path of files) {
    bytes += await stat(path).then(
      ({ size }) => size,
      () => 0,
    )
    if (bytes >= SMALL) return Math.min(threads, files.length)
  }
  return 1
}

/** How many threads besides this one a large file is worth, where files are checked one after the other. */
export function helpersFor({ threads = USUAL_OF_FILE }: Order): number {
  return helpersOf(threads)
}

/** Whether what all threads would read can be read but once: a pipe. */
async function isPiped({ schema, dialect }: Order): Promise<boolean> {
  const found = await Promise.all(
    [schema, dialect].map(path => path !== undefined && stat(path).catch(() => undefined)),
  )
  return found.some(one => one && !one.isFile())
}

/** What is checked in several threads. */
interface Shares {
  readonly given: readonly Given[]
  readonly threads: number
}

/** Checks the files of an order in several threads; what they bring comes in the order of the files all the same. */
export async function* checkInThreads(
  errand: Errand,
  { given, threads }: Shares,
  around: Around,
): AsyncGenerator<Piece> {
  const complain = once(around.complain)
  const works = given.flatMap(({ path, files }) =>
    files.map((file): Work => new Work(file, file === path ? 'named' : 'in-folder')),
  )
  const left = [...works]
  const crew = Array.from({ length: threads }, () => new Hand(errand, left))
  try {
    for (const { path, files } of given) {
      let count = 0
      for (const file of files) {
        const work = works.shift()!
        let isPrinted = false
        for await (const news of work.news()) {
          if ('text' in news) isPrinted = true
          if ('text' in news || 'sum' in news) yield news
          else if ('done' in news) around.tell(file, news.done)
          else if ('problem' in news) complain(news.problem, news.weight)
          else if ('broken' in news) {
            // What was told of it so far must not be taken for all.
            if (isPrinted) throw failure(named(file, news.broken))
            complain(unchecked(file, news.broken), 'serious')
            count++
          } else if (news.over === 'checked' || file === path) count++
        }
      }
      if (count === 0) complain(emptyFolder(path), 'mild')
    }
  } finally {
    for (const hand of crew) hand.end()
  }
}

type News = FromThread | { readonly broken: Problem }

/** One file to check, and what is known of it so far. */
class Work {
  readonly path: string
  readonly as: 'named' | 'in-folder'
  readonly #news: News[] = []
  #arrived: (() => void) | undefined
  #printed: (count: number) => void = () => undefined

  constructor(path: string, as: Work['as']) {
    this.path = path
    this.as = as
  }

  /** `printed` is told how many UTF-16 units were printed. */
  begin(printed: (count: number) => void): void {
    this.#printed = printed
  }

  add(news: News): void {
    this.#news.push(news)
    this.#arrived?.()
  }

  async *news(): AsyncGenerator<News> {
    for (;;) {
      const news = this.#news.shift()
      if (!news) {
        await new Promise<void>(resolve => (this.#arrived = resolve))
        continue
      }
      yield news
      if ('text' in news) this.#printed(news.text.length)
      if ('over' in news || 'broken' in news) return
    }
  }
}

/** A thread that takes one work after the other; one that breaks down is replaced by another. */
class Hand {
  readonly #errand: Errand
  readonly #left: Work[]
  #worker: Worker | undefined

  constructor(errand: Errand, left: Work[]) {
    this.#errand = errand
    this.#left = left
    this.#next()
  }

  end(): void {
    this.#left.length = 0
    void this.#worker?.terminate()
    this.#worker = undefined
  }

  #next(): void {
    const work = this.#left.shift()
    if (!work) return this.end()
    const worker = (this.#worker ??= this.#hired())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows of a browser
    const tell = (news: ToThread) => worker.postMessage(news)
    work.begin(printed => tell({ printed }))
    worker.removeAllListeners('message').on('message', (news: FromThread) => {
      work.add(news)
      if ('over' in news) this.#next()
    })
    worker.removeAllListeners('error').on('error', (error: Error) => {
      this.#worker = undefined
      work.add({ broken: reasonOf(error) })
      this.#next()
    })
    tell({ path: work.path, as: work.as })
  }

  #hired(): Worker {
    return newThread(program, { argv: ['lint-thread'], workerData: this.#errand })
  }
}

/** That a file was not checked, of which nothing was told yet. */
export function unchecked(path: string, reason: Problem): Problem {
  return {
    fr: `${path} n’a pas pu être vérifié : ${reason.fr}`,
    en: `${path} could not be checked: ${reason.en}`,
  }
}

/** What went wrong with a file, of which a part was told. */
export function named(path: string, reason: Problem): Problem {
  return { fr: `${path} : ${reason.fr}`, en: `${path}: ${reason.en}` }
}
