import { shown } from '../model/shown'
import { type Flaw, memberSpan, type Node, pointerOf } from '../model/tree'
import { treeRule } from './rule'

/** One of the two members: its value as JSON, and where it lies, in bytes from the start of the later key. */
interface Member {
  readonly value: string
  readonly from: number
  readonly to: number
}

interface Facts {
  readonly name: string
  readonly earlier: Member
  readonly later: Member
}

/** The same member twice in an object: readers keep one and say nothing of the other. */
export const duplicateJsonKey = treeRule<Facts>({
  id: 'duplicate-json-key',
  severity: 'warning',
  preset: 'standard',
  concepts: ['json-format'],

  *check({ tree: { flaws } }) {
    for (const flaw of flaws)
      if (isSure(flaw)) yield { pointer: pointerOf(flaw.first), span: flaw.span, facts: factsOf(flaw) }
  },

  ofFlaw: flaw => (isSure(flaw) ? factsOf(flaw) : undefined),
  flawOf: () => 'duplicate-key',

  message: {
    fr: ({ name, earlier }) =>
      `La clé ${shown.fr(name)} est écrite deux fois dans cet objet : la plupart des outils oublient la première valeur, ${shown.fr(earlier.value)}, gardez la bonne.`,
    en: ({ name, earlier }) =>
      `The key ${shown.en(name)} is written twice in this object: most tools forget its first value, ${shown.en(earlier.value)}, so keep the right one.`,
  },

  choices: ({ earlier, later }) => [
    { drop: 'earlier', ...earlier },
    { drop: 'later', ...later },
  ],
})

type DuplicateKey = Extract<Flaw, { readonly kind: 'duplicate-key' }>

/** Where a flaw leaves open what the text means, a key may be repeated only as it was read. */
function isSure(flaw: Flaw): flaw is DuplicateKey {
  return flaw.kind === 'duplicate-key' && !flaw.isDoubtful
}

function factsOf({ name, first, later }: DuplicateKey): Facts {
  const origin = later.key!.span.start
  return { name, earlier: memberFrom(first, origin), later: memberFrom(later, origin) }
}

function memberFrom(node: Node, origin: number): Member {
  const { start, end } = memberSpan(node)
  return { value: JSON.stringify(node.value), from: start - origin, to: end - origin }
}
