/** The object that a JSON value is. */
export function recordIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

/** The text that a JSON value is. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The text that a JSON value is, unless it is empty. */
export function wordIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The entries of a list, or the value alone; none where there is no value. */
export function listIn(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

/** The texts of a natural-language property: a text, a list of texts, or these by language. */
export function textsIn(value: unknown): readonly string[] {
  const byLanguage = recordIn(value)
  const all = byLanguage ? Object.values(byLanguage).flatMap(listIn) : listIn(value)
  return all.flatMap(one => textIn(one) ?? [])
}
