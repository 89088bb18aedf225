import { Disposable, EndOfLine, type TextDocument, type Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { tell } from './ask'
import { isRead } from './documents'

/** The encodings that a dialect knows, by the names that VS Code gives them. */
const dialectNames: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1252: 'windows-1252',
  iso885915: 'iso-8859-15',
  macroman: 'macintosh',
  cp850: 'cp850',
}

/** The names of encodings that a person can choose, the commonest first. */
export const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'cp850', 'utf-16le', 'utf-16be'] as const

/** The encoding of a document in a dialect's words; undefined before VS Code 1.100, which does not tell. */
export function encodingOf(document: TextDocument): string | undefined {
  const name = document.encoding as string | undefined
  return name === undefined ? undefined : (dialectNames[name] ?? name)
}

/** VS Code's name of an encoding that a dialect names. */
export function editorEncoding(encoding: string): string {
  return Object.keys(dialectNames).find(name => dialectNames[name] === encoding) ?? encoding
}

/** Tells the server how the editor read each file, which LSP does not carry. */
export function followEncodings(client: BaseLanguageClient): Disposable & { tell(uri: Uri): Promise<void> } {
  const told = new Map<string, string>()

  const send = async (document: TextDocument) => {
    const encoding = encodingOf(document)
    if (encoding === undefined || !isRead(document)) return
    const uri = document.uri.toString()
    const lineTerminator = document.eol === EndOfLine.CRLF ? '\r\n' : '\n'
    const byteOrderMark = document.encoding === 'utf8bom'
    const news = `${document.encoding} ${document.eol}`
    if (told.get(uri) === news) return
    told.set(uri, news)
    await tell(client, 'vigie/documentEncoding', { uri, encoding, byteOrderMark, lineTerminator })
  }

  const listeners = Disposable.from(
    // VS Code says so when the encoding changes too, with no change of content.
    workspace.onDidChangeTextDocument(({ document }) => send(document)),
    workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri.toString())),
  )
  return {
    dispose: () => listeners.dispose(),
    async tell(uri) {
      told.delete(uri.toString())
      const document = workspace.textDocuments.find(open => open.uri.toString() === uri.toString())
      if (document) await send(document)
    },
  }
}
