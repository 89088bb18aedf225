import { commands, type Disposable, languages, Uri, ViewColumn, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'

const SCHEME = 'vigie-rule'

/**
 * The page of a rule as a document of the editor, shown as a preview: package.json associates the two.
 * The link of a diagnostic may not be a command, and needs no network when it is a document.
 */
export function ruleLink(id: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${id}.md` })
}

/** Serves the pages of rules as documents of the editor. */
export function rulePages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri, token) {
      const id = uri.path.replace(/^\/|\.md$/g, '')
      return (await ask(client, 'vigie/rulePage', { id }, token))?.markdown ?? ''
    },
  })
}

/** Opens the page of a rule beside the text; without an id, that of the problem under the cursor. */
export async function showRule(argument: unknown): Promise<void> {
  const id = typeof argument === 'string' ? argument : ruleAtCursor()
  if (id === undefined) return
  await commands.executeCommand('vscode.open', ruleLink(id), ViewColumn.Beside)
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const found = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'vigie')
  const { code } = found.find(({ range }) => range.contains(editor.selection.active)) ?? found[0] ?? {}
  return typeof code === 'object' ? String(code.value) : code?.toString()
}
