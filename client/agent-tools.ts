import {
  CancellationError,
  type CancellationToken,
  Disposable,
  type ExtensionContext,
  type LanguageModelTool,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ClientRequests } from '../server/protocol'
import { ask } from './ask'
import { changeText } from './change-text'
import { openNamed } from './open-named'
import { words } from './words'

/** What any of the tools is asked; `dryRun` says no where one may write. */
interface Asked {
  readonly path?: string
  readonly paths?: readonly string[]
  readonly schema?: string
  readonly dryRun?: boolean
  readonly unsafe?: boolean
}

/** Gives the agents of the editor the tools that the manifest describes; the server carries them out. */
export function offerAgentTools(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const { languageModelTools } = context.extension.packageJSON.contributes as {
    readonly languageModelTools: readonly { readonly name: string }[]
  }
  const method: keyof ClientRequests = 'vigie/changeText'
  return Disposable.from(
    client.onRequest<boolean, unknown>(method, changed),
    ...languageModelTools.map(({ name }) => lm.registerTool(name, toolOf(client, name))),
  )
}

function toolOf(client: BaseLanguageClient, name: string): LanguageModelTool<Asked> {
  return {
    prepareInvocation({ input: { path = '', dryRun, unsafe = false } }) {
      if (dryRun !== false) return undefined
      const { mayRepair, mayRepairWhat } = words()
      return { confirmationMessages: { title: mayRepair(path), message: mayRepairWhat(unsafe) } }
    },
    async invoke({ input }, token) {
      const { noServer, notTrusted } = words()
      // Who does not trust a folder does not trust what its texts may have an agent do.
      if (input.dryRun === false && !workspace.isTrusted) throw new Error(notTrusted)
      await openNamed(pathsIn(name, input))
      const answer = await answered(client, { name, input }, token)
      if (token.isCancellationRequested) throw new CancellationError()
      if (!answer) throw new Error(noServer)
      if ('problem' in answer) throw new Error(answer.problem)
      return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(answer.facts))])
    },
  }
}

/** The files that an agent names; without any, one tool is about all of them. */
function pathsIn(name: string, { path, paths, schema }: Asked): readonly string[] {
  const named = paths ?? (name === 'vigie_lint' ? ['.'] : [])
  return [...named, ...(path === undefined ? [] : [path]), ...(schema === undefined ? [] : [schema])]
}

async function answered(
  client: BaseLanguageClient,
  params: { readonly name: string; readonly input: Asked },
  token: CancellationToken,
) {
  // An agent may be what wakes the extension.
  await client.start().catch(() => undefined)
  return ask(client, 'vigie/tool', params, token)
}

/** Changes a text as the server asks, unless it is another by now. */
async function changed({ uri, version, edits }: ClientRequests['vigie/changeText']['params']): Promise<boolean> {
  const document = workspace.textDocuments.find(one => one.uri.toString() === uri)
  return document?.version === version && changeText(document, edits)
}
