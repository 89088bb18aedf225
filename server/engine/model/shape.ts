import { isAllowed } from './constraint'
import type { Column } from './table'
import { writtenDate } from './written-date'

/** What a value looks like, whatever it means. */
export type Shape = 'empty' | 'number' | 'long-digits' | 'date' | 'boolean' | 'address' | 'code' | 'text'

/** Values below which a column has no shape yet, and the share of them that must have it. */
const ENOUGH = 3
const SHARE = 0.7

/** The shape of one value. */
export function shapeOf(text: string): Shape {
  const value = text.trim()
  if (value === '') return 'empty'
  if (value.length > 200) return 'text'
  if (/^\d{9,}$/.test(value)) return 'long-digits'
  if (/^[+-]?\d[\d \u00A0\u202F]*(?:[.,]\d+)?\s?[%€]?$/.test(value)) return 'number'
  if (/^(?:oui|non|true|false|vrai|faux|yes|no)$/i.test(value)) return 'boolean'
  if (/^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.\w+$/i.test(value)) return 'address'
  if (writtenDate(value)) return 'date'
  return /\d/.test(value) && !/\s/.test(value) ? 'code' : 'text'
}

/** A test that a value is like those of its column, by what the schema or the column's own values say; undefined for a column that takes anything. */
export function likeColumn({ field, sample }: Column): ((text: string) => boolean) | undefined {
  const matches = field?.constraints.pattern?.matches
  if (field && (field.constraints.enum || matches))
    return text => field.read(text) !== undefined && isAllowed(field, text) && matches?.(text) !== false
  if (field && field.type !== 'string' && field.type !== 'any') return text => field.read(text) !== undefined
  const shape = usualShape(sample)
  return shape && (text => shapeOf(text) === shape)
}

function usualShape(sample: readonly string[]): Shape | undefined {
  if (sample.length < ENOUGH) return undefined
  const counts = new Map<Shape, number>()
  for (const value of sample) {
    const shape = shapeOf(value)
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return [...counts].find(([, count]) => count >= SHARE * sample.length)?.[0]
}
