import type { Node } from './tree'

/** What a document can say of a dataset, in the order in which one would ask. */
export type Aspect =
  | 'title'
  | 'description'
  | 'licence'
  | 'frequency'
  | 'created'
  | 'issued'
  | 'modified'
  /** When the facts were gathered, as opposed to when they were published. */
  | 'collected'
  | 'expires'
  /** An ISO 8601 interval, `start/end`, either of which may be empty. */
  | 'temporal'
  | 'spatial'
  /** The box in which it lies, as `west south east north` in degrees. */
  | 'extent'
  /** The smallest territory that a row is about. */
  | 'granularity'
  | 'contact'
  | 'steward'
  | 'provenance'
  | 'purpose'
  /** The public policy that it belongs to, by its name. */
  | 'policy'
  /** Whether there is personal data in it, and by what right it is published. */
  | 'personal-data'
  | 'keyword'
  | 'identifier'
  | 'language'
  | 'topic'
  | 'resolution'
  | 'conformity'
  | 'access'
  /** The law under which it is published, by its address. */
  | 'legislation'
  /** The category of a high-value dataset. */
  | 'high-value-category'
  /** A programming interface to the same data. */
  | 'api'
  /** When, in a catalogue, the description itself was last changed. */
  | 'record'

/** One thing that a document says, and the value that says it. */
export interface Statement {
  readonly node: Node
  /** Trimmed, and never empty; what says it with more than a text says it in one line here. */
  readonly text: string
}

/** Where a format has the place for what is not said yet. */
export interface Slot {
  /** The JSON pointer of the object to add to. */
  readonly parent: string
  readonly name: string
  /** What could stand there, the best first; `…` is what only a person knows. */
  readonly values: readonly unknown[]
}

/** A file or an address that belongs to a dataset. */
export interface DescribedResource {
  readonly node: Node
  readonly title: Statement | undefined
  readonly description: Statement | undefined
  /** Its paths or addresses. */
  readonly paths: readonly Statement[]
  /** In lower case, without a dot: `csv`. From the path where nothing else says it. */
  readonly format: string | undefined
  /** What it is to the dataset, where the format has a word for it: `documentation`. */
  readonly role: string | undefined
  /** The name or the address of its schema; absent also where the schema stands in the document. */
  readonly schema: Statement | undefined
  readonly fields: readonly DescribedField[]
  /** What it tells of the file as it was when it was described. */
  readonly told: {
    readonly encoding: Figure | undefined
    readonly bytes: readonly Figure[]
    /** Whether the format lets sizes be told in round numbers. */
    readonly isAbout?: true
    readonly rows: Figure | undefined
    /** What names other files that stand beside it: its schema, its dialect, its version before. */
    readonly others: readonly Figure[]
    readonly hashes: readonly { readonly algorithm: string; readonly hex: Figure; readonly prefix: string }[]
  }
}

/** A figure as a document tells it. */
export type Figure = Statement

/** A column as a document declares it. */
export interface DescribedField {
  readonly node: Node
  readonly name: string
  readonly isExplained: boolean
}

/** What a document says of one dataset, whatever its format. */
export interface Description {
  /** The object that describes it. */
  readonly node: Node
  readonly said: ReadonlyMap<Aspect, readonly Statement[]>
  /** Aspects that the format has a place for and that are not said; a rule asks for no others. */
  readonly slots: ReadonlyMap<Aspect, Slot>
  readonly resources: readonly DescribedResource[]
}

/** What is said of an aspect and is more than a place to be filled in. */
export function statements({ said }: Description, aspect: Aspect): readonly Statement[] {
  return (said.get(aspect) ?? []).filter(({ text }) => !isBlank(text))
}

/** Whether a text is only the place of one: `…`, with or without a hint behind it, is what we write for what a person is to fill in. */
export function isBlank(text: string): boolean {
  return (
    text.startsWith('…') || /^\S+…$/.test(text) || (text.includes('…') && text.replace(/[\s…/@.,:-]/g, '').length < 12)
  )
}
