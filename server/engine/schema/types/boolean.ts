import { spellsOneOf } from '../../model/spelling'
import type { Reading, Spelling } from './reading'

/** The values that stand for true and for false, to the letter. */
export function boolean({ trueValues, falseValues }: Spelling): Reading {
  return {
    read: text => (trueValues.includes(text) ? true : falseValues.includes(text) ? false : undefined),
    accept: spellsOneOf([...trueValues, ...falseValues]),
  }
}
