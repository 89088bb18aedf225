import type { Authority } from './authority'
import type { Language } from './language'

/** Who reads, and in which language: an elected official wants the stake, an agent all of it. */
export interface Reader {
  readonly language: Language
  readonly level: 'elu' | 'agent'
  /** For whom the reader works. */
  readonly authority?: Authority
}
