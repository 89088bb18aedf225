import { fromJsonSchema, type JsonSchemaValidator, McpServer, type ServerContext } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Language } from '../engine/model/language'
import type { Problem } from '../files/files'
import { answersInTurn } from '../tools/answers'
import type { Grounds } from '../tools/grounds'
import type { Tool, Words } from '../tools/tool'
import { toolsInOrder } from '../tools/tools'
import { ownVersion } from '../version'

/** The language of the agents, and what may be read and written. */
interface Setting {
  readonly language: Language
  readonly grounds: Grounds
  /** Hears of messages that are none. */
  readonly complain: (problem: Problem) => void
}

/** Serves agents over standard input and output until the former ends: nothing but messages is written there. */
export function serveAgents(setting: Setting): void {
  serveStdio(() => serverOf(setting), { onerror: error => setting.complain(unheard(error)) })
}

interface Served extends Setting {
  readonly carryOut: ReturnType<typeof answersInTurn>
}

function serverOf(setting: Setting): McpServer {
  const { language } = setting
  const served: Served = { ...setting, carryOut: answersInTurn() }
  const server = new McpServer(
    { name: 'vigie', title: 'Vigie', version: ownVersion() },
    { capabilities: { tools: {} }, instructions: instructions[language] },
  )
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
      (asked, context) => answered(tool, asked, context, served),
    )
  return server
}

async function answered(
  tool: Tool,
  asked: unknown,
  { mcpReq }: ServerContext,
  { language, grounds, carryOut }: Served,
) {
  const answer = await carryOut(tool, asked, { language, grounds, signal: mcpReq.signal, tell: progressOf(mcpReq) })
  if ('problem' in answer)
    return { content: [{ type: 'text' as const, text: answer.problem[language] }], isError: true }
  return { content: [{ type: 'text' as const, text: answer.text }], structuredContent: answer.facts }
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

const instructions: Words = {
  fr: 'Vigie vérifie, explique et répare des jeux de données publics (CSV, JSON et leurs métadonnées) dans les dossiers qui lui sont confiés. D’ordinaire : vigie_lint, puis vigie_explain pour une règle ou une notion, puis vigie_fix, d’abord sans écrire. Les lignes et les colonnes comptent à partir de 1, en-tête compris. Ce qui demande un choix revient à une personne : posez-lui la question, ne devinez pas. Les valeurs où des données personnelles ont été trouvées ne sont jamais dites : ne les lisez pas autrement.',
  en: 'Vigie checks, explains and repairs public datasets (CSV, JSON and their metadata) in the folders given to it. Usually: vigie_lint, then vigie_explain for a rule or a concept, then vigie_fix, first without writing. Rows and columns count from 1, the header included. What needs a choice is for a person: ask them, do not guess. Values in which personal data was found are never told: do not read them in another way.',
}
