import type { Acceptance } from './acceptance'
import type { Preset, Severity } from './diagnostic'

/** Severities by rule id. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** What was asked of single rules, beyond what they say of themselves. */
export interface Loudness {
  /** By rule id; a rule named here runs whatever the preset. */
  readonly severities?: Severities
  /** The same for single columns, by label or by name of field; there a rule can be louder, quieter or silent. */
  readonly columns?: Readonly<Record<string, Severities>>
  readonly accepted?: readonly Acceptance[]
}

/** Which rules run, and how loud. */
export interface Heard extends Loudness {
  /** Default: `standard`. */
  readonly preset?: Preset
  /** The day of the reader as YYYY-MM-DD: the engine has no clock. Without it no date is in the future. */
  readonly today?: string
}
