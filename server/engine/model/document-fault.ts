import type { Breach, InnerFault } from './inner-fault'

/** Where a document is not as its standard asks: by its structure, or by what its parts say together. */
export interface DocumentFault extends Omit<InnerFault, 'breach'> {
  readonly breach: Breach | SenseBreach
}

/** What no structure can tell. */
export type SenseBreach =
  /** A constraint that says nothing of values of this type. */
  | { readonly kind: 'unfit'; readonly type: string }
  /** Two constraints that no value can meet together, or that must not stand together. */
  | { readonly kind: 'crossed'; readonly other: string }
  /** The name of a column or the address of a table that nothing here has. */
  | { readonly kind: 'dangling' }
  /** A pattern of numbers, dates or truth values that the standard does not know. */
  | { readonly kind: 'bad-pattern'; readonly type: string }
  /** A name that another of the same list has already. */
  | { readonly kind: 'namesake' }
  /** What another member says as well, and only one may. */
  | { readonly kind: 'twofold'; readonly other: string }
  /** A member where nothing reads it, and the member that it belongs in. */
  | { readonly kind: 'astray'; readonly home: string }
  /** A theme at an address of the European Union’s list, which does not have it, and the codes that it has. */
  | { readonly kind: 'unlisted-theme'; readonly codes: readonly string[] }
  /** Another value than the one that the same object has in the place before, where it may have one only. */
  | { readonly kind: 'elsewhere' }
