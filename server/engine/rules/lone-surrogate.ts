import { shown } from '../model/shown'
import { type Node, pointerOf } from '../model/tree'
import { treeRule } from './rule'

interface Facts {
  /** What is left of the text without the halves. */
  readonly rest: string
  /** The half, as JSON escapes it. */
  readonly half: string
  readonly isKey: boolean
}

const HALVES = /\p{Surrogate}/gu

/** Half of a character in a document: UTF-16 writes some by two numbers, of which one is lost (Unicode, 23.6). */
export const loneSurrogate = treeRule<Facts>({
  id: 'lone-surrogate',
  severity: 'error',
  preset: 'standard',
  concepts: ['text-encoding', 'json-format'],

  *check({ tree: { root } }) {
    const left: Node[] = root ? [root] : []
    for (let node = left.pop(); node; node = left.pop()) {
      for (let i = node.children.length - 1; i >= 0; i--) left.push(node.children[i]!)
      const facts = halfIn(node.value)
      if (facts) yield { pointer: pointerOf(node), facts: { ...facts, isKey: false } }
      const { key } = node
      const ofKey = key && halfIn(key.name)
      if (ofKey) yield { pointer: pointerOf(node), span: key.span, facts: { ...ofKey, isKey: true } }
    }
  },

  message: {
    fr: ({ rest, half }) =>
      `Ce texte contient la moitié d’un caractère, ${half} : aucun outil ne peut l’écrire, reprenez-le d’après la source ou gardez ${shown.fr(rest)}.`,
    en: ({ rest, half }) =>
      `This text holds half of a character, ${half}: no tool can write it, so take it from the source again or keep ${shown.en(rest)}.`,
  },

  fix: ({ rest, isKey }, node) => [isKey ? { set: 'key', node, name: rest } : { set: 'value', node, value: rest }],
})

function halfIn(value: unknown): Omit<Facts, 'isKey'> | undefined {
  const [half] = (typeof value === 'string' && value.match(HALVES)) || []
  return half === undefined
    ? undefined
    : { rest: String(value).replace(HALVES, ''), half: `\\u${half.charCodeAt(0).toString(16)}` }
}
