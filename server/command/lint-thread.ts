import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '../files/failure'
import type { Problem } from '../files/files'
import type { Order } from './options'
import type { Printed, ReportStyle, Sum } from '../report/report'
import { checkInput, reporterOf } from './check-input'
import { inputAt, sharedBy } from './inputs'

// A thread of `vigie lint`, which checks one file after the other.

/** What a thread is for; only the first one knows whether a terminal shows what is printed. */
export interface Errand {
  readonly order: Order
  readonly colours: ReportStyle['colours']
}

/** What goes to a thread: a file to check, or how much of its text was printed, in UTF-16 units or bytes. */
export type ToThread = { readonly path: string; readonly as: 'named' | 'in-folder' } | { readonly printed: number }

/** What comes back: everything that checking a file brings, and that it is over. */
export type FromThread =
  | { readonly text: Printed }
  | { readonly done: number }
  | { readonly problem: Problem; readonly weight: 'serious' | 'mild' }
  | { readonly sum: Sum }
  | { readonly over: 'checked' | 'left' }

/** UTF-16 units, or bytes, that may wait to be printed. */
const AHEAD = 1 << 22

const port = parentPort!
const { order, colours } = workerData as Errand
/** Why nothing can be checked: the first thread has complained of all that holds, but for what was there once, as a pipe. */
let refused: Problem | undefined
const shared = sharedBy(order, (problem, weight) => {
  if (weight === 'serious') refused = problem
})
const reporter = reporterOf(order, colours)
let waiting = 0
let goOn: (() => void) | undefined
let last: Promise<void> = Promise.resolve()

port.on('message', (news: ToThread) => {
  if ('path' in news) {
    last = last.then(() => check(news.path, news.as))
    return
  }
  waiting -= news.printed
  if (waiting <= AHEAD) goOn?.()
})

async function check(path: string, as: 'named' | 'in-folder'): Promise<void> {
  const known = await shared
  if (!known) throw refused ? failure(refused) : new Error('no order')
  const input = await inputAt(path, order, known, (problem, weight) => tell({ problem, weight }), as)
  if (!input) return tell({ over: 'left' })
  const texts = checkInput(input, reporter, done => tell({ done }))
  for (;;) {
    const { done, value } = texts.next()
    if (done) {
      tell({ sum: value })
      return tell({ over: 'checked' })
    }
    tell({ text: value })
    waiting += value.length
    if (waiting > AHEAD) await new Promise<void>(resolve => (goOn = resolve))
  }
}

function tell(news: FromThread): void {
  port.postMessage(news)
}
