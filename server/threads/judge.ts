import type { Worker } from 'node:worker_threads'
import type { Judge } from '../engine/model/judge'
import { newThread } from './new-thread'

/** Milliseconds that one text may take, and that the texts of one expression may take together. */
const TEXT_BUDGET = 200
const BUDGET = 1_000
/** Milliseconds that each text adds to the budget, so that large files of honest texts never use it up. */
const EARNED = 0.05
/** Milliseconds in which a thread must have begun, or woken up, on a busy machine. */
const WAKE = 5_000
/** UTF-16 units of the longest text and expression. */
const LONGEST = 1 << 17

// What the two threads share: whose turn it is, which expression, how long the text, the answer and its microseconds.
const TURN = 0
const EXPRESSION = 1
const LENGTH = 2
const ANSWER = 3
const TOOK = 4
// Turns; 0 is the thread's when it waits for work.
const asked = 1
const trying = 2
const starting = 3

/** A judge that runs expressions in a thread of its own, which is ended when it takes too long. */
export function threadJudge(): Judge {
  let thread: Thread | 'none' | undefined
  return (expression, flags) => {
    const key = `${flags}/${expression}`
    let left = BUDGET
    return text => {
      if (left <= 0 || text.length > LONGEST || key.length > LONGEST) return undefined
      thread ??= waitingThread()
      if (thread === 'none') return undefined
      const answer = answerOf(thread, key, text)
      if (answer !== 'late') {
        left = Math.min(BUDGET, left + EARNED - thread.control[TOOK]! / 1_000)
        return answer
      }
      left -= TEXT_BUDGET
      void thread.worker.terminate()
      thread = undefined
      return undefined
    }
  }
}

interface Thread {
  readonly worker: Worker
  readonly control: Int32Array
  readonly units: Uint16Array
  /** Expressions that it has, by key. */
  readonly known: Map<string, number>
}

/** A thread that waits for work; none where the platform refuses it. */
function waitingThread(): Thread | 'none' {
  const control = new Int32Array(new SharedArrayBuffer(20))
  const units = new Uint16Array(new SharedArrayBuffer(2 * LONGEST))
  control[TURN] = starting
  try {
    // The function goes over as text: a file of its own would have to be found from each of our bundles.
    const worker = newThread(`(${judgeTexts.toString()})(require('node:worker_threads').workerData)`, {
      eval: true,
      execArgv: [],
      workerData: { control, units },
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    })
    worker.on('error', () => undefined)
    worker.unref()
    if (Atomics.wait(control, TURN, starting, WAKE) !== 'timed-out') return { worker, control, units, known: new Map() }
    void worker.terminate()
  } catch {
    // Refused by the platform.
  }
  return 'none'
}

function answerOf(thread: Thread, key: string, text: string): boolean | 'late' | undefined {
  let expression = thread.known.get(key)
  if (expression === undefined) {
    expression = thread.known.size
    thread.known.set(key, expression)
    if (!isDone(thread, ~expression, key)) return 'late'
  }
  if (!isDone(thread, expression, text)) return 'late'
  const answer = thread.control[ANSWER]
  return answer === 2 ? undefined : answer === 1
}

/** Has the thread take a text, or an expression when its number is negative; false when it does not come back. */
function isDone({ control, units }: Thread, expression: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  control[EXPRESSION] = expression
  control[LENGTH] = text.length
  Atomics.store(control, TURN, asked)
  Atomics.notify(control, TURN)
  // A thread that has not woken up yet has not had its time.
  if (Atomics.wait(control, TURN, asked, WAKE) === 'timed-out') return false
  return Atomics.wait(control, TURN, trying, TEXT_BUDGET) !== 'timed-out'
}

/** The life of the thread. It may use nothing from outside, not even the constants above. */
function judgeTexts({ control, units }: Pick<Thread, 'control' | 'units'>): void {
  const expressions: (RegExp | undefined)[] = []
  for (;;) {
    Atomics.store(control, 0, 0)
    Atomics.notify(control, 0)
    Atomics.wait(control, 0, 0)
    Atomics.store(control, 0, 2)
    Atomics.notify(control, 0)
    const began = performance.now()
    let text = ''
    for (let i = 0; i < control[2]!; i += 8_192)
      text += String.fromCharCode(...units.subarray(i, Math.min(i + 8_192, control[2]!)))
    control[3] = 2
    try {
      const number = control[1]!
      if (number < 0) expressions[~number] = new RegExp(text.slice(text.indexOf('/') + 1), text.split('/', 1)[0])
      else if (expressions[number]) {
        expressions[number].lastIndex = 0
        control[3] = expressions[number].test(text) ? 1 : 0
      }
    } catch {
      // Too large for the engine's stack or memory: no answer.
    }
    control[4] = 1_000 * (performance.now() - began)
  }
}
