import { type QuickPickItem, type TextDocument, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { DialectChoice, Status } from '../server/protocol'
import { ask } from './ask'
import type { Choices } from './choices'
import { documentOf } from './documents'
import { editorEncoding, encodingOf, encodings } from './encoding'
import { delimiterName, words } from './words'

/** A part of the dialect, what it is now, and what it could be. */
interface Part extends QuickPickItem {
  readonly part: keyof DialectChoice
  readonly values: readonly (QuickPickItem & { readonly value: string | number })[]
}

/** Lets a person correct how the file is read: delimiter, header, encoding. */
export async function chooseDialect(client: BaseLanguageClient, choices: Choices, argument: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  const status = await ask(client, 'vigie/status', { uri: document.uri.toString() })
  if (!status) return void window.showWarningMessage(words().noServer)
  const chosen = await window.showQuickPick(parts(document, status), {
    title: words().whichDialect,
    ...(status.dialect ? { placeHolder: status.dialect.why } : {}),
  })
  if (!chosen) return
  const { part } = chosen
  const item = await window.showQuickPick(
    [...chosen.values, { label: words().automatic, detail: words().automaticDialect, value: undefined }],
    { title: chosen.label, placeHolder: chosen.description ?? '' },
  )
  if (!item) return
  const { [part]: _, ...others } = choices.of(document.uri).dialect ?? {}
  const dialect: DialectChoice = item.value === undefined ? others : { ...others, [part]: item.value }
  if (part === 'encoding' && !(await openedAgain(document, dialect.encoding ?? 'utf-8'))) return
  await choices.dialect(client, document.uri, dialect)
}

function parts(document: TextDocument, { dialect }: Status): Part[] {
  const { delimiter, header, headerIs, encoding } = words()
  const lines = Array.from({ length: Math.min(document.lineCount, 10) }, (_, line) => ({
    label: headerIs(line),
    description: document.lineAt(line).text.slice(0, 80),
    value: line,
  }))
  return [
    {
      part: 'delimiter',
      label: delimiter,
      description: dialect ? delimiterName(dialect.delimiter) : '',
      values: [';', ',', '\t', '|'].map(value => ({ label: delimiterName(value), value })),
    },
    {
      part: 'headerRow',
      label: header,
      description: dialect ? headerIs(dialect.headerRow) : '',
      values: [...lines, { label: headerIs(undefined), value: 'none' }],
    },
    {
      part: 'encoding',
      label: encoding,
      description: dialect?.encoding ?? encodingOf(document) ?? '',
      values: encodings.map(value => ({ label: value, value })),
    },
  ]
}

/** Has the editor read the file again in this encoding, unless that would lose what was typed. */
async function openedAgain(document: TextDocument, encoding: string): Promise<boolean> {
  if (encodingOf(document) === encoding) return true
  if (document.isDirty) {
    void window.showWarningMessage(words().saveFirst)
    return false
  }
  await workspace.openTextDocument(document.uri, { encoding: editorEncoding(encoding) })
  return true
}
