import { labelIdentifier, labelWords } from './identifier'
import { mostly } from './sample'
import type { Column } from './table'

/** Words of labels whose digits name a thing: nothing is counted or measured in such a column. */
const NAMING = new Set([
  'id',
  'identifiant',
  'numero',
  'num',
  'no',
  'n',
  'ref',
  'reference',
  'matricule',
  'adresse',
  'voie',
])

/** True for a column of quantities: its schema says so or, when it has none, most of its values that `isNumber` accepts. */
export function holdsQuantities({ field, label, sample }: Column, isNumber: (text: string) => boolean): boolean {
  if (field) return (field.type === 'number' || field.type === 'integer') && field.identifier === undefined
  if (labelIdentifier(label) !== undefined || labelWords(label).some(word => NAMING.has(word))) return false
  return mostly(sample, 0.8, value => isNumber(value.trim()))
}

/** The decimal mark of a column: its schema's, else the one that more of its values have, a point when none has any. */
export function decimalMark({ field, sample }: Column): string {
  if (field) return field.decimalChar
  const count = (mark: RegExp) => sample.filter(value => mark.test(value)).length
  return count(/\d,\d+\D*$/) > count(/\d\.\d+\D*$/) ? ',' : '.'
}
