import { comparing, type Comparison } from '../model/accept'
import { type BoundKey, boundOf, keepsBound } from '../model/constraint'
import type { Field, FieldType } from '../model/field'
import type { Said } from '../model/language'
import type { CellTest } from './rule'

/** A value that does not keep a bound, and the bound. */
export interface BrokenBound {
  readonly text: string
  readonly bound: string
  /** Whether it is a moment, which comes before or after another. */
  readonly isMoment: boolean
}

const MOMENTS: ReadonlySet<FieldType> = new Set(['date', 'datetime', 'time', 'year', 'yearmonth'])

const comparisons: Readonly<Record<BoundKey, Comparison>> = {
  minimum: '>=',
  maximum: '<=',
  exclusiveMinimum: '>',
  exclusiveMaximum: '<',
}

/** Tests the cells of a field against a bound that it declares; undefined when it declares none that can be compared. */
export function boundTest(field: Field | undefined, key: BoundKey): CellTest<BrokenBound> | undefined {
  const declared = boundOf(field, key)
  if (!declared) return undefined
  const { bound, limit, numberAt } = declared
  return {
    accept: comparing(numberAt, comparisons[key], limit),
    test: text =>
      keepsBound(declared.field, text, key) ? undefined : { text, bound, isMoment: MOMENTS.has(declared.field.type) },
  }
}

/** What is said of a number beyond a bound, and of a moment; Table Schema’s NaN is neither more nor less than any. */
export function saidOfBound(said: Said<BrokenBound>, ofMoment: Said<BrokenBound>): Said<BrokenBound> {
  const saidOf = ({ text, isMoment }: BrokenBound) => (isMoment ? ofMoment : isNaNText(text) ? notComparable : said)
  return { fr: facts => saidOf(facts).fr(facts), en: facts => saidOf(facts).en(facts) }
}

function isNaNText(text: string): boolean {
  return text.trim() === 'NaN'
}

const notComparable: Said<BrokenBound> = {
  fr: ({ bound }) =>
    `NaN n’est ni plus grand ni plus petit que ${bound}, la limite que fixe le schéma : donnez une valeur, ou laissez la cellule vide s’il n’y en a pas.`,
  en: ({ bound }) =>
    `NaN is neither more nor less than ${bound}, the bound that the schema sets: give a value, or leave the cell empty if there is none.`,
}
