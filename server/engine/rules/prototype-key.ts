import { type Flaw, pointerOf } from '../model/tree'
import { treeRule } from './rule'

/** A key that JavaScript takes for the ancestor of all objects. Here it is a member like any other. */
export const prototypeKey = treeRule<{ readonly kind: 'prototype-key' }>({
  id: 'prototype-key',
  severity: 'warning',
  preset: 'standard',
  concepts: ['json-format'],

  *check({ tree: { flaws } }) {
    for (const flaw of flaws)
      if (isPrototype(flaw)) yield { pointer: pointerOf(flaw.node), span: flaw.span, facts: FACTS }
  },

  ofFlaw: flaw => (isPrototype(flaw) ? FACTS : undefined),

  message: {
    fr: () =>
      'La clé « __proto__ » change des objets dans beaucoup de logiciels, et d’autres la perdent : donnez-lui un autre nom.',
    en: () =>
      'The key “__proto__” changes objects in much software, and other software loses it: give it another name.',
  },
})

const FACTS = { kind: 'prototype-key' } as const

function isPrototype(flaw: Flaw): flaw is Extract<Flaw, { readonly kind: 'prototype-key' }> {
  return flaw.kind === 'prototype-key'
}
