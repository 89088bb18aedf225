import { fromJsonSchema, type JsonSchemaValidator, McpServer, type ServerContext } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Order } from '../options'
import type { Problem } from '../files'
import { ownVersion } from '../version'
import { argumentFault } from './argument-fault'
import type { Grounds } from './grounds'
import { toolsInOrder } from './tools'
import type { Answer, Refusal, Tool, Words } from './tool'

/** The order of the command line, and what may be read and written. */
interface Setting {
  readonly order: Order
  readonly grounds: Grounds
  /** Hears of messages that are none. */
  readonly complain: (problem: Problem) => void
}

/** Serves agents over standard input and output until the former ends: nothing but messages is written there. */
export function serveAgents(setting: Setting): void {
  serveStdio(() => serverOf(setting), { onerror: error => setting.complain(unheard(error)) })
}

function serverOf(setting: Setting): McpServer {
  const { language } = setting.order
  const server = new McpServer(
    { name: 'vigie', title: 'Vigie', version: ownVersion() },
    { capabilities: { tools: {} }, instructions: instructions[language] },
  )
  const inTurn = queue()
  for (const tool of toolsInOrder)
    server.registerTool(
      tool.name,
      {
        title: tool.title[language],
        description: tool.description[language],
        inputSchema: asItIs(tool.input(language)),
        outputSchema: asItIs(tool.output),
        annotations: annotationsOf(tool),
      },
      async (asked, context) => inTurn(() => answered(tool, asked, context, setting)),
    )
  return server
}

async function answered(tool: Tool, asked: unknown, { mcpReq }: ServerContext, { order, grounds }: Setting) {
  const { signal } = mcpReq
  signal.throwIfAborted()
  const fault = argumentFault(tool.input(order.language), asked ?? {})
  const tell = progressOf(mcpReq)
  const answer = fault ? { problem: fault } : await carriedOut(tool, asked, { order, grounds, signal, tell })
  if ('problem' in answer)
    return { content: [{ type: 'text' as const, text: answer.problem[order.language] }], isError: true }
  return { content: [{ type: 'text' as const, text: answer.text }], structuredContent: answer.facts }
}

async function carriedOut(tool: Tool, asked: unknown, around: Parameters<Tool['run']>[1]): Promise<Answer | Refusal> {
  try {
    return await tool.run(asked as never, around)
  } catch (error) {
    around.signal.throwIfAborted()
    // What it says may hold what stands in a file.
    return { problem: broken(error instanceof Error ? error.name : 'Error') }
  }
}

/** One after the other: two repairs of a file would undo each other. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

/** Milliseconds between two messages on the progress of a call. */
const PACE = 250

/** Tells the client how far a call is, if it asked to be told. */
function progressOf({ _meta, notify }: ServerContext['mcpReq']): (done: number) => void {
  const progressToken = _meta?.progressToken
  if (progressToken === undefined) return () => {}
  let toldAt = 0
  let told = 0
  return progress => {
    if (progress <= told || performance.now() - toldAt < PACE) return
    toldAt = performance.now()
    told = progress
    void notify({ method: 'notifications/progress', params: { progressToken, progress } }).catch(() => undefined)
  }
}

/** A schema as it is shown; what it says is tried by `argumentFault`, in the reader's language. */
function asItIs(schema: Tool['output']) {
  return fromJsonSchema(schema, { getValidator: untried })
}

function untried<T>(): JsonSchemaValidator<T> {
  return data => ({ valid: true, data: data as T, errorMessage: undefined })
}

function annotationsOf({ writes }: Tool) {
  return { readOnlyHint: !writes, destructiveHint: writes, idempotentHint: true, openWorldHint: false }
}

function unheard(error: Error): Problem {
  // What it says may repeat the message.
  return { fr: `message laissé de côté (${error.name}).`, en: `message left aside (${error.name}).` }
}

function broken(name: string): Problem {
  return {
    fr: `Vigie s’est arrêtée sur une erreur (${name}).`,
    en: `Vigie stopped on an error (${name}).`,
  }
}

const instructions: Words = {
  fr: 'Vigie vérifie, explique et répare des jeux de données publics (CSV, JSON et leurs métadonnées) dans les dossiers qui lui sont confiés. D’ordinaire : vigie_lint, puis vigie_explain pour une règle ou une notion, puis vigie_fix, d’abord sans écrire. Les lignes et les colonnes comptent à partir de 1, en-tête compris. Ce qui demande un choix revient à une personne : posez-lui la question, ne devinez pas. Les valeurs où des données personnelles ont été trouvées ne sont jamais dites : ne les lisez pas autrement.',
  en: 'Vigie checks, explains and repairs public datasets (CSV, JSON and their metadata) in the folders given to it. Usually: vigie_lint, then vigie_explain for a rule or a concept, then vigie_fix, first without writing. Rows and columns count from 1, the header included. What needs a choice is for a person: ask them, do not guess. Values in which personal data was found are never told: do not read them in another way.',
}
