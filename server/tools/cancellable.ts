import { inSlices } from '../slices'

/** Milliseconds after which whatever was asked meanwhile is heard. */
const SLICE = 5

/** What steps come to; between two slices of them others have their turn, and none is taken once nobody waits. */
export async function cancellable<Step, Result>(
  steps: Generator<Step, Result>,
  signal: AbortSignal,
  tell: (step: Step) => void,
): Promise<Result> {
  try {
    const done = await inSlices(toldSteps(steps, tell), () => signal.aborted, SLICE)
    if (!done) throw signal.reason
    return done.outcome
  } finally {
    // What they hold is let go of.
    steps.return(undefined as never)
  }
}

function* toldSteps<Step, Result>(
  steps: Generator<Step, Result>,
  tell: (step: Step) => void,
): Generator<undefined, Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    tell(value)
    yield
  }
}
