import type { Order } from '../model/custom-check'
import { knownOrders } from '../model/known-orders'
import { isMissing, rowChecks } from '../model/row-check'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { rowRule } from './rule'

interface Facts {
  readonly text: string
  readonly label: string
  readonly other: string
  readonly otherLabel: string
  /** How the first should be to the second; undefined when a number stands beside a text, and nothing orders them. */
  readonly order: Order | undefined
  /** What asks for the order. */
  readonly because: 'schema' | 'labels'
  readonly otherColumn: number
}

/** Two values of a row that are not in the order that the schema wants, or that what they count gives them. */
export const columnComparison = rowRule<Facts>({
  id: 'column-comparison',
  severity: 'error',
  preset: 'standard',
  concepts: ['consistency'],
  customCheck: 'comparison',
  insteadOf: ['inverted-interval'],

  check(described) {
    const pairs = rowChecks(described, 'comparison').filter(({ absent }) => absent.length === 0)
    const counts = pairs.length > 0 ? [] : knownOrders(described.columns)
    if (pairs.length + counts.length === 0) return undefined
    return row => {
      if (row.width !== described.table.columnCount) return undefined
      for (const { less, more } of counts) {
        const [text, other] = [row.text(less.index).trim(), row.text(more.index).trim()]
        if (!COUNT.test(text) || !COUNT.test(other) || Number(text) <= Number(other)) continue
        return outOfOrder([less, text], [more, other], '<=', 'labels')
      }
      for (const { check, columns } of pairs) {
        const [first, second] = columns as [Column, Column]
        const [text, other] = [row.text(first.index), row.text(second.index)]
        if (isMissing(first, text) || isMissing(second, other)) continue
        const difference = comparison(first, text, second, other)
        if (difference === 'unreadable' || (difference !== 'mixed' && holds(check.order, difference))) continue
        return outOfOrder([first, text], [second, other], difference === 'mixed' ? undefined : check.order, 'schema')
      }
      return undefined
    }
  },

  message: {
    fr({ text, label, other, otherLabel, order, because }) {
      const first = `${shown.fr(text)} (colonne ${shown.fr(label)})`
      const second = `${shown.fr(other)} (colonne ${shown.fr(otherLabel)})`
      if (order === undefined)
        return `${first} et ${second} ne se comparent pas, l’un étant un nombre et l’autre un texte : le schéma veut pourtant les comparer.`
      if (because === 'labels')
        return `${first} devrait être ${ORDERS.fr[order]} ${second} : tout ce que compte la première colonne, la seconde le compte aussi, et l’une des deux valeurs est fausse.`
      return `${first} devrait être ${ORDERS.fr[order]} ${second} : c’est l’ordre que le schéma demande, et l’une des deux valeurs est fausse.`
    },
    en({ text, label, other, otherLabel, order, because }) {
      const first = `${shown.en(text)} (column ${shown.en(label)})`
      const second = `${shown.en(other)} (column ${shown.en(otherLabel)})`
      if (order === undefined)
        return `${first} and ${second} cannot be compared, one being a number and the other a text, and yet the schema wants them to be.`
      if (because === 'labels')
        return `${first} should be ${ORDERS.en[order]} ${second}: whatever the first column counts the second counts too, and one of the two values is wrong.`
      return `${first} should be ${ORDERS.en[order]} ${second}: that is the order which the schema asks for, and one of the two is wrong.`
    },
  },

  related: {
    places: ({ otherColumn }, at) => [{ ...at, column: otherColumn }],
    message: {
      fr: ({ other }) => `${shown.fr(other)} est la valeur à laquelle elle est comparée.`,
      en: ({ other }) => `${shown.en(other)} is the value that it is compared with.`,
    },
  },
})

/** Two cells of a row that are not in an order, told at the first. */
function outOfOrder(
  [first, text]: readonly [Column, string],
  [second, other]: readonly [Column, string],
  order: Order | undefined,
  because: Facts['because'],
) {
  const facts = { text, label: first.label, other, otherLabel: second.label, order, because, otherColumn: second.index }
  return { column: first.index, reads: [first.index, second.index], facts }
}

const ORDERS: Readonly<Record<'fr' | 'en', Readonly<Record<Order, string>>>> = {
  fr: {
    '>': 'supérieur à',
    '>=': 'supérieur ou égal à',
    '==': 'égal à',
    '<=': 'inférieur ou égal à',
    '<': 'inférieur à',
  },
  en: { '>': 'more than', '>=': 'at least', '==': 'equal to', '<=': 'at most', '<': 'less than' },
}

/** What counts persons, in one piece. */
const COUNT = /^\d{1,9}$/

const NUMERIC = new Set(['number', 'integer', 'year'])
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** Below, at or above 0 as the first is to the second, as Validata compares: by their type, as numbers, else as texts. */
function comparison(first: Column, text: string, second: Column, other: string): number | 'mixed' | 'unreadable' {
  const [a, b] = [first.field!, second.field!]
  if (a.type === b.type || (NUMERIC.has(a.type) && NUMERIC.has(b.type))) {
    const [value, limit] = [a.read(text), b.read(other)]
    if (value === undefined || limit === undefined) return 'unreadable'
    if (typeof value === 'number' && typeof limit === 'number') return value - limit
  }
  const numbers = [text, other].filter(value => NUMBER.test(value.trim())).length
  if (numbers === 1) return 'mixed'
  if (numbers === 2) return Number(text) - Number(other)
  return text < other ? -1 : text === other ? 0 : 1
}

function holds(order: Order, difference: number): boolean {
  switch (order) {
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    case '==':
      return difference === 0
    case '<=':
      return difference <= 0
    case '<':
      return difference < 0
  }
}
