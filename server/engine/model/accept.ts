/**
 * A fast test on the bytes from `from` up to `to`: true only for a cell that is surely fine, false says nothing.
 * Its form says the same as data, so that the kernel can do the test for many cells at once; a form may accept less than
 * its function, never more.
 */
export interface Accept {
  (bytes: Uint8Array, from: number, to: number): boolean
  /** Made when it is asked for; undefined when there is none. */
  readonly form?: () => Form | undefined
}

/** The number that the bytes from `from` up to `to` stand for; NaN when only the text can tell. */
export interface NumberAt {
  (bytes: Uint8Array, from: number, to: number): number
  readonly form?: NumberForm
}

/** What bytes are accepted. */
export type Form =
  | { readonly is: 'any' }
  /** A sign, digits, and after the decimal mark others; −1 for a mark that no byte is. */
  | { readonly is: 'number'; readonly mark: number }
  | { readonly is: 'moment'; readonly layouts: readonly Layout[] }
  | { readonly is: 'compared'; readonly number: NumberForm; readonly how: Comparison; readonly limit: number }
  | { readonly is: 'one-of'; readonly spellings: readonly Uint8Array[] }
  /** At least and at most so many characters. */
  | { readonly is: 'characters'; readonly least: number; readonly most: number }
  | { readonly is: 'siret' | 'siren' }
  | { readonly is: 'automaton'; readonly table: StateTable }
  | { readonly is: 'ends'; readonly ends: Ends }
  /**
   * None of the sequences of bytes in any of these lists; each begins with that of a character, and may end in
   * `BEYOND_ASCII` for the beginning of any other character that is not ASCII.
   */
  | { readonly is: 'without'; readonly sequences: readonly (readonly (readonly number[])[])[] }
  /** A number of characters that is none of these. */
  | { readonly is: 'no-length-of'; readonly lengths: readonly number[] }
  | { readonly is: 'plain-day'; readonly bounds: DayBounds }
  /** A sign or none and digits with at most one point or comma; `placeholders`: whether what may stand for no number is one. */
  | { readonly is: 'plain-number'; readonly placeholders: 'counted' | 'left-out' }
  /** No number of more digits than are kept, nor one in scientific notation. */
  | { readonly is: 'no-large-number'; readonly kept: number }
  | { readonly is: 'few-digits'; readonly below: number }
  /** No capital letter of ASCII just before a digit. */
  | { readonly is: 'capitals-apart' }
  /** At least one ASCII byte that is none of these. */
  | { readonly is: 'other-bytes'; readonly than: readonly number[] }
  | { readonly is: 'either'; readonly forms: readonly [Form, Form] }

/** What the first byte, the last one and the length tell of a cell; an empty one is fine. */
export interface Ends {
  /** By first byte, and by last byte: the lengths with which it is not surely fine, a bit each; the highest is that of 31 and more. */
  readonly first: Uint32Array
  readonly last: Uint32Array
  /** By byte: 1 where the last byte is fine because this one stands before it. */
  readonly beforeLast: Uint8Array
}

/** Bounds of the days that are surely fine, each as the number YYYYMMDD, the bounds themselves left out. */
export interface DayBounds {
  readonly after: number
  readonly before: number
  /** Whether the first day of a year is one of them. */
  readonly newYear: 'fine' | 'odd'
  /** The same for the day of a moment, YYYY-MM-DDT and more; without it, a moment is not surely fine. */
  readonly moments?: { readonly after: number; readonly before: number }
}

/** How bytes become a number: one of at most 15 digits, or the days from 1970-01-01 to a date. */
export type NumberForm =
  | { readonly is: 'number'; readonly mark: number }
  | { readonly is: 'day'; readonly layout: Layout }

/** A date or a time of fixed width: where its two or four digits begin, by their directive, and all other bytes. */
export interface Layout {
  readonly width: number
  readonly at: Readonly<Partial<Record<'Y' | 'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>>>
  readonly literals: readonly { readonly at: number; readonly byte: number }[]
}

/** How ISO 8601 writes a day: YYYY-MM-DD. */
export const ISO_LAYOUT: Layout = {
  width: 10,
  at: { Y: 0, m: 5, d: 8 },
  literals: [
    { at: 4, byte: 0x2d },
    { at: 7, byte: 0x2d },
  ],
}

/** What each ASCII byte leads to from each state, 128 to a state, the first state being 1; 0 when nothing matches any more. */
export interface StateTable {
  readonly next: Uint8Array
  /** By state: 1 where a text may end. */
  readonly ends: Uint8Array
}

