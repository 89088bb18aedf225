import type { CancellationToken } from 'vscode-languageserver'
import { editorGrounds } from './grounds'
import type { Problem } from '../files/files'
import type { Session } from '../editor/one-client'
import type { Requests } from '../protocol'
import { untilCancelled } from '../editor/reports'
import { answersInTurn } from '../tools/answers'
import { toolsInOrder } from '../tools/tools'

type Asked = Requests['vigie/tool']

/** Answers what the agents of an editor ask. */
export function answerAgents(session: Session): void {
  const carryOut = answersInTurn()
  session.connection.onRequest('vigie/tool', (params: Asked['params'], token: CancellationToken): Promise<unknown> => {
    const ending = new AbortController()
    const listener = token.onCancellationRequested(() => ending.abort())
    const work = answered(session, carryOut, params, ending.signal).finally(() => listener.dispose())
    return untilCancelled(work, token)
  })
}

async function answered(
  session: Session,
  carryOut: ReturnType<typeof answersInTurn>,
  { name, input }: Asked['params'],
  signal: AbortSignal,
): Promise<Asked['result']> {
  const { language } = session.reader()
  const tool = toolsInOrder.find(one => one.name === name)
  if (!tool) return { problem: unknown(name)[language] }
  const answer = await carryOut(tool, input, { language, grounds: editorGrounds(session), signal, tell: () => {} })
  return 'problem' in answer ? { problem: answer.problem[language] } : { facts: answer.facts }
}

function unknown(name: string): Problem {
  return { fr: `Vigie n’a pas d’outil ${name}.`, en: `Vigie has no tool ${name}.` }
}
