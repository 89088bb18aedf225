import { statements } from '../model/description'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { treeRule } from './rule'

/** What says that nobody can be recognised. */
const NOBODY = /^(?:none|no|false|anonymised|anonymized|aucune?|non|anonymisées?)$/i

type Contradicted = {
  readonly kind: 'contradicted'
  readonly told: string
  readonly file: string
  readonly rule: string
}

/** Whether there is personal data in it is not said, or the data holds some where it is said to hold none. */
export const missingPersonalDataStatement = treeRule<Missing | Contradicted>({
  id: 'missing-personal-data-statement',
  severity: 'warning',
  preset: 'standard',
  concepts: ['publication-without-anonymisation', 'personal-data'],

  *check({ descriptions, files }) {
    for (const description of descriptions) {
      yield* missing(description, 'personal-data')
      for (const { node, text: told } of statements(description, 'personal-data'))
        for (const { text: file } of NOBODY.test(told) ? description.resources.flatMap(({ paths }) => paths) : []) {
          const rule = files?.get(file)?.personal
          if (rule !== undefined) yield { pointer: pointerOf(node), facts: { kind: 'contradicted', told, file, rule } }
        }
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'missing'
        ? 'La fiche ne dit pas si ces données touchent des personnes, ni de quel droit on les publie alors : écrivez-le, même pour dire qu’il n’y en a pas.'
        : `La fiche déclare « ${facts.told} », mais ${facts.file} contient des données personnelles (${facts.rule}) : retirez-les, ou dites de quel droit elles sont publiées.`,
    en: facts =>
      facts.kind === 'missing'
        ? 'The document does not say whether this data concerns people, nor by what right it is then published: write it, even to say that there is none.'
        : `The document declares “${facts.told}”, but ${facts.file} holds personal data (${facts.rule}): take it out, or say by what right it is published.`,
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})
