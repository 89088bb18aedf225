import { readTree } from './json/read'
import type { Tree } from './model/tree'
import { bundledText } from './schema/catalogue'

/** A schema as it is shown. */
interface Shown {
  readonly text: string
  /** The same in UTF-8, in which the spans of the tree count. */
  readonly bytes: Uint8Array
  readonly tree: Tree
}

/** The text of a bundled schema; undefined for an unknown id. */
export function schemaText(id: string): Shown | undefined {
  const packed = bundledText(id)
  if (packed === undefined) return undefined
  const text = `${JSON.stringify(JSON.parse(packed), undefined, 2)}\n`
  const bytes = new TextEncoder().encode(text)
  return { text, bytes, tree: readTree(bytes) }
}
