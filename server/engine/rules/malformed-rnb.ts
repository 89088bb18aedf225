import { isBuildingId } from '../model/building'
import { labelIdentifier } from '../model/identifier'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** Not the identifier of a building in the national register. */
export const malformedRnb = cellRule<{ readonly text: string; readonly fixed: string | undefined }>({
  id: 'malformed-rnb',
  severity: 'warning',
  preset: 'standard',
  concepts: ['validity'],
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check({ field, label }) {
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== 'building') return undefined
    return text => {
      const id = text.trim()
      if (id === '' || isBuildingId(id)) return undefined
      const plain = id.replace(/[\s-]/g, '').toUpperCase()
      return { text, fixed: isBuildingId(plain) ? plain : undefined }
    }
  },

  message: {
    fr: ({ text, fixed }) =>
      fixed === undefined
        ? `${shown.fr(text)} n’est pas un identifiant RNB, fait de douze chiffres et lettres sans 0, I, L, O ni U : il ne désigne aucun bâtiment.`
        : `${shown.fr(text)} est un identifiant RNB écrit autrement que prévu : seul ${fixed} sera reconnu et rapproché des autres fichiers.`,
    en: ({ text, fixed }) =>
      fixed === undefined
        ? `${shown.en(text)} is no RNB identifier, which is made of twelve digits and letters without 0, I, L, O and U: it names no building.`
        : `${shown.en(text)} is an RNB identifier written otherwise than it should be: only ${fixed} will be recognised and matched with other files.`,
  },

  fix: (_text, { fixed }) => fixed,
})
