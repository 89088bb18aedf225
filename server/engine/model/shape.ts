import { isAllowed } from './allowed'
import type { Field } from './field'
import { share, tally, totalOf } from './lesson'
import type { Evidence } from './table'
import { writtenDate } from './written-date'

/** What a value looks like when no schema says what it is. `text` is all that looks like nothing else. */
export type Shape = 'integer' | 'long-digits' | 'decimal' | 'date' | 'boolean' | 'web-address' | 'email' | 'text'

const BOOLEAN = /^(?:true|false|vrai|faux|oui|non|yes|no)$/i
const NUMERIC = /^[+-]?\d/
const INTEGER = /^[+-]?\d{1,8}$/
const LONG_DIGITS = /^\d{9,}$/
const DECIMAL = /^[+-]?\d+[.,]\d+$/
const WEB_ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The shape of one value, whatever spaces stand round it. */
export function shapeOf(value: string): Shape {
  const text = value.trim()
  // Most texts begin with a letter: they need not be held against three expressions.
  if (NUMERIC.test(text)) {
    if (INTEGER.test(text)) return 'integer'
    if (LONG_DIGITS.test(text)) return 'long-digits'
    if (DECIMAL.test(text)) return 'decimal'
  }
  if (BOOLEAN.test(text)) return 'boolean'
  if (WEB_ADDRESS.test(text)) return 'web-address'
  // Held against the expression, a text without the sign would be gone through twice.
  if (text.includes('@') && EMAIL.test(text)) return 'email'
  return writtenDate(text) ? 'date' : 'text'
}

/** Values that are evidence enough, and the share of them that must agree; of few values, all but one. */
const LEAST = 5
const SHARE = 0.95

/** Whether a value is of its column's kind. */
type KindTest = (text: string) => boolean

/** The tests of columns, by their numbers; each is made when it is first asked for. */
export function kindTests(columns: readonly Evidence[]): (column: number) => KindTest | undefined {
  const made = new Map<number, KindTest | undefined>()
  return column => {
    const evidence = columns[column]
    if (evidence && !made.has(column)) made.set(column, kindTest(evidence))
    return made.get(column)
  }
}

/** The tests that a value is one of a field, by its type or its list, whatever most values of the column are. */
export function fieldTests(columns: readonly Evidence[]): (column: number) => KindTest | undefined {
  return column => {
    const field = columns[column]?.field
    if (!field || ((field.type === 'string' || field.type === 'any') && !field.constraints.enum)) return undefined
    return text => field.read(text) !== undefined && isAllowed(field, text)
  }
}

/** The test that a value is of the column's kind, from its field or else its values; undefined for a column of free text. */
export function kindTest({ field, learn }: Evidence): KindTest | undefined {
  // Values most of which break the schema, local dates for instance, tell better what stands in the column.
  if (field && isTyped(field) && learn(mostlyFit)) return text => fits(field, text) || isRespelt(text, field, learn)
  const shapes = new Set(learn(columnShapes))
  return shapes.size > 0 ? text => shapes.has(shapeOf(text)) : undefined
}

const mostlyFit = share({
  test: (value, { field }) => field !== undefined && fits(field, value),
  isEnough: (fitting, values) => values < LEAST || 2 * fitting > values,
})

function fits(field: Field, text: string): boolean {
  return (
    field.read(text) !== undefined && isAllowed(field, text) && field.constraints.pattern?.matches?.(text) !== false
  )
}

/** Whether a value is a date or a number in another spelling than its column's, which a repair may give it. */
function isRespelt(text: string, field: Field, learn: Evidence['learn']): boolean {
  const shape = shapeOf(text)
  if (shape === 'date') return field.type === 'date' || learn(columnShapes).includes('date')
  return shape === 'decimal' && fits(field, text.replace(',', '.'))
}

function isTyped({ type, constraints }: Field): boolean {
  if (type !== 'string' && type !== 'any') return true
  return constraints.enum !== undefined || constraints.pattern?.matches !== undefined
}

/** The shape that the values share, decimals taking in whole numbers; none for text and for too few values. */
const columnShapes = tally<readonly Shape[], Shape>({
  kindOf: shapeOf,
  judge(counts) {
    const total = totalOf(counts)
    if (total < LEAST) return []
    const wanted = Math.max(LEAST, Math.min(SHARE * total, total - 1))
    for (const [shape, count] of counts) if (count >= wanted && shape !== 'text') return [shape]
    const numbers = (counts.get('integer') ?? 0) + (counts.get('decimal') ?? 0)
    return numbers >= wanted ? ['integer', 'decimal'] : []
  },
})
