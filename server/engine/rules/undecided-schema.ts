import { inLanguage } from '../model/localised'
import type { Language } from '../model/language'
import type { Rival } from '../model/schema-doubt'
import { shownList } from '../model/shown'
import { tableRule } from './rule'

/** Several schemas of the catalogue fit the header as well: which one the file follows is for a person to say. */
export const undecidedSchema = tableRule<{ rivals: readonly Rival[] }>({
  id: 'undecided-schema',
  severity: 'information',
  preset: 'standard',
  concepts: ['data-schema'],

  *check({ table: { headerRow: row }, doubt }) {
    if (row !== undefined && doubt?.kind === 'tied') yield { row, facts: { rivals: doubt.rivals } }
  },

  message: {
    fr: ({ rivals }) =>
      `Cet en-tête convient aussi bien à ${rivals.length} schémas, ${shownList.fr(names(rivals, 'fr'))} : aucun n’est vérifié tant que vous n’avez pas choisi.`,
    en: ({ rivals }) =>
      `This header fits ${rivals.length} schemas equally well, ${shownList.en(names(rivals, 'en'))}: none is checked until you choose.`,
  },

  schemas: ({ rivals }) => rivals,
})

function names(rivals: readonly Rival[], language: Language): readonly string[] {
  return rivals.map(({ id, title }) => inLanguage(title, language) ?? id)
}
