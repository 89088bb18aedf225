import { ProgressLocation, type Uri, Uri as Uris, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ConvertedSheet } from '../server/protocol'
import { answered } from './answered'
import { ask } from './ask'
import { nameOf } from './documents'
import { escaped } from './escaped'
import { showBeside } from './page-beside'
import { words } from './words'

/** Writes the sheets of a workbook as CSV files beside it, shows the first, and says what was lost before. */
export async function convertWorkbook(client: BaseLanguageClient, argument: unknown): Promise<void> {
  const uri = argument instanceof Uris ? argument : await chosen()
  if (!uri) return
  const name = nameOf(uri)
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title: words().converting(name) },
    async () => ask(client, 'vigie/convertWorkbook', { name, content: base64(await workspace.fs.readFile(uri)) }),
  )
  if (!answer) return void window.showWarningMessage(words().noServer)
  if (!answer.sheets) return void window.showWarningMessage(words().noWorkbook(name))
  const files = answer.sheets.flatMap(sheet => filesOf(sheet, Uris.joinPath(uri, '..')))
  if (files.length === 0) return void window.showInformationMessage(words().emptyWorkbook(name))
  if (!(await mayWrite(files.map(([file]) => file)))) return
  for (const [file, text] of files) await workspace.fs.writeFile(file, new TextEncoder().encode(text))
  await window.showTextDocument(files[0]![0])
  tellLosses(name, answer.sheets)
}

async function chosen(): Promise<Uri | undefined> {
  const filters = { [words().workbooks]: ['xlsx', 'ods'] }
  return (await window.showOpenDialog({ filters, openLabel: words().convert }))?.[0]
}

function filesOf({ name, csv, schema }: ConvertedSheet, folder: Uri): (readonly [Uri, string])[] {
  const files = [{ name, text: csv }, ...(schema ? [schema] : [])]
  return files.map(file => [Uris.joinPath(folder, file.name), file.text] as const)
}

/** Asks before a file that is there is replaced. */
async function mayWrite(files: readonly Uri[]): Promise<boolean> {
  const there: string[] = []
  for (const file of files) {
    const found = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    )
    if (found) there.push(nameOf(file))
  }
  if (there.length === 0) return true
  const { replaceFiles, replace } = words()
  return (await answered(replaceFiles(there.join(', ')), { ways: [replace] })) === replace
}

function tellLosses(name: string, sheets: readonly ConvertedSheet[]): void {
  window.setStatusBarMessage(words().converted(sheets.length), 5000)
  const told = sheets.filter(({ losses }) => losses.length > 0)
  if (told.length === 0) return
  const title = words().lossesOf(name)
  showBeside('vigie.losses', title, pageOf(title, told))
}

function pageOf(title: string, sheets: readonly ConvertedSheet[]): string {
  const { language, sheet: named } = words()
  const parts = sheets.map(({ sheet, losses }) => {
    const items = losses.map(loss => `<li>${escaped(loss)}</li>`)
    return `<h2>${escaped(named(sheet))}</h2>\n<ul>${items.join('\n')}</ul>`
  })
  const head = `<head>\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<style>body { line-height: 1.5 } li { margin: .5rem 0 }</style>\n</head>`
  return `<!doctype html>\n<html lang="${language}">\n${head}\n<body>\n<h1>${escaped(title)}</h1>\n${parts.join('\n')}\n</body>\n</html>`
}

const SLICE = 0x8000

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return btoa(text)
}
