import { statements } from '../model/description'
import { frequencyOf } from '../model/frequency'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { treeRule } from './rule'

type Unclear = { readonly kind: 'unknown' | 'unlisted'; readonly written: string }

/** No frequency of update, one that says that it is unknown, or one that no vocabulary has. */
export const missingFrequency = treeRule<Missing | Unclear>({
  id: 'missing-frequency',
  severity: 'warning',
  preset: 'standard',
  concepts: ['timeliness'],
  insteadOf: ['overdue-update'],

  *check({ descriptions }) {
    for (const description of descriptions) {
      yield* missing(description, 'frequency')
      for (const { node, text } of statements(description, 'frequency')) {
        const frequency = frequencyOf(text)
        if (frequency && frequency.code !== 'unknown') continue
        yield { pointer: pointerOf(node), facts: { kind: frequency ? 'unknown' : 'unlisted', written: text } }
      }
    }
  },

  message: {
    fr: facts => {
      if (facts.kind === 'missing')
        return 'La fiche ne dit pas à quel rythme ces données sont mises à jour : c’est ce qui permet de voir qu’elles sont en retard.'
      return facts.kind === 'unknown'
        ? 'La fréquence de mise à jour est inconnue : choisissez-en une, fût-ce « punctual » ou « irregular », pour que l’on sache à quoi s’attendre.'
        : `La fréquence ${shown.fr(facts.written)} n’est dans aucune liste connue, et les catalogues ne la comprendront pas : écrivez par exemple « annual » ou « monthly ».`
    },
    en: facts => {
      if (facts.kind === 'missing')
        return 'The document does not say how often this data is brought up to date: that is how one sees that it is late.'
      return facts.kind === 'unknown'
        ? 'The frequency of update is unknown: choose one, be it “punctual” or “irregular”, so that one knows what to expect.'
        : `The frequency ${shown.en(facts.written)} is in no known list, and catalogues will not understand it: write “annual” or “monthly”, for instance.`
    },
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})
