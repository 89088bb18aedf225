import { type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Status } from '../server/protocol'
import { ask } from './ask'
import type { Choices } from './choices'
import { documentOf } from './documents'
import type { NetworkConsent } from './network-consent'
import { words } from './words'

interface SchemaItem extends QuickPickItem {
  /** What is chosen; nothing leaves it to the server. */
  readonly choose?: () => Promise<string | undefined> | string
}

/** Puts a schema in force, or lets a person say which one the file follows, “none” included. */
export async function chooseSchema(
  client: BaseLanguageClient,
  { choices, consent }: { readonly choices: Choices; readonly consent: NetworkConsent },
  argument: unknown,
  chosen: unknown,
): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  if (typeof chosen === 'string') return void (await choices.schema(client, document.uri, chosen))
  const status = await ask(client, 'vigie/status', { uri: document.uri.toString() })
  if (!status) return void window.showWarningMessage(words().noServer)
  const item = await window.showQuickPick(items(status, document.uri), {
    title: words().whichSchema,
    placeHolder: status.why,
    matchOnDescription: true,
    matchOnDetail: true,
  })
  if (!item) return
  const schema = await item.choose?.()
  if (item.choose && schema === undefined) return
  if (schema !== undefined && isWebAddress(schema)) await consent.give(schema)
  await choices.schema(client, document.uri, schema)
}

function items(status: Status, uri: Uri): SchemaItem[] {
  const { automatic, noSchema, noSchemaWhy, schemaFile, schemaFileWhy, schemaAddress, schemaAddressWhy, inForce } =
    words()
  // First what every file may have: a growing catalogue must not push it out of view.
  return [
    { label: automatic, detail: words().automaticSchema },
    { label: noSchema, detail: noSchemaWhy, choose: () => 'none' },
    { label: schemaFile, detail: schemaFileWhy, choose: () => chooseFile(uri) },
    { label: schemaAddress, detail: schemaAddressWhy, choose: chooseAddress },
    { label: '', kind: QuickPickItemKind.Separator },
    ...status.candidates.map(({ id, title, why }) => ({
      label: title,
      description: id === status.schema?.id ? `${id} — ${inForce}` : id,
      detail: why,
      choose: () => id,
    })),
  ]
}

async function chooseFile(beside: Uri): Promise<string | undefined> {
  const [file] =
    (await window.showOpenDialog({
      defaultUri: beside,
      filters: { 'Table Schema': ['json'] },
      openLabel: words().choose,
    })) ?? []
  return file?.toString()
}

async function chooseAddress(): Promise<string | undefined> {
  const { schemaAddress, notAnAddress } = words()
  const address = await window.showInputBox({
    title: schemaAddress,
    placeHolder: 'https://schema.data.gouv.fr/schemas/…/schema.json',
    validateInput: text => (isWebAddress(text.trim()) ? undefined : notAnAddress),
  })
  return address?.trim()
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text)
}
