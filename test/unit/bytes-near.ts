import * as fc from 'fast-check'

/** Random bytes, and near-misses: good values with a byte changed, added or dropped. */
export function bytesNear(samples: readonly string[]): fc.Arbitrary<Uint8Array> {
  const telling = [...new TextEncoder().encode('0123456789+-.,:/ TZe<>"')]
  const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), { arbitrary: fc.constantFrom(...telling), weight: 4 })
  const random = fc.array(byte, { maxLength: 20 }).map(bytes => Uint8Array.from(bytes))
  if (samples.length === 0) return random
  const near = fc
    .tuple(fc.constantFrom(...samples), fc.nat(22), byte, fc.constantFrom(0, 1), fc.nat(1))
    .map(([text, place, added, dropped, count]) => {
      const bytes = [...new TextEncoder().encode(text)]
      bytes.splice(place % (bytes.length + 1), dropped, ...Array.from({ length: count }, () => added))
      return Uint8Array.from(bytes)
    })
  return fc.oneof(random, { arbitrary: near, weight: 4 })
}
