import { pause } from '../check'

/** Milliseconds after which whatever was asked meanwhile is heard. */
const SLICE = 5

/** What steps come to; between two slices of them others have their turn, and none is taken once nobody waits. */
export async function inSlices<Step, Result>(
  steps: Generator<Step, Result>,
  signal: AbortSignal,
  tell: (step: Step) => void,
): Promise<Result> {
  try {
    for (let began = performance.now(); ; ) {
      const { done, value } = steps.next()
      if (done) return value
      tell(value)
      if (performance.now() - began < SLICE) continue
      await pause()
      signal.throwIfAborted()
      began = performance.now()
    }
  } finally {
    // What they hold is let go of.
    steps.return(undefined as never)
  }
}
