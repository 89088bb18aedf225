import { type Accept, accepting } from './accept'

/** A test that bytes spell one of these texts, to the letter. */
export function spellsOneOf(texts: readonly string[]): Accept {
  const spellings = [...new Set(texts)].map(text => new TextEncoder().encode(text))
  const last = (2 << Math.ceil(Math.log2(spellings.length + 1))) - 1
  const buckets: Uint8Array[][] = Array.from({ length: last + 1 }, () => [])
  for (const spelling of spellings) buckets[mixed(spelling, 0, spelling.length) & last]!.push(spelling)
  return accepting({ is: 'one-of', spellings }, (bytes, from, to) => {
    const bucket = buckets[mixed(bytes, from, to) & last]!
    for (let index = 0; index < bucket.length; index++) if (isAt(bytes, from, to, bucket[index]!)) return true
    return false
  })
}

/** Texts of one list differ most often in their length, in the middle or at one of their ends. */
function mixed(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return 0
  return bytes[from]! * 7 + bytes[(from + to) >> 1]! * 3 + bytes[to - 1]! * 31 + (to - from)
}

function isAt(bytes: Uint8Array, from: number, to: number, spelling: Uint8Array): boolean {
  if (to - from !== spelling.length) return false
  for (let index = 0; index < spelling.length; index++) if (bytes[from + index] !== spelling[index]) return false
  return true
}
