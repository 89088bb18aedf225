import { type TextDocument, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ByteOperation, Status } from '../server/protocol'
import { ask } from './ask'
import { documentOf } from './documents'
import { editorEncoding, encodingOf } from './encoding'
import { words } from './words'

const operations: readonly ByteOperation[] = ['reencode', 'remove-byte-order-mark', 'line-endings']

/** Writes a file anew on disk, the same text in other bytes, and shows it again; what was typed is never lost. */
export async function reencode(client: BaseLanguageClient, argument: unknown, wanted: unknown): Promise<void> {
  const document = await documentOf(argument)
  if (!document) return void window.showInformationMessage(words().noTable)
  const { dialect } = (await ask(client, 'vigie/status', { uri: document.uri.toString() })) ?? {}
  if (!dialect) return void window.showWarningMessage(words().noServer)
  const encoding = editorEncoding(dialect.encoding)
  if (document.isDirty && !(await savedFaithfully(document, encoding)))
    return void window.showWarningMessage(words().saveFirst)

  const before = await workspace.fs.readFile(document.uri)
  const text = (await workspace.decode(before, { encoding })).replace(/^\uFEFF/, '')
  if (!same(await encoded(text, encoding), withoutMark(before)))
    return void window.showWarningMessage(words().notReversible(dialect.encoding))
  const operation = operations.find(known => known === wanted) ?? 'reencode'
  const after = await rewritten(text, operation, dialect)
  // Typing may have gone on meanwhile: it would be in conflict with the new file.
  if (document.isDirty) return void window.showWarningMessage(words().saveFirst)
  await workspace.fs.writeFile(document.uri, after)
  if (operation !== 'line-endings') await workspace.openTextDocument(document.uri, { encoding: 'utf8' })
  window.setStatusBarMessage(words().rewritten, 5000)
}

/** Saves what was typed, unless the editor misread the file or cannot write a character in its encoding. */
async function savedFaithfully(document: TextDocument, encoding: string): Promise<boolean> {
  const text = document.getText()
  if (editorEncoding(encodingOf(document) ?? '') !== encoding) return false
  // The file may have changed on disk since it was last judged: what does not read back would be lost by saving.
  if (!(await readsBack(document, encoding))) return false
  const back = await workspace.decode(await workspace.encode(text, { encoding }), { encoding })
  return back.replace(/^\uFEFF/, '') === text && document.save()
}

/** Whether the bytes on disk, read in an encoding, are written back as they are: what is not would be lost by saving. */
export async function readsBack({ uri }: TextDocument, encoding: string): Promise<boolean> {
  const onDisk = await workspace.fs.readFile(uri)
  return same(await encoded(await workspace.decode(onDisk, { encoding }), encoding), withoutMark(onDisk))
}

async function rewritten(
  text: string,
  operation: ByteOperation,
  { encoding, byteOrderMark, lineTerminator }: NonNullable<Status['dialect']>,
): Promise<Uint8Array> {
  if (operation === 'reencode') return new TextEncoder().encode(text)
  if (operation === 'remove-byte-order-mark') return encoded(text, editorEncoding(encoding))
  // Line ends inside cells too: the editor itself would write them so at the next save.
  const unified = text.replace(/\r?\r\n|\r|\n/g, lineTerminator)
  return encoded(byteOrderMark ? `\uFEFF${unified}` : unified, editorEncoding(encoding))
}

/** The bytes of a text; VS Code adds a byte order mark to some encodings unasked. */
async function encoded(text: string, encoding: string): Promise<Uint8Array> {
  const bytes = await workspace.encode(text, { encoding })
  return text.startsWith('\uFEFF') ? bytes : withoutMark(bytes)
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3)
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? bytes.subarray(2) : bytes
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
