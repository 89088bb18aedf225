import { shown } from '../model/shown'
import { refusedBecause } from './refused-value'
import { defectRule } from './rule'

/** An example that its own field would refuse: whoever copies it gets an error. */
export const brokenExample = defectRule({
  id: 'broken-example',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-schema'],
  defects: ['broken-example'],

  message: {
    fr: ({ example, because }) =>
      `L’exemple ${shown.fr(example)} ${refusedBecause.fr(because)} : celui qui le recopie verra sa valeur refusée, corrigez l’exemple ou la règle.`,
    en: ({ example, because }) =>
      `The example ${shown.en(example)} ${refusedBecause.en(because)}: whoever copies it will have the value refused, so correct the example or the rule.`,
  },
})
