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
