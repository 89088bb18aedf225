import { Disposable, languages, type LanguageStatusItem, LanguageStatusSeverity, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Status } from '../server/protocol'
import { ask } from './ask'
import { isRead, selector } from './documents'
import { JsonTables } from './json-tables'
import { delimiterName, words } from './words'

/** Shows which schema and which dialect the file in view has, and changes both. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const schema = languages.createLanguageStatusItem('vigie.schema', selector)
  const dialect = languages.createLanguageStatusItem('vigie.dialect', selector)
  const jsonTables = new JsonTables()

  const refresh = async () => {
    const document = window.activeTextEditor?.document
    if (!document || !isRead(document)) return
    const status = await ask(client, 'vigie/status', { uri: document.uri.toString() })
    // Another file may have come into view while the server worked.
    if (!status || window.activeTextEditor?.document !== document) return
    jsonTables.note(document.uri, status.json !== undefined)
    const say = words()
    schema.name = say.schemaItem
    const title = status.schema?.title ?? say.noSchema
    schema.text = `$(book) ${title}`
    schema.accessibilityInformation = { label: `${say.schemaItem}: ${title}` }
    schema.detail = status.why
    schema.severity = status.isBroken ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
    const changes = (command: string) =>
      status.isTree ? undefined : { command, title: say.change, arguments: [document.uri] }
    schema.command = changes('vigie.chooseSchema')
    dialect.name = say.dialectItem
    dialect.text = `$(table) ${dialectText(status)}`
    dialect.accessibilityInformation = { label: `${say.dialectItem}: ${dialectText(status)}` }
    dialect.command = changes('vigie.chooseDialect')
    if (status.score) showScore(dialect, status.score)
    else dialect.detail = ''
    dialect.severity =
      status.dialect || status.json || status.isTree
        ? LanguageStatusSeverity.Information
        : LanguageStatusSeverity.Warning
  }
  return Disposable.from(
    schema,
    dialect,
    window.onDidChangeActiveTextEditor(refresh),
    languages.onDidChangeDiagnostics(refresh),
    client.onDidChangeState(refresh),
  )
}

/** A metadata document has no dialect, but a score. */
function showScore(item: LanguageStatusItem, { points, why }: NonNullable<Status['score']>): void {
  const say = words()
  item.name = say.scoreItem
  item.text = `$(checklist) ${say.score(points)}`
  item.detail = why
  item.accessibilityInformation = { label: why }
}

function dialectText({ dialect, json }: Status): string {
  if (json) return json === 'lines' ? 'JSON Lines' : 'JSON'
  if (!dialect) return words().notTable
  return [delimiterName(dialect.delimiter), dialect.encoding, words().headerIs(dialect.headerRow)].join(' · ')
}
