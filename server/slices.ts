/** Work after which others get their turn, in milliseconds. */
const SLICE = 2

/**
 * What steps come to once all are taken, giving way to other work now and then, after `slice` milliseconds; undefined
 * when it became stale on the way.
 */
export async function inSlices<Outcome>(
  steps: Iterator<unknown, Outcome>,
  isStale: () => boolean,
  slice = SLICE,
): Promise<{ readonly outcome: Outcome } | undefined> {
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return { outcome: value }
    if (performance.now() - began < slice) continue
    await pause()
    if (isStale()) return undefined
    began = performance.now()
  }
}

/** Turns of Node's loop in which a request goes from the pipe to its answer. */
const TURNS = 5

let last: Promise<unknown> = Promise.resolve()

/**
 * Lets other work go first: requests that have arrived are answered before anything that runs in slices goes on, and of
 * these only one between two looks at the requests.
 */
export function pause(): Promise<void> {
  const quiet = last.then(turns)
  last = quiet
  return quiet
}

async function turns(): Promise<void> {
  // A browser's worker has timers only, which wait longer.
  if (typeof setImmediate === 'undefined') return void (await new Promise(resolve => setTimeout(resolve, 0)))
  for (let i = 0; i < TURNS; i++) await new Promise(resolve => setImmediate(resolve))
}
