import type { Language } from './language'

/** What of a schema that stands beside the data cannot be relied on. */
export type SchemaFault =
  /** It is named, and not used at all; `problem` says why in one sentence. */
  | {
      readonly kind: 'unusable'
      readonly because: 'missing' | 'broken' | 'on-network'
      readonly problem: Readonly<Record<Language, string>>
    }
  /** Parts of it are left out. */
  | { readonly kind: 'defects'; readonly schema: string; readonly count: number }
