import { shown } from '../model/shown'
import { type Flaw, pointerOf } from '../model/tree'
import { treeRule } from './rule'

interface Facts {
  readonly name: string
  /** The first value, as JSON. */
  readonly other: string
}

/** The same member twice in an object: readers keep one and say nothing of the other. */
export const duplicateJsonKey = treeRule<Facts>({
  id: 'duplicate-json-key',
  severity: 'warning',
  preset: 'standard',
  concepts: ['json-format'],

  *check({ tree: { flaws } }) {
    for (const flaw of flaws)
      if (flaw.kind === 'duplicate-key') yield { pointer: pointerOf(flaw.first), span: flaw.span, facts: factsOf(flaw) }
  },

  ofFlaw: flaw => (flaw.kind === 'duplicate-key' ? factsOf(flaw) : undefined),

  message: {
    fr: ({ name, other }) =>
      `La clé ${shown.fr(name)} est écrite deux fois dans cet objet : la plupart des outils oublient la première valeur, ${shown.fr(other)}, gardez la bonne.`,
    en: ({ name, other }) =>
      `The key ${shown.en(name)} is written twice in this object: most tools forget its first value, ${shown.en(other)}, so keep the right one.`,
  },
})

function factsOf({ name, first }: Extract<Flaw, { readonly kind: 'duplicate-key' }>): Facts {
  return { name, other: JSON.stringify(first.value) }
}
