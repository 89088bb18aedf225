import { type LostReference, lostReferences } from '../model/lost-reference'
import { shown } from '../model/shown'
import { tableRule } from './rule'

/** A file that a foreign key refers to and that is not there, or has not the column. */
export const missingResource = tableRule<LostReference>({
  id: 'missing-resource',
  severity: 'error',
  preset: 'standard',
  concepts: ['primary-foreign-key', 'data-schema'],
  frictionless: 'resource-error',
  insteadOf: ['foreign-key', 'not-checked'],

  *check(described) {
    for (const { trouble, ...lost } of lostReferences(described))
      if (trouble !== 'too-large') yield { row: lost.row, column: lost.column, facts: { trouble, ...lost } }
  },

  message: {
    fr({ trouble, label, resource, path, referred }) {
      const column = shown.fr(label)
      if (trouble === 'no-column')
        return `La colonne ${column} renvoie à ${shown.fr(referred)} de ${path ?? resource}, qui n’a pas cette colonne : ses valeurs n’ont pas pu être vérifiées.`
      return path === undefined
        ? `La colonne ${column} renvoie au tableau ${shown.fr(resource)}, que datapackage.json ne décrit pas et qui ne se trouve pas à côté : ses valeurs n’ont pas pu être vérifiées.`
        : `La colonne ${column} renvoie au fichier ${path}, qui n’est pas là ou ne se lit pas : ses valeurs n’ont pas pu être vérifiées.`
    },
    en({ trouble, label, resource, path, referred }) {
      const column = shown.en(label)
      if (trouble === 'no-column')
        return `The column ${column} refers to ${shown.en(referred)} of ${path ?? resource}, which has no such column: its values could not be checked.`
      return path === undefined
        ? `The column ${column} refers to the table ${shown.en(resource)}, which datapackage.json does not describe and which does not stand beside: its values could not be checked.`
        : `The column ${column} refers to the file ${path}, which is not there or cannot be read: its values could not be checked.`
    },
  },
})
