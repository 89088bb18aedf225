import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import * as vscode from 'vscode'

/** A sample of the folder in view. */
export function sample(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name)
}

/** Writes a file as another program does. */
export async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text))
}

/** All tabs of the window. */
export function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs)
}

/** Opens a file as a person does. */
export async function shown(file: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file)
  await vscode.window.showTextDocument(document)
  return document
}

/** Opens a sample, and waits until Vigie has spoken. */
export async function opened(name: string): Promise<vscode.TextDocument> {
  const document = await shown(sample(name))
  await until(() => problems(document).length > 0, `problems in ${name}`)
  return document
}

/** What Vigie finds in the document, by rule. */
export function problems(document: vscode.TextDocument, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(diagnostic => diagnostic.source === 'vigie' && (rule === undefined || ruleOf(diagnostic) === rule))
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** Waits for what the editor does in its own time; fails after 15 s. */
export async function until(holds: () => unknown, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return
    await wait(25)
  }
  assert.fail(`Waited in vain for ${what}.`)
}

/** The code actions that the editor offers at a place. */
export async function actions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const resolved = 10
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, undefined, resolved)
}

/** Carries out what the editor offers, and agrees to what is asked before: the editor shows no dialog to a test. */
export async function carriedOut({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit))
  if (!command) return
  const { showWarningMessage } = vscode.window
  Object.assign(vscode.window, { showWarningMessage: agree })
  try {
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []))
  } finally {
    Object.assign(vscode.window, { showWarningMessage })
  }
}

async function agree<Answer>(_question: string, _options: vscode.MessageOptions, first: Answer): Promise<Answer> {
  return first
}

/** Leaves the file in view as it is on disk. */
export async function leave(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

/** Runs a command that shows a list, and takes an entry, from 0; a negative one counts from the end. */
export async function choose(command: string, entry: number): Promise<void> {
  const done = vscode.commands.executeCommand(command).then(() => true)
  // Nothing tells that the list is there; before it is, these commands do nothing.
  for (let tries = 0; tries < 20; tries++) {
    await wait(1000)
    for (let steps = 0; steps < Math.abs(entry); steps++)
      await vscode.commands.executeCommand(`workbench.action.quickOpenSelect${entry < 0 ? 'Previous' : 'Next'}`)
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    if (await Promise.race([done, wait(500)])) return
  }
  await done
}
