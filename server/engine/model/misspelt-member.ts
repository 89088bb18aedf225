/** A member of a JSON document whose name is surely meant for another. */
export interface MisspeltMember {
  /** JSON pointer (RFC 6901) of its value. */
  readonly path: string
  readonly key: string
  readonly meant: string
}
