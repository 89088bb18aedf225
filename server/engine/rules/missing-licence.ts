import { type Statement, statements } from '../model/description'
import { isNoLicence } from '../model/licence'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { treeRule } from './rule'

type Unspoken = { readonly kind: 'unspoken'; readonly written: string }

/**
 * No licence, or one that says that there is none. The law asks for one only where a fee is charged (article L323-1 of
 * the CRPA); without one its article L322-1 applies, which few know.
 */
export const missingLicence = treeRule<Missing | Unspoken>({
  id: 'missing-licence',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['reuse-licence', 'open-licences'],
  insteadOf: ['unlisted-licence'],

  *check({ descriptions }) {
    for (const description of descriptions) {
      yield* missing(description, 'licence')
      const said = statements(description, 'licence')
      if (said.length > 0 && said.every(isUnspoken))
        yield {
          about: pointerOf(description.node),
          pointer: pointerOf(said[0]!.node),
          facts: { kind: 'unspoken', written: said[0]!.text },
        }
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'missing'
        ? 'La fiche n’indique pas de licence : sans elle, un réutilisateur prudent renonce ; la Licence Ouverte 2.0 convient le plus souvent.'
        : `${shown.fr(facts.written)} ne dit pas ce qu’on a le droit de faire de ces données : choisissez une licence, le plus souvent la Licence Ouverte 2.0.`,
    en: facts =>
      facts.kind === 'missing'
        ? 'The document gives no licence: without one a careful reuser gives up; the Licence Ouverte 2.0 suits most often.'
        : `${shown.en(facts.written)} does not say what one may do with this data: choose a licence, most often the Licence Ouverte 2.0.`,
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})

function isUnspoken({ text }: Statement): boolean {
  return isNoLicence(text)
}