export type Comparison = '>=' | '>' | '<=' | '<'

/** Gives a test its form; the test is its own, made for it. */
export function accepting(form: Form | (() => Form | undefined), test: Accept): Accept {
  return Object.assign(test, { form: typeof form === 'function' ? form : () => form })
}

/** True for a cell with an ASCII character that is none of these. */
export function holdsOther(characters: string): Accept {
  const than = Array.from(characters, character => character.charCodeAt(0))
  const known = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >= 0x80 || than.includes(byte)))
  return accepting({ is: 'other-bytes', than }, (bytes, from, to) => {
    for (let at = from; at < to; at++) if (known[bytes[at]!] === 0) return true
    return false
  })
}

/** True for what one of two tests accepts. */
export function either(one: Accept, other: Accept): Accept {
  const formOf = () => {
    const forms = [one.form?.(), other.form?.()] as const
    return forms[0] && forms[1]
      ? { is: 'either' as const, forms: [forms[0], forms[1]] as const }
      : (forms[0] ?? forms[1])
  }
  return accepting(formOf, (bytes, from, to) => one(bytes, from, to) || other(bytes, from, to))
}

/** In a sequence, in place of its last byte. */
export const BEYOND_ASCII = 256

/** True for a cell in which none of some sequences stands: see the form of that name. */
export function without(sequences: readonly (readonly number[])[]): Accept {
  const beginning = Array.from({ length: 256 }, (): (readonly number[])[] => [])
  for (const sequence of sequences) beginning[sequence[0]!]!.push(sequence)
  const begins = Uint8Array.from(beginning, ({ length }) => Number(length > 0))
  return accepting({ is: 'without', sequences: [sequences] }, (bytes, from, to) => {
    for (let at = from; at < to; at++) {
      if (begins[bytes[at]!] === 0) continue
      const begun = beginning[bytes[at]!]!
      for (let i = 0; i < begun.length; i++) if (stands(begun[i]!, bytes, at, to)) return false
    }
    return true
  })
}

function stands(sequence: readonly number[], bytes: Uint8Array, at: number, to: number): boolean {
  if (at + sequence.length > to) return false
  for (let i = 1; i < sequence.length; i++) {
    const byte = bytes[at + i]!
    if (sequence[i] === BEYOND_ASCII ? byte < 0x80 : byte !== sequence[i]) return false
  }
  return true
}

/** Any length. */
export const ALL_LENGTHS = 0xffffffff

/** The lengths from `least` to `most`, a bit each. */
export function lengthsFrom(least: number, most: number): number {
  let lengths = 0
  for (let length = least; length <= Math.min(most, 31); length++) lengths |= 1 << length
  return lengths
}

/** A test by the first byte, the last one and the length of a cell: `refused` gives the lengths that are not surely fine. */
export function byEnds(
  refused: { readonly first: (byte: number) => number; readonly last?: (byte: number) => number },
  beforeLast: (byte: number) => boolean = () => false,
): Accept {
  const ends: Ends = {
    first: Uint32Array.from({ length: 256 }, (_, byte) => refused.first(byte)),
    last: Uint32Array.from({ length: 256 }, (_, byte) => refused.last?.(byte) ?? 0),
    beforeLast: Uint8Array.from({ length: 256 }, (_, byte) => Number(beforeLast(byte))),
  }
  return accepting({ is: 'ends', ends }, (bytes, from, to) => {
    if (to === from) return true
    const length = 1 << Math.min(to - from, 31)
    if ((ends.first[bytes[from]!]! & length) !== 0) return false
    return (ends.last[bytes[to - 1]!]! & length) === 0 || (to - from > 1 && ends.beforeLast[bytes[to - 2]!] === 1)
  })
}

/** A test of the numbers of a column against a limit. */
export function comparing(numberAt: NumberAt, how: Comparison, limit: number): Accept {
  const { form } = numberAt
  const test = comparisons[how](numberAt, limit)
  return form ? accepting({ is: 'compared', number: form, how, limit }, test) : test
}

const comparisons: Readonly<Record<Comparison, (numberAt: NumberAt, limit: number) => Accept>> = {
  '>=': (numberAt, limit) => (bytes, from, to) => numberAt(bytes, from, to) >= limit,
  '>': (numberAt, limit) => (bytes, from, to) => numberAt(bytes, from, to) > limit,
  '<=': (numberAt, limit) => (bytes, from, to) => numberAt(bytes, from, to) <= limit,
  '<': (numberAt, limit) => (bytes, from, to) => numberAt(bytes, from, to) < limit,
}
