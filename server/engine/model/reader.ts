import type { Language } from './language'

/** Who reads, and in which language: an elected official wants the stake, an agent all of it. */
export interface Reader {
  readonly language: Language
  readonly level: 'elu' | 'agent'
}
