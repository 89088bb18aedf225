import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { treeRule } from './rule'

/** A table that clearly follows a national schema, and a description that does not say so. */
export const undeclaredSchema = treeRule<{ readonly path: string; readonly id: string; readonly version: string }>({
  id: 'undeclared-schema',
  severity: 'information',
  preset: 'standard',
  concepts: ['scdl', 'data-schema'],
  insteadOf: ['undocumented-column'],

  *check({ descriptions, files }) {
    for (const { resources } of descriptions)
      for (const { node, paths, schema, fields } of resources) {
        const [path] = paths
        const likely = path && files?.get(path.text)?.likely
        if (likely && !schema && fields.length === 0)
          yield {
            about: pointerOf(node),
            pointer: pointerOf(node),
            facts: { path: path.text, id: likely.id, version: likely.version ?? '' },
          }
      }
  },

  message: {
    fr: ({ path, id, version }) =>
      `Le fichier ${shown.fr(path)} suit visiblement le schéma ${`${id} ${version}`.trim()} et la fiche ne le dit pas : déclaré, il fait trouver ces données avec celles des autres collectivités.`,
    en: ({ path, id, version }) =>
      `The file ${shown.en(path)} visibly follows the schema ${`${id} ${version}`.trim()} and the document does not say so: declared, it lets this data be found with that of other authorities.`,
  },
})
