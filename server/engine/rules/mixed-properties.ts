import { counted } from '../model/counted'
import { shown } from '../model/shown'
import { fileRule } from './rule'

interface Facts {
  readonly label: string
  readonly isId: boolean
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
  find: ({ column, row, span, label, isId, absent, rows }) => ({
    column,
    row,
    span,
    facts: { label, isId, absent, rows },
  }),

  message: {
    fr: ({ label, isId, absent, rows }) =>
      isId
        ? `${counted(absent, 'fr')} entités sur ${counted(rows, 'fr')}, dont celle-ci est la première, n’ont pas d’identifiant « id », que les autres ont : donnez-en un à chacune, sans quoi un lien ou une mise à jour les manquera.`
        : absent === 1
          ? `Cet élément n’a pas la clé ${shown.fr(label)}, que les autres ont : écrivez-la avec null, pour que tous les logiciels voient les mêmes colonnes.`
          : `La clé ${shown.fr(label)} manque dans ${counted(absent, 'fr')} éléments sur ${counted(rows, 'fr')}, dont celui-ci est le premier : écrivez-la partout, avec null s’il n’y a pas de valeur, pour que tous les logiciels voient les mêmes colonnes.`,
    en: ({ label, isId, absent, rows }) =>
      isId
        ? `${counted(absent, 'en')} of ${counted(rows, 'en')} features, the first of which is this one, have no “id”, which the others have: give one to each, or a link or an update will miss them.`
        : absent === 1
          ? `This element has no key ${shown.en(label)}, which the others have: write it with null, so that all software sees the same columns.`
          : `The key ${shown.en(label)} is absent from ${counted(absent, 'en')} of ${counted(rows, 'en')} elements, the first of which is this one: write it everywhere, with null where there is no value, so that all software sees the same columns.`,
  },
})
