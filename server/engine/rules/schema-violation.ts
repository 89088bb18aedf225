import type { Breach, InnerFault } from '../model/inner-fault'
import type { Language } from '../model/language'
import { nearValues } from '../model/near'
import { pointer, steps } from '../model/pointer'
import { shown } from '../model/shown'
import type { Column, Described } from '../model/table'
import { breachInWords } from './breach-words'
import { rowRule, unchecked } from './rule'

interface Facts extends InnerFault {
  /** The name of the part at fault, as the schema has it; absent for a record as a whole. */
  readonly name: string | undefined
  /** Whether the part is the whole value of a cell. */
  readonly isCell: boolean
}

/** A record of a table in JSON that is not as the JSON Schema in force describes it. */
export const schemaViolation = rowRule<Facts>({
  id: 'schema-violation',
  severity: 'error',
  preset: 'standard',
  concepts: ['data-schema', 'validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['type-error', 'required', 'enum', 'pattern', 'minimum', 'maximum'],

  check(described) {
    const { schema, table } = described
    const records = schema?.records
    if (!records || table.recordsAt === undefined) return undefined
    if (records.at !== undefined && records.at !== table.recordsAt) return undefined
    return row => {
      const record = parsed(row.written)
      const found = record === undefined ? [] : records.faults(record)
      if (found === 'unknown') return unchecked
      return found.map(fault => {
        const path = placeOf(fault)
        const column = columnOf(described, path)
        const name = steps(fault.at).findLast(step => !/^\d+$/.test(step))
        return {
          at: fault.at,
          ...(column && { column: column.index }),
          facts: { ...fault, name, isCell: column !== undefined && path === pathOf(described, column) },
        }
      })
    }
  },

  message: {
    fr: facts => said('fr', facts),
    en: facts => said('en', facts),
  },

  fix({ breach, part, isCell }, { row, column }) {
    if (row === undefined || column === undefined || !isCell) return undefined
    const value = breach.kind === 'enum' ? nearValues(part, breach.allowed)[0] : quoted(part, breach)
    if (value === undefined) return undefined
    return [{ set: 'cell', row, column, value, ...(breach.kind === 'type' && { as: 'text' as const }) }]
  },
  // A number in quotes keeps every digit.
  safe: ({ breach }) => breach.kind === 'type',
})

/** A number or a boolean as the text that the schema wants. */
function quoted(part: string, breach: Breach): string | undefined {
  const wantsText = breach.kind === 'type' && breach.expected.includes('string')
  return wantsText && /^(?:-?\d|true$|false$)/.test(part) ? part : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is told as such.
    return undefined
  }
}

/** Where the fault lies: a member that is missing, or that nothing describes, where it stands or should. */
function placeOf({ at, breach }: InnerFault): string {
  return breach.kind === 'required' || breach.kind === 'additional' ? pointer(at, breach.member) : at
}

/** The column in which a part of a record lies: of an object whose members are columns none. */
function columnOf({ columns, table: { paths } }: Described, path: string): Column | undefined {
  const keys = steps(path)
  let found: Column | undefined
  let length = 0
  for (const column of columns) {
    const leading = paths?.[column.index] ?? []
    if (leading.length <= length || !leading.every((key, i) => key === keys[i])) continue
    found = column
    length = leading.length
  }
  return found
}

/** The pointer of a column's values in their record. */
function pathOf({ table: { paths } }: Described, { index }: Column): string {
  return (paths?.[index] ?? []).reduce<string>(pointer, '')
}

function said(language: Language, { at, part, name, breach }: Facts): string {
  return breachInWords(language, breach, partOf[language](at, part, name))
}

/** How a part is called at the head of a sentence. */
const partOf: Readonly<Record<Language, (at: string, part: string, name: string | undefined) => string>> = {
  fr: (at, part, name) =>
    at === '' || name === undefined
      ? 'Cet élément'
      : /^[[{]/.test(part)
        ? `La valeur de ${shown.fr(name)}`
        : `La valeur ${shown.fr(part)} de ${shown.fr(name)}`,
  en: (at, part, name) =>
    at === '' || name === undefined
      ? 'This element'
      : /^[[{]/.test(part)
        ? `The value of ${shown.en(name)}`
        : `The value ${shown.en(part)} of ${shown.en(name)}`,
}
