import { shown } from '../model/shown'
import { fileRule } from './rule'

interface Facts {
  readonly label: string
  /** Records without the key, among so many. */
  readonly absent: number
  readonly rows: number
}

/** A key that some records have and others do not, so that readers disagree on the columns. */
export const mixedProperties = fileRule<Facts, 'absent-key'>({
  id: 'mixed-properties',
  severity: 'warning',
  preset: 'complet',
  concepts: ['consistency'],
  fault: 'absent-key',
  find: ({ column, row, span, label, absent, rows }) => ({ column, row, span, facts: { label, absent, rows } }),

  message: {
    fr: ({ label, absent, rows }) =>
      absent === 1
        ? `Cet élément n’a pas la clé ${shown.fr(label)}, que les autres ont : écrivez-la avec null, pour que tous les logiciels voient les mêmes colonnes.`
        : `La clé ${shown.fr(label)} manque dans ${absent} éléments sur ${rows}, dont celui-ci est le premier : écrivez-la partout, avec null s’il n’y a pas de valeur, pour que tous les logiciels voient les mêmes colonnes.`,
    en: ({ label, absent, rows }) =>
      absent === 1
        ? `This element has no key ${shown.en(label)}, which the others have: write it with null, so that all software sees the same columns.`
        : `The key ${shown.en(label)} is absent from ${absent} of ${rows} elements, the first of which is this one: write it everywhere, with null where there is no value, so that all software sees the same columns.`,
  },
})
