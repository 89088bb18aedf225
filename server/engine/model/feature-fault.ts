import type { Span } from './span'

/** What makes an object no Feature of GeoJSON (RFC 7946, section 3.2). */
export interface FeatureFault {
  readonly part: 'type' | 'geometry' | 'properties' | 'id'
  readonly trouble: 'absent' | 'wrong'
  /** The value at fault, or the bracket that opens the Feature. */
  readonly span: Span
}
