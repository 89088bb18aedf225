import type { Localised } from '../model/field'
import { pointer } from '../model/pointer'
import type { Report } from './defect'
import { isObject } from './json-value'
import { nearest } from './nearest'

/** A JSON object of a schema and where it stands. */
export interface Descriptor {
  readonly values: Readonly<Record<string, unknown>>
  readonly path: string
}

/** A descriptor with each property that is misspelt under the name that was meant too. */
export function withMeantKeys({ values, path }: Descriptor, known: readonly string[], report: Report): Descriptor {
  const meant: Record<string, unknown> = { ...values }
  for (const key of Object.keys(values)) {
    // A text in another language, as in title@en, is nothing misspelt.
    if (known.includes(key) || key.includes('@')) continue
    const absent = known.filter(name => !Object.hasOwn(meant, name))
    const name = nearest(key, absent)
    if (name === undefined) continue
    report({ kind: 'misspelt-key', path: pointer(path, key), key, meant: name })
    meant[name] = values[key]
  }
  return { values: meant, path }
}

/** A JSON value of any kind as a cell would hold it. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The text of a member; a number is taken for text, anything else is a defect. */
export function textAt({ values, path }: Descriptor, key: string, report: Report): string | undefined {
  const value = values[key]
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return
  report({ kind: 'wrong-kind', path: pointer(path, key), expected: 'string' })
  return typeof value === 'number' ? String(value) : undefined
}

/** The truth of a member; text such as `true` is read as meant. */
export function flagAt({ values, path }: Descriptor, key: string, report: Report): boolean | undefined {
  const value = values[key]
  if (typeof value === 'boolean') return value
  if (value === undefined || value === null) return
  report({ kind: 'wrong-kind', path: pointer(path, key), expected: 'boolean' })
  const text = textOf(value)
  if (/^(?:true|1|oui|yes)$/i.test(text)) return true
  return /^(?:false|0|non|no)$/i.test(text) ? false : undefined
}

/** The entries of a list; a single value is taken for a list of one. */
export function listAt({ values, path }: Descriptor, key: string, report: Report): readonly unknown[] | undefined {
  const value = values[key]
  if (value === undefined || value === null) return
  if (Array.isArray(value)) return value
  report({ kind: 'wrong-kind', path: pointer(path, key), expected: 'array' })
  return isObject(value) ? undefined : [value]
}

/** The value of an entry that is given plain or, as in Table Schema v2, as `{ "value": …, "label": … }`. */
export function plainValue(entry: unknown): unknown {
  return isObject(entry) && 'value' in entry ? entry['value'] : entry
}

/** The text of a member and of its `@fr` and `@en` neighbours; without a mark it is French. */
export function localisedAt(descriptor: Descriptor, key: string, report: Report): Localised | undefined {
  const [plain, french, en] = [key, `${key}@fr`, `${key}@en`].map(name => saidAt(descriptor, name, report))
  const fr = french ?? plain
  if (fr === undefined && en === undefined) return
  return { ...(fr !== undefined && { fr }), ...(en !== undefined && { en }) }
}

function saidAt(descriptor: Descriptor, key: string, report: Report): string | undefined {
  const text = textAt(descriptor, key, report)
  return text?.trim() === '' ? undefined : text
}
