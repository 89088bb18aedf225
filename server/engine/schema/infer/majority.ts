import { type Field, isNumeric } from '../../model/field'
import { readField } from '../field'
import { namesKey } from './codes'
import { ColumnEvidence } from './column-evidence'
import { guesses } from './guesses'
import { inferredField, isTyped } from './inferred-field'

/** Share of the values that must be of a type for the others to be taken for faults. */
const ENOUGH = 0.8

/** The field that most values of a column look like; whether they name things; without constraints, which only all values could tell. */
export function fieldOfMost(
  label: string,
  values: readonly string[],
): { readonly field: Field; readonly isCode: boolean } {
  const all = evidenceOf(label, values)
  const evidence = isTyped(all) ? all : evidenceOf(label, likeMost(values))
  const missing = [...evidence.absent].filter(([, { kind }]) => kind === 'sure' || isTyped(evidence))
  const { descriptor } = inferredField(evidence, 'column', 0)
  const inherited = { missingValues: ['', ...missing.map(([text]) => text)], checks: new Map(), judge: undefined }
  const field = readField({ ...descriptor, constraints: {} }, '', inherited, () => {})!
  return {
    field,
    isCode: isNumeric(field) ? namesKey(label) : isTyped(evidence) && field.type === 'string',
  }
}

function evidenceOf(label: string, values: readonly string[]): ColumnEvidence {
  const evidence = new ColumnEvidence(label)
  for (const value of values) evidence.add(value)
  return evidence
}

/** The values that the guess can read which reads most of them, if these are enough; else all. */
function likeMost(values: readonly string[]): readonly string[] {
  let best: readonly string[] = []
  for (const { read, wants } of guesses) {
    const readable = values.filter(value => (!wants || wants.test(value)) && read(value) !== undefined)
    if (readable.length > best.length) best = readable
  }
  return best.length >= ENOUGH * values.length ? best : values
}
