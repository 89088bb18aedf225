import type { Language } from '../model/language'
import { inLanguage } from '../model/localised'
import type { Rival, SchemaDoubt } from '../model/schema-doubt'
import { shown, shownList } from '../model/shown'
import { tableRule } from './rule'

type Former = Extract<SchemaDoubt, { readonly kind: 'former' }>

/** A header of an earlier version of a schema of the catalogue: what has changed since. */
export const formerSchema = tableRule<Former>({
  id: 'former-schema',
  severity: 'information',
  preset: 'standard',
  concepts: ['data-schema'],

  *check({ table: { headerRow: row }, doubt }) {
    if (row !== undefined && doubt?.kind === 'former') yield { row, facts: doubt }
  },

  message: {
    fr: ({ rival, renamed, added, gone }) =>
      `Cet en-tête suit une ancienne version du schéma ${named(rival, 'fr')}, qui n’est pas vérifié tant que vous ne l’avez pas choisi ; colonnes à renommer : ${shownList.fr(renamed.map(({ label }) => label))} ; obligatoires désormais : ${added.length > 0 ? shownList.fr(added) : 'aucune autre'} ; inconnues aujourd’hui : ${gone.length > 0 ? shownList.fr(gone) : 'aucune'}.`,
    en: ({ rival, renamed, added, gone }) =>
      `This header follows an earlier version of the schema ${named(rival, 'en')}, which is not checked until you choose it; columns to rename: ${shownList.en(renamed.map(({ label }) => label))}; required now: ${added.length > 0 ? shownList.en(added) : 'no other'}; unknown today: ${gone.length > 0 ? shownList.en(gone) : 'none'}.`,
  },

  fix: ({ renamed }, { row }) =>
    row === undefined ? undefined : renamed.map(({ column, name }) => ({ set: 'cell', row, column, value: name })),
  schemas: ({ rival }) => [rival],
})

/** The schema as people call it, and its version of today. */
function named({ id, version, title }: Rival, language: Language): string {
  const name = shown[language](inLanguage(title, language) ?? id)
  return version === undefined ? name : `${name} (${version})`
}
