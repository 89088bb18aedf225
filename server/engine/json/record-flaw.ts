import type { FeatureFault } from '../model/feature-fault'
import type { Span } from '../model/span'
import type { Flaw } from '../model/tree'

/** Where a text of records is not as it should be; the row is counted from the chunk's first, spans from its first byte. */
export type RecordFlaw =
  | { readonly kind: 'flaw'; readonly row: number; readonly flaw: Flaw }
  /** A record of another kind than the others. */
  | { readonly kind: 'odd-record'; readonly row: number; readonly span: Span }
  /** An object that is no Feature among Features. */
  | { readonly kind: 'odd-feature'; readonly row: number; readonly fault: FeatureFault }
  /** The rest could not be read: a record that has no end, or is too long. */
  | { readonly kind: 'lost'; readonly why: 'open' | 'long'; readonly row: number; readonly span: Span }
