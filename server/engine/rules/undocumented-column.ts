import type { DescribedField, DescribedResource } from '../model/description'
import { shownList } from '../model/shown'
import { pointerOf } from '../model/tree'
import type { TreeChange } from '../model/change'
import { treeRule } from './rule'

interface Undocumented {
  readonly names: readonly string[]
  readonly among: number
  /** Of the fields, as JSON pointers. */
  readonly at: readonly string[]
}

/** Columns that a description declares and does not explain. */
export const undocumentedColumn = treeRule<Undocumented>({
  id: 'undocumented-column',
  severity: 'warning',
  preset: 'standard',
  concepts: ['data-dictionary'],

  *check({ descriptions }) {
    for (const { resources } of descriptions)
      for (const { node, fields } of resources) {
        const bare = fields.filter(({ isExplained }) => !isExplained)
        if (bare.length > 0)
          yield { about: pointerOf(node), pointer: pointerOf(nameOf(bare[0]!)), facts: factsOf(bare, fields) }
      }
  },

  message: {
    fr: ({ names, among }) =>
      names.length === 1
        ? `La colonne ${shownList.fr(names)} n’est pas expliquée : une phrase avec l’unité ou les codes possibles évite bien des contresens.`
        : `${names.length} colonnes sur ${among} ne sont pas expliquées, ${shownList.fr(names)} : une phrase pour chacune évite bien des contresens.`,
    en: ({ names, among }) =>
      names.length === 1
        ? `The column ${shownList.en(names)} is not explained: a sentence with its unit or its codes avoids many a misreading.`
        : `${names.length} columns of ${among} are not explained, ${shownList.en(names)}: a sentence for each avoids many a misreading.`,
  },

  fix: ({ at }) => at.map((node): TreeChange => ({ add: 'member', node, name: 'description', value: '…' })),
})

function factsOf(bare: readonly DescribedField[], fields: DescribedResource['fields']): Undocumented {
  return { names: bare.map(({ name }) => name), among: fields.length, at: bare.map(({ node }) => pointerOf(node)) }
}

function nameOf({ node, name }: DescribedField) {
  return node.children.find(({ value }) => value === name) ?? node
}
