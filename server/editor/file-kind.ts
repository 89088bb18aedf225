import type { JsonText } from '../engine/dataset'
import type { TreeKind } from '../engine/model/described-tree'
import { bytesBetween, type Source } from '../engine/model/source'
import { isJson, knownJson, knownTree } from '../engine/open'
import type { Project } from '../project'

/** What a file of JSON is found to be, which the texts it comes to hold do not change. */
export class FileKind {
  readonly #name: () => string
  #tree: TreeKind | undefined
  #json: JsonText | undefined

  /** `name`: without its folder. */
  constructor(name: () => string) {
    this.#name = name
  }

  /** Which of the documents that we know it is, once it is known to be one. */
  get tree(): TreeKind | undefined {
    return this.#tree
  }

  /** How its records lie in it, once it is known to be a table in JSON. */
  get json(): JsonText | undefined {
    return this.#json
  }

  /** Whether it is JSON of which nothing is known: it is left alone. */
  get isUnknown(): boolean {
    return isJson(this.#name()) && !this.#tree && !this.#json
  }

  /** Looks what it is, until that is known; its dialect may say where its records lie. From then on nothing of its text is read. */
  learn(text: Source, { dialect: { records } }: Pick<Project, 'dialect'>): void {
    if (!this.isUnknown) return
    this.#tree = knownTree(this.#name(), bytesBetween(text, 0, text.length))
    const found = this.#tree ? undefined : knownJson(this.#name(), text, records?.property)
    if (found?.isSure) this.#json = found.json
  }

  /** Others say what document it is. */
  isTold(kind: TreeKind): void {
    this.#tree = kind
    this.#json = undefined
  }

  /** Its text is another one. */
  forget(): void {
    this.#tree = undefined
    this.#json = undefined
  }
}
