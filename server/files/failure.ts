import type { Problem } from './files'

/** An error that says in both languages what went wrong. */
export function failure(problem: Problem): Error {
  return new Error(problem.en, { cause: problem })
}

/** What went wrong, of anything that was thrown; what others throw has one language. */
export function reasonOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { fr: String(error), en: String(error) }
  return isProblem(error.cause) ? error.cause : { fr: error.message, en: error.message }
}

function isProblem(cause: unknown): cause is Problem {
  return typeof cause === 'object' && cause !== null && 'fr' in cause && 'en' in cause
}
