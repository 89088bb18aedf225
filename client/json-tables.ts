import { commands, type Uri } from 'vscode'

/** The key that conditions of `package.json` name: files that a name in `.json` does not tell to be tables. */
const KEY = 'vigie.jsonTables'

/** Which JSON files were found to be tables, so that what concerns tables is offered on them. */
export class JsonTables {
  readonly #paths = new Set<string>()

  note({ fsPath }: Uri, isTable: boolean): void {
    if (this.#paths.has(fsPath) === isTable) return
    if (isTable) this.#paths.add(fsPath)
    else this.#paths.delete(fsPath)
    void commands.executeCommand('setContext', KEY, [...this.#paths])
  }
}
