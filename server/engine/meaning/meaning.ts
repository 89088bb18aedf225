import type { Language } from '../model/language'
import type { Column } from '../model/table'

/** Who asks what a value is: in which language, and on which day (YYYY-MM-DD). */
export interface Asker {
  readonly language: Language
  readonly today?: string
}

/**
 * What a value is, one statement a line, the most telling first; undefined when it is none of what this meaning knows.
 * The lines are plain text.
 */
export type Meaning = (value: string, column: Column, asker: Asker) => readonly string[] | undefined
