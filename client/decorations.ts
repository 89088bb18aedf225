import {
  type DecorationOptions,
  Disposable,
  languages,
  type Range,
  type TextEditor,
  type TextEditorDecorationType,
  window,
} from 'vscode'
import type { Shown } from '../server/protocol'
import type { BaseLanguageClient } from 'vscode-languageclient'

import { ask } from './ask'
import { isRead } from './documents'

type Severity = Shown['severity']

/** Time to wait for the end of scrolling, in milliseconds. */
const PAUSE = 80

/** Underlines in view the findings that a grouped diagnostic stands for. */
export function underlineFindings(client: BaseLanguageClient): Disposable {
  const types = new Map<Severity, TextEditorDecorationType>([
    ['error', underline('wavy', 'editorError')],
    ['warning', underline('wavy', 'editorWarning')],
    ['information', underline('wavy', 'editorInfo')],
    ['hint', underline('dotted', 'editorHint')],
  ])
  const waiting = new Map<TextEditor, ReturnType<typeof setTimeout>>()

  const later = (editor: TextEditor) => {
    clearTimeout(waiting.get(editor))
    waiting.set(
      editor,
      setTimeout(() => {
        waiting.delete(editor)
        void refresh(client, editor, types)
      }, PAUSE),
    )
  }
  for (const editor of window.visibleTextEditors) later(editor)
  return Disposable.from(
    ...types.values(),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => later(textEditor)),
    window.onDidChangeVisibleTextEditors(editors => editors.forEach(later)),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String))
      for (const editor of window.visibleTextEditors) if (changed.has(editor.document.uri.toString())) later(editor)
    }),
    { dispose: () => waiting.forEach(clearTimeout) },
  )
}

function underline(style: 'wavy' | 'dotted', colour: string): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    textDecoration: `underline ${style} var(--vscode-${colour}-foreground) 1px`,
  })
}

async function refresh(
  client: BaseLanguageClient,
  editor: TextEditor,
  types: ReadonlyMap<Severity, TextEditorDecorationType>,
): Promise<void> {
  const { document } = editor
  if (!isRead(document)) return
  const { uri, version } = document
  const underlined = languages.getDiagnostics(uri).map(({ range }) => range)
  // A group is a diagnostic too: where there is none, there is nothing more to show.
  const shown = underlined.length === 0 ? [] : await inView(client, editor)
  if (document.version !== version) return
  const fresh = shown.filter(({ range }) => !underlined.some(drawn => drawn.isEqual(range)))
  for (const [severity, type] of types)
    editor.setDecorations(
      type,
      fresh.filter(finding => finding.severity === severity),
    )
}

/** The findings of the lines in view; lines hidden by folding or out of view cost nothing. */
async function inView(
  client: BaseLanguageClient,
  { document, visibleRanges }: TextEditor,
): Promise<(DecorationOptions & { severity: Severity })[]> {
  const convert = client.protocol2CodeConverter
  const answers = await Promise.all(
    visibleRanges.map((visible: Range) => {
      const lines = visible.with({
        start: visible.start.with({ character: 0 }),
        end: document.lineAt(visible.end.line).range.end,
      })
      return ask(client, 'vigie/findings', {
        uri: client.code2ProtocolConverter.asUri(document.uri),
        range: client.code2ProtocolConverter.asRange(lines),
      })
    }),
  )
  return answers.flatMap(found =>
    (found ?? []).map(({ range, severity, message }) => ({
      range: convert.asRange(range),
      severity,
      ...(message === undefined ? {} : { hoverMessage: message }),
    })),
  )
}
