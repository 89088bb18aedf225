import { type Disposable, env, type Memento, type Tab, TabInputText, UIKind, type Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { SYNCHRONISED } from '../server/protocol'
import { checkFile } from './check-file'
import { isReadByName, nameOf } from './documents'
import { words } from './words'

const KEY = 'largeFiles'

/** Offers, once for each file, to check from disk those that are opened and too large for the editor to hand over. */
export function offerLargeFiles(client: BaseLanguageClient, memory: Memento): Disposable {
  const offered = async (tabs: readonly Tab[]) => {
    for (const { input } of tabs) if (input instanceof TabInputText) await offer(client, memory, input.uri)
  }
  void offered(window.tabGroups.all.flatMap(({ tabs }) => tabs))
  return window.tabGroups.onDidChangeTabs(({ opened }) => offered(opened))
}

async function offer(client: BaseLanguageClient, memory: Memento, uri: Uri): Promise<void> {
  const known = memory.get<readonly string[]>(KEY, [])
  const file = uri.toString()
  if (known.includes(file) || !isReadByName(uri) || !(await isLarge(uri))) return
  await memory.update(KEY, [...known, file])
  const { offerCheck, checkNow, noCheckHere } = words()
  const name = nameOf(uri)
  if (env.uiKind === UIKind.Web && env.remoteName === undefined)
    return void window.showInformationMessage(noCheckHere(name))
  // Other tabs need not wait for the answer.
  void window.showInformationMessage(offerCheck(name), checkNow).then(answer => {
    if (answer === checkNow) return checkFile(client, uri)
  })
}

/** Whether a file is too large for the editor to hand over. */
export async function isLarge(uri: Uri): Promise<boolean> {
  return (await sizeOf(uri)) > SYNCHRONISED
}

async function sizeOf(uri: Uri): Promise<number> {
  return workspace.fs.stat(uri).then(
    ({ size }) => size,
    () => 0,
  )
}
