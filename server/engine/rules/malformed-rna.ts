import { isListOf } from '../model/code-list'
import { columnIdentifier } from '../model/column-identifier'
import { isPlainRna, isRna } from '../model/rna'
import { shown } from '../model/shown'
import { isSiren, isSiret } from '../model/siret'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** `overseas`: a right number that the schema's pattern refuses. `old`: digits alone, as prefectures gave them once. */
  readonly what: 'overseas' | 'spelling' | 'siret' | 'old' | 'other'
  readonly fixed: string | undefined
}

/** Not the number of an association in the national register. */
export const malformedRna = cellRule<Facts>({
  id: 'malformed-rna',
  severity: ({ what }) => (what === 'old' ? 'information' : what === 'overseas' ? 'warning' : 'error'),
  preset: 'standard',
  concepts: ['rna-identifier'],
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check(column) {
    const { field } = column
    if (columnIdentifier(column) !== 'rna') return undefined
    const pattern = field?.constraints.pattern
    return {
      accept: isPlainRna,
      test(text) {
        const number = text.trim()
        if (number === '' || isListOf(number, isRna)) return undefined
        if (isRna(number)) {
          const isRefused = /[A-Z]/.test(number[2]!) && pattern?.matches?.(number) === false
          return isRefused ? { text, what: 'overseas', fixed: undefined } : undefined
        }
        const plain = number.replace(/[\s.-]/g, '').toUpperCase()
        if (isRna(plain)) return { text, what: 'spelling', fixed: plain }
        if (isSiret(plain) || isSiren(plain)) return { text, what: 'siret', fixed: undefined }
        return { text, what: /^\d{4,12}$/.test(plain) ? 'old' : 'other', fixed: undefined }
      },
    }
  },

  message: {
    fr({ text, what, fixed }) {
      const value = shown.fr(text)
      if (what === 'overseas')
        return `${value} est un numéro RNA juste, mais le schéma n’attend que W et neuf chiffres et refuse ceux d’outre-mer, qui ont une lettre : signalez-le à l’auteur du schéma.`
      if (what === 'spelling')
        return `${value} est un numéro RNA écrit autrement que prévu : seul ${fixed} sera reconnu et rapproché des autres fichiers.`
      if (what === 'siret')
        return `${value} est un numéro SIREN ou SIRET, et non un numéro RNA, qui commence par W : mettez-le dans sa propre colonne.`
      if (what === 'old')
        return `${value} est peut-être l’ancien numéro donné par la préfecture : le numéro RNA qui l’a remplacé commence par W et se trouve dans l’annuaire des associations.`
      return `${value} n’est pas un numéro RNA, qui s’écrit avec la lettre W et neuf chiffres : on ne peut pas savoir de quelle association il s’agit.`
    },
    en({ text, what, fixed }) {
      const value = shown.en(text)
      if (what === 'overseas')
        return `${value} is a right RNA number, but the schema expects W and nine digits and refuses those from overseas, which have a letter: tell the schema’s author.`
      if (what === 'spelling')
        return `${value} is an RNA number written otherwise than it should be: only ${fixed} will be recognised and matched with other files.`
      if (what === 'siret')
        return `${value} is a SIREN or SIRET and no RNA number, which begins with W: put it in its own column.`
      if (what === 'old')
        return `${value} may be the old number that the prefecture gave: the RNA number that replaced it begins with W and can be found in the directory of associations.`
      return `${value} is no RNA number, which is written with the letter W and nine digits: there is no telling which association it names.`
    },
  },

  fix: (_text, { fixed }) => fixed,
  safe: ({ what }) => what === 'spelling',
})
