/** The sections of the packed lists (`.ci/lists.mjs` writes them), in order. */
export interface Packed {
  readonly year: number
  /** The next section as numbers, 7 bits a byte, read when first asked for. */
  numbers(): () => Uint32Array
  /** The next section as it is. */
  bytes(): Uint8Array
  /** The next section as lines, split when first asked for. */
  lines(): () => readonly string[]
  /** The next section as rows of cells, split when first asked for. */
  rows(): () => readonly (readonly string[])[]
}

/** Opens packed lists; undefined for bytes that are none. */
export function openPacked(bytes: Uint8Array): Packed | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || bytes[0] !== 0x56 || bytes[1] !== 0x4c) return undefined
  let at = 4
  const section = () => {
    const from = at + 4
    at = from + view.getUint32(at, true)
    return bytes.subarray(from, at)
  }
  return {
    year: view.getUint16(2, true),
    numbers() {
      const packed = section()
      return kept(() => numbersIn(packed))
    },
    bytes: section,
    lines: () => kept(linesOf(section())),
    rows() {
      const lines = linesOf(section())
      return kept(() => lines().map(row => row.split('\t')))
    },
  }
}

/** Works it out once. */
function kept<Value extends object>(work: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= work())
}

function linesOf(text: Uint8Array): () => readonly string[] {
  return () => new TextDecoder().decode(text).split('\n')
}

function numbersIn(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length)
  let count = 0
  for (let at = 0; at < bytes.length; at++) {
    let number = 0
    let weight = 1
    for (; bytes[at]! > 127; at++, weight *= 128) number += (bytes[at]! - 128) * weight
    numbers[count++] = number + bytes[at]! * weight
  }
  return numbers.subarray(0, count)
}

/** A whole number of either sign from its distance to zero. */
export function signed(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2
}

/** Numbers from the distances between them. */
export function ascending(distances: Uint32Array): Uint32Array {
  let last = 0
  return distances.map(distance => (last += distance))
}
