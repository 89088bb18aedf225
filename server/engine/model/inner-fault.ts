/** What is wrong inside a structured value, a list or an object: the first part that breaks its description. */
export interface InnerFault {
  /** JSON pointer (RFC 6901) of the part in the value; empty for the value as a whole. */
  readonly at: string
  /** The part as JSON text, or as it stands when it is a string. */
  readonly part: string
  readonly breach: Breach
}

/** How a part breaks its description, in the words of JSON Schema. */
export type Breach =
  | { readonly kind: 'type'; readonly expected: readonly string[] }
  /** A member that must be there. */
  | { readonly kind: 'required'; readonly member: string }
  /** A member that nothing describes. */
  | { readonly kind: 'additional'; readonly member: string }
  | { readonly kind: 'enum'; readonly allowed: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'format'; readonly format: string }
  | {
      readonly kind: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf'
      readonly bound: string
    }
  /** Too few or too many characters, items or members. */
  | { readonly kind: 'few' | 'many'; readonly of: 'characters' | 'items' | 'members'; readonly bound: number }
  /** None of several members is there, and one must be. */
  | { readonly kind: 'one-of'; readonly members: readonly string[] }
  /** Two items that are equal. */
  | { readonly kind: 'repeated' }
  /** It fits none of several descriptions, or the one that it must not fit. */
  | { readonly kind: 'other' }

/** The breach that bears a kind, alone or with others. */
export type BreachOf<Kind, One = Breach> = One extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? One
    : never
  : never

/** Finds what is wrong inside a value as its field reads it; `unknown` when it cannot be told in reasonable time. */
export type InnerTest = (value: unknown) => InnerFault | 'unknown' | undefined
