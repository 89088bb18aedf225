import type { State } from '../engine/model/verdict'
import type { Range } from './range'

/** What the datasets of folders are worth, in the reader's words. */
export interface FolderShown {
  /** The names of the folders. */
  readonly title: string
  readonly summary: string
  /** What is not told here, and why, a sentence each. */
  readonly untold: readonly string[]
  /** How many datasets have each verdict. */
  readonly states: readonly { readonly state: State; readonly name: string; readonly count: number }[]
  readonly groups: readonly {
    readonly title: string
    /** What to do about it. */
    readonly hint?: string
    readonly datasets: readonly DatasetShown[]
  }[]
  /** Files that could be told and are not, since no more were wanted. */
  readonly left: number
}

/** A file among others. */
export interface DatasetShown {
  readonly uri: string
  /** Its path, seen from its folder. */
  readonly name: string
  readonly state: State
  readonly headline: string
  /** What was found in it, counted. */
  readonly told: string
  readonly rows?: string
  /** The schema in force: its title; its id, its vintage and whence it comes. */
  readonly schema?: { readonly title: string; readonly told: string }
  /** Absent for what is no table. */
  readonly freshness?: { readonly told: string; readonly more: readonly string[]; readonly isLate?: true }
  /** Of a document, what it is. */
  readonly purpose?: string
  readonly keeper?: string
  /** The first thing to do in it. */
  readonly place?: Range
  /** The URI of what describes it, where that is among the files. */
  readonly document?: string
  /** Set when nothing tells to which public policy it belongs. */
  readonly lacksPolicy?: true
}
