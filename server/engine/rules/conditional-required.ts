import { unaccented } from '../model/fold'
import { wordsOf } from '../model/identifier'
import { isMissing } from '../model/row-check'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { rowRule } from './rule'

/** When a column says such a thing, another one must say more. Names are compared without case, accents and marks. */
const CONDITIONS: readonly { readonly when: RegExp; readonly says: RegExp; readonly wants: RegExp }[] = [
  // Procurement: an advance has a rate (arrêté du 22 décembre 2022, essential data of public contracts).
  { when: /^attributionavance$/, says: /^(?:true|1|oui|vrai)$/, wants: /^tauxavance$/ },
  // A school menu that was changed tells what was.
  { when: /^menumodification$/, says: /^(?:true|1|oui|vrai)$/, wants: /^menumodificationinfo$/ },
  // A refusal is given with its reason (code des relations entre le public et l’administration, article L211-2).
  {
    when: /^(?:decision|avis|resultat|statut|etat)(?:demande|dossier)?$/,
    says: /^(?:refusee?|rejetee?|defavorable|rejet|refus)$/,
    wants: /^(?:motif|motifs)(?:du|de)?(?:refus|rejet|decision)?$/,
  },
]

interface Facts {
  readonly because: string
  readonly label: string
  readonly missing: string
}

/** A value that another column makes necessary. */
export const conditionalRequired = rowRule<Facts>({
  id: 'conditional-required',
  severity: 'warning',
  preset: 'complet',
  concepts: ['completeness'],

  check({ columns, table }) {
    const pairs = CONDITIONS.flatMap(({ when, says, wants }) => {
      const [one, ...ones] = columns.filter(column => when.test(nameOf(column)))
      const [other, ...others] = columns.filter(column => wants.test(nameOf(column)))
      return one && other && ones.length + others.length === 0 ? [{ one, says, other }] : []
    })
    if (pairs.length === 0) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { one, says, other } of pairs) {
        const text = row.text(one.index)
        if (!isMissing(other, row.text(other.index).trim()) || !says.test(plain(text))) continue
        return {
          column: other.index,
          reads: [one.index, other.index],
          facts: { because: text.trim(), label: one.label, missing: other.label },
        }
      }
      return undefined
    }
  },

  message: {
    fr: ({ because, label, missing }) =>
      `${shown.fr(missing)} est vide alors que ${shown.fr(label)} vaut ${shown.fr(because)} : dites-le ici, ou corrigez l’autre cellule.`,
    en: ({ because, label, missing }) =>
      `${shown.en(missing)} is empty while ${shown.en(label)} is ${shown.en(because)}: say it here, or correct the other cell.`,
  },
})

function nameOf(column: Column): string {
  return wordsOf(column).join('')
}

function plain(text: string): string {
  return unaccented(text.trim())
}
