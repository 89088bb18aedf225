import { areDepartments } from '../model/place-group'
import { placeColumn } from '../model/place-column'
import { shown, shownList } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** `corsica`: its number until 1976. `spelling`: a right code with a small letter, or digits too many. */
  readonly what: 'corsica' | 'spelling' | 'code'
  readonly candidates: readonly { readonly code: string; readonly name: string }[]
}

/** A number that is no département's. */
export const unknownDepartment = cellRule<Facts>({
  id: 'unknown-department',
  severity: 'error',
  preset: 'standard',
  concepts: ['code-list', 'leading-zeros'],
  insteadOf: ['pattern', 'commune-mismatch'],

  check(column) {
    if (placeColumn(column)?.kind !== 'department' || !column.learn(areDepartments)) return undefined
    const { lists } = column
    return (
      lists &&
      (text => {
        const code = text.trim()
        // A name is not judged, nor is a number that has lost its zero; 69D and 69M are the halves of the old Rhône.
        if (!/^(?:\d{2,3}|2[AB])$/i.test(code) || lists.department(code) || code.startsWith('99')) return undefined
        const known = (wanted: string) => lists.department(wanted) ?? []
        const corsica = code === '20' ? ['2A', '2B'].flatMap(known) : []
        const spelling = [code.toUpperCase(), code.replace(/^0(?=\d\d)/, '')].flatMap(known)
        const what = corsica.length > 0 ? 'corsica' : spelling.length > 0 ? 'spelling' : 'code'
        const candidates = [...corsica, ...spelling].map(found => ({ code: found.code, name: found.name }))
        return { text, what, candidates }
      })
    )
  },

  message: {
    fr({ text, what, candidates }) {
      const value = shown.fr(text)
      if (what === 'corsica')
        return `${value} était le numéro de la Corse jusqu’en 1976 : ses départements sont 2A (Corse-du-Sud) et 2B (Haute-Corse).`
      if (what === 'spelling')
        return `${value} désigne ${candidates[0]?.name}, écrit autrement que dans les autres fichiers : seul ${candidates[0]?.code} s’en rapprochera.`
      return `${value} n’est le numéro d’aucun département : on ne peut pas savoir de quel territoire il s’agit.`
    },
    en({ text, what, candidates }) {
      const value = shown.en(text)
      if (what === 'corsica')
        return `${value} was the number of Corsica until 1976: its départements are ${shownList.en(candidates.map(({ code }) => code))}.`
      if (what === 'spelling')
        return `${value} means ${candidates[0]?.name}, written otherwise than in other files: only ${candidates[0]?.code} will match them.`
      return `${value} is no département’s number: there is no telling which territory is meant.`
    },
  },

  fix: (_text, { candidates }) => candidates.map(({ code }) => code),
})
