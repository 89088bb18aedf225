import { statements } from '../model/description'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { treeRule } from './rule'

/** Up to which data.gouv.fr does not count a description for its quality score. */
const SHORTEST = 100

type Short = { readonly kind: 'short'; readonly length: number }

/** A description that is missing, or that says too little. */
export const shortDescription = treeRule<Missing | Short>({
  id: 'short-description',
  severity: 'warning',
  preset: 'standard',
  concepts: ['metadata', 'metadata-quality-score'],

  *check({ descriptions }) {
    for (const description of descriptions) {
      yield* missing(description, 'description')
      const [longest] = statements(description, 'description').toSorted((a, b) => b.text.length - a.text.length)
      if (longest && longest.text.length <= SHORTEST)
        yield {
          about: pointerOf(description.node),
          pointer: pointerOf(longest.node),
          facts: { kind: 'short', length: longest.text.length },
        }
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'missing'
        ? 'La fiche n’a pas de description : dites ce que contiennent les données, d’où elles viennent, leur période, leur territoire et leurs limites.'
        : `La description a ${facts.length} caractères et data.gouv.fr en attend plus de ${SHORTEST} : dites le contenu, l’origine, la période, le territoire et les limites.`,
    en: facts =>
      facts.kind === 'missing'
        ? 'The document has no description: say what the data holds, where it comes from, its period, its territory and its limits.'
        : `The description has ${facts.length} characters and data.gouv.fr expects more than ${SHORTEST}: say content, origin, period, territory and limits.`,
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})
