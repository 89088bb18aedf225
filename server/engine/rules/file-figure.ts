import type { DescribedFile } from '../model/described-file'
import type { DescribedResource, Figure } from '../model/description'
import { pointerOf } from '../model/tree'
import type { TreeChange } from '../model/change'
import { type TreeRule, treeRule } from './rule'

/** A figure of a file as its document tells it, and as it is; texts. */
interface Differing {
  readonly told: string
  readonly is: string
  /** The true figure as the document would write it; undefined where it is not sure enough to be written. */
  readonly written: unknown
}

/** A rule that compares a figure that a document tells of a file with that of the file itself. */
export const figureRule = (
  rule: Omit<TreeRule<Differing>, 'scope' | 'check' | 'fix' | 'severity' | 'preset'> & {
    /** The figures told, each with the true one where it is known. */
    readonly compare: (
      told: DescribedResource['told'],
      file: DescribedFile,
    ) => readonly { readonly figure: Figure; readonly is: string | undefined; readonly written: unknown }[]
  },
): TreeRule<Differing> =>
  treeRule<Differing>({
    ...rule,
    severity: 'error',
    preset: 'standard',
    *check({ descriptions, files }) {
      for (const { resources } of descriptions)
        for (const { paths, told } of resources) {
          // Of a table in pieces each figure is of all of them.
          const [file, ...others] = paths.flatMap(({ text }) => files?.get(text) ?? [])
          if (file?.is !== 'there' || others.length > 0) continue
          for (const { figure, is, written } of rule.compare(told, file))
            if (is !== undefined && is !== figure.text.toLowerCase())
              yield {
                pointer: pointerOf(figure.node),
                facts: {
                  told: figure.text,
                  is,
                  written: isText(figure) && written !== undefined ? String(written) : written,
                },
              }
        }
    },
    fix: ({ written }, node): readonly TreeChange[] | undefined =>
      written === undefined ? undefined : [{ set: 'value', node, value: written }],
  })

function isText({ node }: Figure): boolean {
  return node.kind === 'string'
}
