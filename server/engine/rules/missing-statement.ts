import type { TreeChange } from '../model/change'
import { type Aspect, type Description, type Slot, statements } from '../model/description'
import { pointerOf } from '../model/tree'
import { type TreeFinding, type TreeRule, treeRule } from './rule'

/** What a rule tells of something that a document does not say; a place that stands and waits to be filled in has no slot. */
export interface Missing {
  readonly kind: 'missing'
  readonly slot: Slot | undefined
}

/** A rule about one aspect of a description that must be said, where the format has a place for it. */
export const statementRule = (
  rule: Omit<TreeRule<Missing>, 'scope' | 'check' | 'choices'> & {
    readonly aspect: Aspect
    /** Whether it is asked of this dataset; absent: of all. */
    readonly concerns?: (description: Description) => boolean
  },
): TreeRule<Missing> =>
  treeRule<Missing>({
    ...rule,
    *check({ descriptions }) {
      for (const description of descriptions)
        if (rule.concerns?.(description) ?? true) yield* missing(description, rule.aspect)
    },
    choices: additions,
  })

/** The finding that an aspect is not said, if it is not and could be. */
export function* missing(description: Description, aspect: Aspect): Generator<TreeFinding<Missing>> {
  if (statements(description, aspect).length > 0) return
  const [begun] = description.said.get(aspect) ?? []
  const slot = description.slots.get(aspect)
  const about = pointerOf(description.node)
  if (begun) yield { about, pointer: pointerOf(begun.node), facts: { kind: 'missing', slot: undefined } }
  else if (slot) yield { about, pointer: about, facts: { kind: 'missing', slot } }
}

/** What could be added in the free place. */
export function additions(facts: { readonly slot?: Slot | undefined }): readonly TreeChange[] {
  const { slot } = facts
  return slot?.values.map(value => ({ add: 'member', node: slot.parent, name: slot.name, value })) ?? []
}
