import type { Acceptance } from './acceptance'
import type { Span } from './span'

/** LSP's words, worst first. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/** The smallest set of rules in which a rule runs; each holds the one before. */
export type Preset = 'essentiel' | 'standard' | 'complet'

export const presets: readonly Preset[] = ['essentiel', 'standard', 'complet']

/** A spot in a table, from 0: a cell, a row, a column (its label), or the whole file when both are absent. */
export interface Place {
  readonly row?: number
  readonly column?: number
}

/** What is wrong and where, as plain data. */
export interface Diagnostic extends Place {
  readonly rule: string
  /** Where it is in a tree: a JSON pointer (RFC 6901). */
  readonly pointer?: string
  /** The JSON pointer of the list in whose table it is, where that stands in a document that holds more. */
  readonly inside?: string
  readonly severity: Severity
  /** The error type of Frictionless v5 that means the same, where there is one. */
  readonly frictionless: string | undefined
  readonly span: Span
  /** What the rule's check found; its message and its fixes read it. */
  readonly facts: unknown
  /** The cell's value, when the finding is about one cell. */
  readonly value: string | undefined
  /** True when neither the value nor anything made of it is told: a rule about personal data has found some in it. */
  readonly isWithheld?: boolean
  /** Set when a flaw of the text leaves open what it was found in: then only the flaws are repaired. */
  readonly isDoubtful?: true
  /** Set when somebody has accepted it; `isOver` when that is no longer in force. */
  readonly accepted?: { readonly acceptance: Acceptance; readonly isOver: boolean }
  /** True when it needs the whole file rather than one row. */
  readonly whole: boolean
}
