import { shown } from '../model/shown'
import { type Node, pointerOf } from '../model/tree'
import { treeRule } from './rule'

const NAMES: ReadonlySet<string> = new Set(['__proto__'])

/** A key of a document that JavaScript takes for the ancestor of all objects: it is kept as plain text and not followed. */
export const prototypeKey = treeRule<{ readonly name: string }>({
  id: 'prototype-key',
  severity: 'warning',
  preset: 'standard',
  concepts: ['json-format'],

  *check({ tree: { root } }) {
    const left: Node[] = root ? [root] : []
    for (let node = left.pop(); node; node = left.pop()) {
      for (let i = node.children.length - 1; i >= 0; i--) left.push(node.children[i]!)
      const { key } = node
      if (key && NAMES.has(key.name)) yield { pointer: pointerOf(node), span: key.span, facts: { name: key.name } }
    }
  },

  message: {
    fr: ({ name }) =>
      `La clé ${shown.fr(name)} change des objets dans beaucoup de logiciels, et d’autres la perdent : Vigie n’en tient pas compte, donnez-lui un autre nom.`,
    en: ({ name }) =>
      `The key ${shown.en(name)} changes objects in much software, and other software loses it: Vigie takes no account of it, so give it another name.`,
  },
})
