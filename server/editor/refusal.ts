import { type Connection, ErrorCodes, Message, type MessageStrategy, ResponseError } from 'vscode-languageserver'

/** What a request that is refused is handed on as. */
const REFUSED = 'vigie/refused'

/** Keeps requests from the server that LSP wants refused: before `initialize`, after `shutdown`, or with parameters that lack what the method is about. */
export function refusing(): MessageStrategy {
  let stage: 'new' | 'begun' | 'shut' = 'new'
  return {
    handleMessage(message, next) {
      if (!Message.isRequest(message)) return next(message)
      const { method, params } = message
      if (stage === 'new' && method === 'initialize') stage = 'begun'
      const refusal = refusalOf(method, params, stage)
      if (stage === 'begun' && method === 'shutdown') stage = 'shut'
      const handed = refusal ? { ...message, method: REFUSED, params: refusal } : message
      return next(handed)
    },
  }
}

/** Answers the requests that are kept from a server. */
export function answerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message))
}

interface Refusal {
  readonly code: number
  readonly message: string
}

function refusalOf(method: string, params: unknown, stage: 'new' | 'begun' | 'shut'): Refusal | undefined {
  if (stage === 'new') return { code: ErrorCodes.ServerNotInitialized, message: `${method} came before initialize` }
  if (stage === 'shut') return { code: ErrorCodes.InvalidRequest, message: `${method} came after shutdown` }
  const given = recordIn(params)
  const faulty = wantedBy(method).find(member => !forms[member](given?.[member]))
  if (faulty === undefined) return undefined
  return { code: ErrorCodes.InvalidParams, message: `${method} takes ${faulty}, which is missing or of another form` }
}

const forms = {
  textDocument: (value: unknown) => typeof recordIn(value)?.['uri'] === 'string',
  uri: (value: unknown) => typeof value === 'string',
  id: (value: unknown) => typeof value === 'string',
  newName: (value: unknown) => typeof value === 'string',
  position: isPosition,
  range(value: unknown) {
    const range = recordIn(value)
    return isPosition(range?.['start']) && isPosition(range?.['end'])
  },
}

const AT_POSITION = /^textDocument\/(?:hover|completion|definition|references|prepareRename|rename)$|^vigie\/cell$/
const IN_RANGE = /^textDocument\/(?:codeAction|inlayHint|semanticTokens\/range)$|^vigie\/findings$/
const OF_NO_FILE = /^vigie\/(?:convertWorkbook|folder|folderReport|glossary|repair|rulePage|schemaText|tool)$/

function wantedBy(method: string): readonly (keyof typeof forms)[] {
  const wanted: (keyof typeof forms)[] = []
  if (method.startsWith('textDocument/')) wanted.push('textDocument')
  if (method.startsWith('vigie/') && !OF_NO_FILE.test(method)) wanted.push('uri')
  if (method === 'vigie/rulePage' || method === 'vigie/schemaText') wanted.push('id')
  if (AT_POSITION.test(method)) wanted.push('position')
  if (IN_RANGE.test(method)) wanted.push('range')
  if (method === 'textDocument/rename') wanted.push('newName')
  return wanted
}

function isPosition(value: unknown): boolean {
  const { line, character } = recordIn(value) ?? {}
  return isPlace(line) && isPlace(character)
}

function isPlace(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
}
