import { type ExtensionContext, type Disposable, EventEmitter, lm, McpStdioServerDefinition, workspace } from 'vscode'
import { words } from './words'

/**
 * Offers the agents of the editor the tools of `vigie mcp`, in the folders that are open and nowhere else; the editor starts
 * it once somebody wants them.
 */
export function offerAgentTools(context: ExtensionContext): Disposable {
  const changed = new EventEmitter<void>()
  context.subscriptions.push(
    changed,
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    workspace.onDidChangeConfiguration(event => event.affectsConfiguration('vigie.language') && changed.fire()),
  )
  return lm.registerMcpServerDefinitionProvider('vigie.agents', {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions() {
      const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')
      if (folders.length === 0) return []
      const args = [context.asAbsolutePath('dist/cli.js'), 'mcp', '--language', words().language]
      // The editor is a Node if it is asked to be one.
      const environment = { ELECTRON_RUN_AS_NODE: '1' }
      const version: string = context.extension.packageJSON.version
      return [
        new McpStdioServerDefinition(
          'Vigie',
          process.execPath,
          [...args, ...folders.map(({ uri }) => uri.fsPath)],
          environment,
          version,
        ),
      ]
    },
  })
}
