import type { Memento, Uri } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { DialectChoice, Status } from '../server/protocol'
import { ask } from './ask'

interface Choice {
  readonly schema?: string
  readonly dialect?: DialectChoice
}

const KEY = 'choices'

/** What a person chose for each file, kept with the workspace so that it holds when the file is opened again. */
export class Choices {
  readonly #memory: Memento

  constructor(memory: Memento) {
    this.#memory = memory
  }

  of(uri: Uri): Choice {
    return this.#all()[uri.toString()] ?? {}
  }

  /** Chooses a schema; undefined leaves it to the server again. */
  async schema(client: BaseLanguageClient, uri: Uri, schema: string | undefined): Promise<Status | undefined> {
    const { dialect } = this.of(uri)
    await this.#keep(uri, { ...(schema === undefined ? {} : { schema }), ...(dialect ? { dialect } : {}) })
    return this.#tellSchema(client, uri)
  }

  /** Chooses parts of a dialect, in place of all that was chosen before. */
  async dialect(client: BaseLanguageClient, uri: Uri, dialect: DialectChoice): Promise<Status | undefined> {
    await this.#keep(uri, { ...this.of(uri), dialect })
    return ask(client, 'vigie/setDialect', { uri: uri.toString(), ...dialect })
  }

  /** Tells the server what was chosen for a file that it has just opened. */
  async tell(client: BaseLanguageClient, uri: Uri): Promise<void> {
    const { schema, dialect } = this.of(uri)
    if (dialect && Object.keys(dialect).length > 0)
      await ask(client, 'vigie/setDialect', { uri: uri.toString(), ...dialect })
    if (schema !== undefined) await this.#tellSchema(client, uri)
  }

  #tellSchema(client: BaseLanguageClient, uri: Uri): Promise<Status | undefined> {
    const { schema } = this.of(uri)
    return ask(client, 'vigie/setSchema', { uri: uri.toString(), ...(schema === undefined ? {} : { schema }) })
  }

  #all(): Readonly<Record<string, Choice>> {
    return this.#memory.get(KEY, {})
  }

  async #keep(uri: Uri, choice: Choice): Promise<void> {
    const { [uri.toString()]: _, ...others } = this.#all()
    await this.#memory.update(KEY, Object.keys(choice).length > 0 ? { ...others, [uri.toString()]: choice } : others)
  }
}
