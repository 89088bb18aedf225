/** Where bytes are kept that memory is not to hold; whoever hands it over throws when it fails. */
export interface Spill {
  /** Bytes that memory takes before. */
  readonly limit: number
  /** Keeps bytes, and tells their place. */
  write(bytes: Uint8Array): number
  /** Fills an array with the bytes from a place on. */
  read(place: number, bytes: Uint8Array): void
  /** Nobody needs them any longer. */
  close(): void
}
