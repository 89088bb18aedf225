import { type Disposable, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ask } from './ask'

/** Serves the bundled schemas, to which definitions lead, as documents that cannot be edited: `vigie-schema:/ID.json`. */
export function schemaPages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider('vigie-schema', {
    async provideTextDocumentContent(uri, token) {
      const id = uri.path.replace(/^\/|\.json$/g, '')
      return (await ask(client, 'vigie/schemaText', { id }, token))?.text ?? ''
    },
  })
}
