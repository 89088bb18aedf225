import { labelIdentifier, labelWords } from './identifier'
import { type Lesson, tally } from './lesson'
import type { Evidence } from './table'

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

/** True for a column of quantities: its schema says so or, when it has none, its label does not gainsay that its values are numbers. */
export function holdsQuantities({ field, label, learn }: Evidence, areNumbers: Lesson<boolean>): boolean {
  if (field) return (field.type === 'number' || field.type === 'integer') && field.identifier === undefined
  if (labelIdentifier(label) !== undefined || labelWords(label).some(word => NAMING.has(word))) return false
  return learn(areNumbers)
}

/** The decimal mark of a column: its schema's, else the one that more of its values have, a point when none has any. */
export function decimalMark({ field, learn }: Evidence): string {
  return field ? field.decimalChar : learn(usualMark)
}

const usualMark = tally<',' | '.', string>({
  kindOf: value => /\d([.,])\d+\D*$/.exec(value)?.[1],
  judge: counts => ((counts.get(',') ?? 0) > (counts.get('.') ?? 0) ? ',' : '.'),
})
