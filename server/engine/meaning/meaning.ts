import type { Language } from '../model/language'
import type { Column } from '../model/table'

/** Who asks what a value is: in which language, and on which day (YYYY-MM-DD). */
export interface Asker {
  readonly language: Language
  readonly today?: string
}

/** Who asks, and the text of another cell of the row, empty where it is not told. */
interface Asked extends Asker {
  readonly beside: (column: Column) => string
}

/**
 * What a value is, one statement a line, the most telling first; undefined when it is none of what this meaning knows.
 * The lines are plain text.
 */
export type Meaning = (value: string, column: Column, asked: Asked) => readonly string[] | undefined
