import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type ExtensionContext,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode'
import { suggestedSituations } from './authority'
import { isSituation, type Situation, situationFiles } from './situation-files'
import { words } from './words'

/**
 * The situations of the walkthroughs: each has its faulty files, which are opened as a copy, and tells the editor by context
 * keys how far the person has come: `vigie.situation.ID.opened`, `….gone.RULE` once a finding of the rule was there and is
 * there no longer, `….done` once nothing graver than a note is left.
 */
export class Situations {
  readonly #context: ExtensionContext
  /** Rules that were found since the files were copied. */
  readonly #seen = new Map<Situation, Set<string>>()

  constructor(context: ExtensionContext) {
    this.#context = context
  }

  /** Opens the files of a situation; `again` copies them anew without asking. */
  async open(id: unknown, again?: unknown): Promise<void> {
    const situation = isSituation(id) ? id : await this.#chosen()
    if (!situation) return
    const folder = this.#folderOf(situation)
    const isThere = await exists(folder)
    const { resume, restart } = words()
    if (!isThere || again === 'again' || (await this.#wishes([resume, restart])) === restart)
      await this.#copy(situation)
    this.#seen.set(situation, this.#seen.get(situation) ?? new Set())
    // The main file comes last, so that it is in view.
    for (const name of situationFiles[situation].toReversed())
      await window.showTextDocument(Uri.joinPath(folder, name), { preview: false })
    // Who comes from the walkthrough has its steps in view.
    const page = `${this.#context.extension.id}#situation-${situation}`
    if (situation !== id) await commands.executeCommand('workbench.action.openWalkthrough', page, true)
    await setKey(`${situation}.opened`, true)
    this.#judge(situation)
  }

  /** Keeps the context keys in step with what is found. */
  follow(): Disposable {
    return languages.onDidChangeDiagnostics(({ uris }) => {
      for (const situation of this.#seen.keys()) {
        const folder = `${this.#folderOf(situation)}/`
        if (uris.some(uri => uri.toString().startsWith(folder))) this.#judge(situation)
      }
    })
  }

  #judge(situation: Situation): void {
    const seen = this.#seen.get(situation)!
    const found = situationFiles[situation].flatMap(name =>
      languages
        .getDiagnostics(Uri.joinPath(this.#folderOf(situation), name))
        .filter(({ source }) => source === 'vigie'),
    )
    const rules = new Set(found.map(ruleOf))
    for (const rule of rules) seen.add(rule)
    for (const rule of seen) void setKey(`${situation}.gone.${rule}`, !rules.has(rule))
    const isDone = seen.size > 0 && found.every(({ severity }) => severity > DiagnosticSeverity.Warning)
    void setKey(`${situation}.done`, isDone)
  }

  #folderOf(situation: Situation): Uri {
    return Uri.joinPath(this.#context.globalStorageUri, 'situations', situation)
  }

  async #copy(situation: Situation): Promise<void> {
    const from = Uri.joinPath(this.#context.extensionUri, 'client/situations', situation)
    for (const name of situationFiles[situation]) {
      const bytes = await workspace.fs.readFile(Uri.joinPath(from, name))
      await workspace.fs.writeFile(Uri.joinPath(this.#folderOf(situation), name), bytes)
    }
    this.#seen.delete(situation)
  }

  async #wishes(choices: readonly string[]): Promise<string | undefined> {
    return window.showQuickPick(choices, { placeHolder: words().situationThere })
  }

  async #chosen(): Promise<Situation | undefined> {
    const { manifest, whichSituation } = words()
    const bytes = await workspace.fs.readFile(Uri.joinPath(this.#context.extensionUri, manifest))
    const named = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, string>>
    const first = suggestedSituations()
    const items = (Object.keys(situationFiles) as Situation[])
      .map(situation => {
        const title = named[`situation.${situation}`] ?? situation
        const isSuggested = first.includes(situation)
        const label = isSuggested ? `$(star) ${title}` : title
        return { label, detail: named[`situation.${situation}.about`] ?? '', situation, isSuggested }
      })
      .toSorted((a, b) => Number(b.isSuggested) - Number(a.isSuggested))
    const chosen = await window.showQuickPick(items, { placeHolder: whichSituation, matchOnDetail: true })
    return chosen?.situation
  }
}

function setKey(key: string, value: boolean): Thenable<unknown> {
  return commands.executeCommand('setContext', `vigie.situation.${key}`, value)
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

async function exists(folder: Uri): Promise<boolean> {
  return workspace.fs.stat(folder).then(
    () => true,
    () => false,
  )
}
