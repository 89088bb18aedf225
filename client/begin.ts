import { commands, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { Commands } from '../server/protocol'
import { offerAgentTools } from './agent-tools'
import { moveToCell, showColumn } from './cells'
import { chooseDialect } from './choose-dialect'
import { chooseSchema } from './choose-schema'
import { askAuthority } from './authority'
import { checkFile } from './check-file'
import { Choices } from './choices'
import { clientOptions } from './client-options'
import { underlineFindings } from './decorations'
import { describeDataset } from './describe-dataset'
import { followEncodings } from './encoding'
import { convertWorkbook } from './convert-workbook'
import { accept } from './accept'
import { fixAll } from './fix-all'
import { FolderFindings } from './folder-findings'
import { FolderPage } from './folder-page'
import { Glossary } from './glossary'
import { offerLargeFiles } from './large-files'
import { NetworkConsent } from './network-consent'
import { Previews } from './preview'
import { reencode } from './reencode'
import { carryOutRepairs } from './repairs'
import { showReport } from './report'
import { explain, rulePages } from './rule-page'
import { schemaPages } from './schema-page'
import { Situations } from './situations'
import { showStatus } from './status-item'
import { writeSchema } from './write-schema'

/**
 * Starts the server that `make` builds and everything in the editor that talks to it; ends with the extension.
 * The editor does not wait for the server: what is asked of it before it is there waits for it.
 */
export function begin(context: ExtensionContext, make: (options: LanguageClientOptions) => BaseLanguageClient): void {
  const choices = new Choices(context.workspaceState)
  const consent = new NetworkConsent(context.globalState)
  const client: BaseLanguageClient = make(clientOptions(context, document => opened(document.uri)))
  consent.answer(client)
  const situations = new Situations(context)
  const glossary = new Glossary(context, client)
  const previews = new Previews(context, client)
  const page = new FolderPage(context, client, () => folders.takeBack())
  const folders: FolderFindings = new FolderFindings(client, page)
  const encodings = followEncodings(client)
  const opened = async (uri: Parameters<typeof encodings.tell>[0]) => {
    await encodings.tell(uri)
    await choices.tell(client, uri)
  }
  context.subscriptions.push(
    client,
    encodings,
    offerAgentTools(context, client),
    underlineFindings(client),
    carryOutRepairs(client),
    showStatus(client),
    showColumn(client),
    rulePages(client),
    schemaPages(client),
    offerLargeFiles(client, context.workspaceState),
    commands.registerCommand('vigie.chooseSchema', (uri?: unknown, schema?: unknown) =>
      chooseSchema(client, { choices, consent }, uri, schema),
    ),
    commands.registerCommand('vigie.chooseDialect', (uri?: unknown) => chooseDialect(client, choices, uri)),
    commands.registerCommand('vigie.fixAll', (uri?: unknown) => fixAll(client, uri)),
    commands.registerCommand('vigie.reencode', (uri?: unknown, operation?: unknown) =>
      reencode(client, uri, operation),
    ),
    commands.registerCommand('vigie.accept', (...args: Commands['vigie.accept'] | []) => accept(client, ...args)),
    commands.registerCommand('vigie.checkFile', (uri?: unknown) => checkFile(client, uri)),
    folders.follow(),
    commands.registerCommand('vigie.checkFolder', (uri?: unknown) => folders.check(uri)),
    commands.registerCommand('vigie.convertWorkbook', (uri?: unknown) => convertWorkbook(client, uri)),
    commands.registerCommand('vigie.writeSchema', (uri?: unknown) => writeSchema(client, uri)),
    commands.registerCommand('vigie.describe', (uri?: unknown, member?: unknown) =>
      describeDataset(client, uri, member),
    ),
    commands.registerCommand('vigie.report', (uri?: unknown, reader?: unknown) => showReport(client, uri, reader)),
    commands.registerCommand('vigie.showRule', (id?: unknown) => explain(client, id)),
    commands.registerCommand('vigie.glossary', (id?: unknown) => glossary.show(id)),
    situations.follow(),
    commands.registerCommand('vigie.openSituation', (id?: unknown, again?: unknown) => situations.open(id, again)),
    commands.registerCommand('vigie.nextCell', () => moveToCell(client, 'next')),
    commands.registerCommand('vigie.previousCell', () => moveToCell(client, 'previous')),
    commands.registerCommand('vigie.askAuthority', () => askAuthority()),
    commands.registerCommand('vigie.preview', (uri?: unknown) => previews.show(uri)),
    commands.registerCommand('vigie.restart', () => restart(client)),
  )
  // The library shows what went wrong, and tries again when something is asked.
  client.start().catch(() => undefined)
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop()
  await client.start()
}
