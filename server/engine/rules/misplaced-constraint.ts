import { shown } from '../model/shown'
import { defectRule } from './rule'

/** A constraint beside `constraints` rather than in it: tools pass over it without a word. */
export const misplacedConstraint = defectRule({
  id: 'misplaced-constraint',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  frictionless: 'schema-error',
  defects: ['misplaced-constraint'],
  marks: 'key',

  message: {
    fr: ({ constraint }) =>
      `La contrainte ${shown.fr(constraint)} est écrite à côté de « constraints » : la plupart des outils ne la vérifient pas, déplacez-la à l’intérieur.`,
    en: ({ constraint }) =>
      `The constraint ${shown.en(constraint)} stands beside “constraints”: most tools do not check it there, so move it inside.`,
  },

  fix: (_, node) => [{ move: `${node.slice(0, node.lastIndexOf('/'))}/constraints`, node }],
})
