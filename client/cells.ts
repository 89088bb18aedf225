import { Disposable, Range, Selection, StatusBarAlignment, type TextEditor, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Range as PlainRange } from '../server/protocol/range'
import { ask } from './ask'
import { rangeOf } from './change-text'
import { isRead } from './documents'
import { words } from './words'

/** Milliseconds that the cursor rests before its column is told. */
const REST = 80

/** Tells in the status bar in which column the cursor stands. */
export function showColumn(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem('vigie.column', StatusBarAlignment.Right, 101)
  item.name = words().columnItem
  item.command = 'workbench.action.gotoSymbol'
  let resting: ReturnType<typeof setTimeout> | undefined
  const tell = async () => {
    const editor = window.activeTextEditor
    const cell = editor && isRead(editor.document) ? await cellIn(client, editor) : undefined
    if (!cell) return item.hide()
    const { column, label, row } = cell
    item.text = words().column(column + 1, label.trim().slice(0, 40))
    item.tooltip = words().columnTip(row + 1, label)
    item.accessibilityInformation = { label: words().columnTip(row + 1, label) }
    item.show()
  }
  const soon = () => {
    clearTimeout(resting)
    resting = setTimeout(() => void tell(), REST)
  }
  return Disposable.from(
    item,
    new Disposable(() => clearTimeout(resting)),
    window.onDidChangeActiveTextEditor(soon),
    window.onDidChangeTextEditorSelection(soon),
    client.onDidChangeState(soon),
  )
}

/** Selects what stands in the cell after or before the one of the cursor. */
export async function moveToCell(client: BaseLanguageClient, where: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor) return
  const cell = await cellIn(client, editor)
  const place = cell?.[where]
  if (!place) return
  const range = within(editor, place)
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range)
}

/** The content of a cell, without the quotes round it. */
function within(editor: TextEditor, cell: PlainRange): Range {
  const range = rangeOf(cell)
  const text = editor.document.getText(range)
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return range
  return new Range(range.start.translate(0, 1), range.end.translate(0, -1))
}

function cellIn(client: BaseLanguageClient, { document, selection }: TextEditor) {
  const { line, character } = selection.active
  return ask(client, 'vigie/cell', { uri: document.uri.toString(), position: { line, character } })
}
