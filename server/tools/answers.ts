import type { Problem } from '../files/files'
import { argumentFault } from './argument-fault'
import type { Refusal } from './grounds'
import type { Answer, Around, Tool } from './tool'

/** Carries tools out one after the other, since two repairs of a file would undo each other. */
export function answersInTurn(): (tool: Tool, asked: unknown, around: Around) => Promise<Answer | Refusal> {
  let last: Promise<unknown> = Promise.resolve()
  return (tool, asked, around) => {
    const work = () => answerOf(tool, asked, around)
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

async function answerOf(tool: Tool, asked: unknown, around: Around): Promise<Answer | Refusal> {
  const { signal, language } = around
  signal.throwIfAborted()
  const fault = argumentFault(tool.input(language), asked ?? {})
  if (fault) return { problem: fault }
  try {
    return await tool.run((asked ?? {}) as never, around)
  } catch (error) {
    signal.throwIfAborted()
    // What it says may hold what stands in a file.
    return { problem: broken(error instanceof Error ? error.name : 'Error') }
  }
}

function broken(name: string): Problem {
  return {
    fr: `Vigie s’est arrêtée sur une erreur (${name}).`,
    en: `Vigie stopped on an error (${name}).`,
  }
}
