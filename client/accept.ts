import { Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Commands } from '../server/protocol'
import { ask } from './ask'
import { words } from './words'

/** Asks why, who and until when, and writes the acceptance of a finding into `vigie.json`. */
export async function accept(client: BaseLanguageClient, ...args: Commands['vigie.accept'] | []): Promise<void> {
  const [uri, place] = args
  if (uri === undefined || place === undefined) return void window.showInformationMessage(words().acceptWhat)
  const say = words()
  const reason = await window.showInputBox({ title: say.acceptWhy, prompt: say.acceptWhyHelp, validateInput: isGiven })
  if (!reason) return
  const author = await window.showInputBox({ title: say.acceptWho, prompt: say.acceptWhoHelp, validateInput: isGiven })
  if (!author) return
  const until = await window.showInputBox({ title: say.acceptUntil, value: inOneYear(), validateInput: isDay })
  if (!until) return
  const answer = await ask(client, 'vigie/accept', { uri, acceptance: { ...place, reason, author, until } })
  if (!answer) return void window.showWarningMessage(say.noServer)
  if (!answer.file) return void window.showWarningMessage(say.settingsBroken)
  const target = Uri.joinPath(Uri.parse(uri, true), '..', answer.file.path)
  await workspace.fs.writeFile(target, new TextEncoder().encode(answer.file.text))
  window.setStatusBarMessage(say.accepted(until), 5000)
}

function isGiven(text: string): string | undefined {
  return text.trim() === '' ? words().acceptGive : undefined
}

function isDay(text: string): string | undefined {
  const isValid = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  return isValid ? undefined : words().acceptDay
}

function inOneYear(): string {
  const day = new Date()
  day.setFullYear(day.getFullYear() + 1)
  return day.toISOString().slice(0, 10)
}
