import { type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { answered } from './answered'
import { ask } from './ask'
import { documentOf, nameOf } from './documents'
import { words } from './words'

/** Writes beside a file the schema that its data allow, and shows it; one that is there is replaced only on demand. */
export async function writeSchema(client: BaseLanguageClient, argument: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  if (document.isUntitled) return void window.showInformationMessage(words().saveBeforeSchema)
  const inferred = await ask(client, 'vigie/inferSchema', { uri: document.uri.toString() })
  if (!inferred) return void window.showWarningMessage(words().noServer)
  if (inferred.text === undefined) return void window.showInformationMessage(words().noTable)
  const beside = Uri.parse(inferred.beside, true)
  if ((await isThere(beside)) && !(await mayReplace(beside))) return
  await workspace.fs.writeFile(beside, new TextEncoder().encode(inferred.text))
  await showBeside(document, beside)
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
}

async function mayReplace(uri: Uri): Promise<boolean> {
  const { replace, replaceSchema } = words()
  const name = nameOf(uri)
  return (await answered(replaceSchema(name), { ways: [replace] })) === replace
}

async function showBeside({ uri }: TextDocument, schema: Uri): Promise<void> {
  const isInView = window.activeTextEditor?.document.uri.toString() === uri.toString()
  await window.showTextDocument(schema, { preview: false, ...(isInView && { viewColumn: ViewColumn.Beside }) })
}
