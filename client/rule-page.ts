import { commands, type Disposable, languages, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'

const SCHEME = 'vigie-rule'

/** A link that opens the page of a rule wherever the editor shows links. */
export function ruleLink(id: string): Uri {
  return Uri.from({ scheme: 'command', path: 'vigie.showRule', query: JSON.stringify([id]) })
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
  await commands.executeCommand('markdown.showPreviewToSide', Uri.from({ scheme: SCHEME, path: `/${id}.md` }))
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const found = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'vigie')
  const { code } = found.find(({ range }) => range.contains(editor.selection.active)) ?? found[0] ?? {}
  return typeof code === 'object' ? String(code.value) : code?.toString()
}
