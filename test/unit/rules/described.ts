import type { Constraints, Field, FieldType, Value } from '../../../server/engine/model/field'
import { factOf } from '../../../server/engine/model/lesson'
import type { Column } from '../../../server/engine/model/table'

/** A field as a schema would declare it; types are read here in the plainest way that the rules can be told apart by. */
export function field(declared: Partial<Omit<Field, 'constraints'>> & { constraints?: Constraints } = {}): Field {
  const type = declared.type ?? 'string'
  return {
    name: 'colonne',
    format: 'default',
    constraints: {},
    missingValues: [''],
    decimalChar: '.',
    groupChar: undefined,
    bareNumber: true,
    trueValues: ['true', 'True', 'TRUE', '1'],
    falseValues: ['false', 'False', 'FALSE', '0'],
    identifier: undefined,
    ...declared,
    type,
    read: declared.read ?? (text => plainly(type, declared, text)),
  }
}

/** A column with these values as its evidence. */
export function column({
  sample = [],
  ...seen
}: Partial<Column> & { readonly sample?: readonly string[] } = {}): Column {
  const { field } = seen
  const label = seen.label ?? field?.name ?? 'colonne'
  return {
    index: 0,
    isOwn: false,
    element: undefined,
    label,
    field,
    isEdited: false,
    learn: (lesson, about = '') => factOf(lesson, sample, { field, label, about, lists: seen.lists }),
    isUsuallyFilled: false,
    lists: undefined,
    former: undefined,
    beside: [],
    ...seen,
  }
}

function plainly(type: FieldType, declared: Partial<Field>, text: string): Value | undefined {
  switch (type) {
    case 'integer':
      return /^[+-]?\d+$/.test(text) ? Number(text) : undefined
    case 'number': {
      const pointed = declared.decimalChar ? text.replace(declared.decimalChar, '.') : text
      return /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/i.test(pointed) ? Number(pointed) : undefined
    }
    case 'date': {
      const days = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
      // JavaScript takes 31 April for 1 May.
      return Number.isNaN(days) || !new Date(days).toISOString().startsWith(text) ? undefined : days / 86_400_000
    }
    case 'boolean':
      if ((declared.trueValues ?? ['true']).includes(text)) return true
      return (declared.falseValues ?? ['false']).includes(text) ? false : undefined
    case 'array': {
      try {
        const value: unknown = JSON.parse(text)
        return Array.isArray(value) ? value : undefined
      } catch {
        return undefined
      }
    }
    default:
      return text
  }
}
