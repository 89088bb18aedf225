import { type Lesson, mostlyOf, share } from '../model/lesson'
import { shown } from '../model/shown'
import { isSparse } from '../model/sparse'
import type { Column } from '../model/table'
import { type TotalName, totalName } from '../model/total'
import { rowRule } from './rule'
import { soleNumber } from '../model/written-number'
import { saidOfData } from './said-of-values'

interface Facts {
  readonly is: 'total' | 'average'
  readonly label: string
  /** The first number of the row, as written. */
  readonly amount: string
}

/** A total or an average among the rows from which it is made: every sum of the column counts them twice. */
export const totalRow = rowRule<Facts>({
  id: 'total-row',
  severity: 'warning',
  preset: 'standard',
  concepts: ['granularity'],
  insteadOf: ['missing-cell', 'shifted-row', 'series-gap', ...saidOfData],
  when: ['total', 'sparse'],

  check({ columns }) {
    if (columns.length < 2) return undefined
    const usual = columns.filter(column => column.isUsuallyFilled).length
    return ({ cells }) => {
      const filled = [...cells.entries()].filter(([, text]) => text.trim() !== '')
      const at = filled.findIndex(([, text]) => totalName(text) !== undefined)
      const label = filled[at]
      const numbers = filled.filter(([, text]) => NUMBER.test(text))
      const amount = numbers[0]?.[1].trim()
      if (label === undefined || amount === undefined || numbers.length + 1 < filled.length) return undefined
      const present = filled.filter(([column]) => columns[column]?.isUsuallyFilled).length
      const name = totalName(label[1])!
      const isTotal =
        isSparse(present, usual) ||
        (at === 0 && standsOut(name, columns[label[0]], label[1])) ||
        (name === 'named' && addUp(columns, numbers))
      const is = name === 'average' ? 'average' : 'total'
      return isTotal ? { facts: { is, label: label[1].trim(), amount } } : undefined
    }
  },

  message: {
    fr: ({ is, label, amount }) =>
      is === 'total'
        ? `La ligne ${shown.fr(label)} (${shown.fr(amount)}) est un total et non une donnée : toute somme de la colonne compterait deux fois les autres lignes, supprimez-la et gardez ce total dans la description du jeu de données.`
        : `La ligne ${shown.fr(label)} (${shown.fr(amount)}) est une moyenne et non une donnée : toute somme de la colonne la compterait avec les lignes dont elle est tirée, supprimez-la, chacun peut la calculer de nouveau.`,
    en: ({ is, label, amount }) =>
      is === 'total'
        ? `The row ${shown.en(label)} (${shown.en(amount)}) is a total and not data: any sum of the column would count the other rows twice, so remove it and keep the total in the description of the dataset.`
        : `The row ${shown.en(label)} (${shown.en(amount)}) is an average and not data: any sum of the column would count it with the rows from which it is drawn, so remove it, since anybody can work it out again.`,
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})

/** Digits in groups, with a decimal mark, a sign and a unit of money or share. */
const NUMBER = /^\s*[+-]?\d[\d\s.,'’]*(?:\s*(?:€|k€|m€|euros?|eur|%))?\s*$/iu

const isRare = share({ test: (value, { about }) => value === about, isEnough: times => times <= FEW })

/** Times that “Ensemble” may come back in a column before it is one of its values. */
const FEW = 2

/** Days, times or numbers, beside which the name of an average can be no other thing. */
const areNoTexts = mostlyOf(0.7, value => /\d/.test(value))

/** Whether the name alone makes a total of a row in which all other values are numbers. */
function standsOut(name: TotalName, column: Column | undefined, label: string): boolean {
  if (name === 'named') return false
  if (name === 'average') return column?.learn(areNoTexts) === true
  return name === 'part' || column === undefined || column.learn(isRare, label)
}

/** Whether each number of a row but the zeros, one at least, is the sum of values that stand before it in its column. */
function addUp(columns: readonly Column[], numbers: readonly (readonly [number, string])[]): boolean {
  const amounts = numbers.filter(([, text]) => /[1-9]/.test(text))
  return amounts.length > 0 && amounts.every(([column, text]) => columns[column]?.learn(isSumBefore, text.trim()))
}

/** Whether a value is the sum of all that stand before it, or of the nearest ones, three at least. */
const isSumBefore: Lesson<boolean> = (values, { about }) => {
  const numbers = values.map(numberOf)
  const total = numberOf(about)
  return values.some((value, at) => {
    if (value.trim() !== about) return false
    let sum = 0
    for (let from = at - 1; from >= 0 && Number.isFinite(sum); from--) {
      sum += numbers[from]!
      if (at - from >= TERMS && Math.abs(sum - total) < CENT) return true
    }
    return false
  })
}

/** Amounts have cents: a smaller difference comes of how fractions are added. */
const CENT = 0.01
/** Values that do not add up to another one by chance. */
const TERMS = 3

/** The number that a cell is, its unit aside. */
function numberOf(text: string): number {
  return soleNumber(text.trim().replace(/\s*[%€]$/u, ''))
}
