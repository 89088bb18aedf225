import { shown } from '../model/shown'
import { defectRule } from './rule'

/** A pattern that refuses values that are right: Corsica's codes, names with an apostrophe or a ligature. */
export const narrowPattern = defectRule({
  id: 'narrow-pattern',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  defects: ['narrow-pattern'],

  message: {
    fr({ refused, of }) {
      const value = shown.fr(refused)
      if (of === 'commune-code')
        return `Ce motif refuse ${value}, qui est un vrai code de commune : ceux de Corse commencent par 2A ou 2B, admettez ces lettres.`
      if (of === 'department')
        return `Ce motif refuse ${value}, qui est un vrai code de département : ceux de Corse ont une lettre, et ceux d’outre-mer trois chiffres, admettez-les.`
      if (of === 'postal-code') return `Ce motif refuse ${value}, qui est un vrai code postal : élargissez-le.`
      return `Ce motif refuse ${value}, qui s’écrit pourtant ainsi : des noms français ont une apostrophe, un œ ou un ÿ, admettez-les.`
    },
    en({ refused, of }) {
      const value = shown.en(refused)
      if (of === 'commune-code')
        return `This pattern refuses ${value}, a real commune code: those of Corsica begin with 2A or 2B, so allow these letters.`
      if (of === 'department')
        return `This pattern refuses ${value}, a real code of a département: those of Corsica have a letter, and those overseas three digits, so allow them.`
      if (of === 'postal-code') return `This pattern refuses ${value}, a real postal code: make it wider.`
      return `This pattern refuses ${value}, which is spelt so all the same: French names have apostrophes, œ and ÿ, so allow them.`
    },
  },
})
