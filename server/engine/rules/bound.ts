import { comparing, type Comparison } from '../model/accept'
import { type BoundKey, boundOf, keepsBound } from '../model/constraint'
import type { Field } from '../model/field'
import type { Said } from '../model/language'
import type { CellTest } from './rule'

/** A value that does not keep a bound, and the bound. */
export interface BrokenBound {
  readonly text: string
  readonly bound: string
}

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
    test: text => (keepsBound(declared.field, text, key) ? undefined : { text, bound }),
  }
}

/** What is said of a value beyond a bound; Table Schema’s NaN is neither more nor less than any. */
export function saidOfBound(said: Said<BrokenBound>): Said<BrokenBound> {
  return {
    fr: facts => (isNaNText(facts.text) ? notComparable.fr(facts) : said.fr(facts)),
    en: facts => (isNaNText(facts.text) ? notComparable.en(facts) : said.en(facts)),
  }
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
