import { type MessageItem, window } from 'vscode'
import { words } from './words'

/** What is asked besides the question itself. */
interface Ways {
  readonly detail?: string
  /** The answers that may be given, the likeliest first. */
  readonly ways: readonly string[]
}

/** The answer that a person gives to a question; undefined when it is to be left. */
export async function answered(question: string, { detail, ways }: Ways): Promise<string | undefined> {
  // Without a way to leave of ours the editor adds one in its own language.
  const leave: MessageItem = { title: words().cancel, isCloseAffordance: true }
  const items = [...ways.map((title): MessageItem => ({ title })), leave]
  const options = { modal: true, ...(detail !== undefined && { detail }) }
  const answer = await window.showWarningMessage(question, options, ...items)
  return answer && answer.title !== leave.title ? answer.title : undefined
}
