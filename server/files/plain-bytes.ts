/** A Buffer as an ordinary array: the engine’s loops then meet one kind of array only. */
export function plainBytes({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}
