import type { Schema } from './schema'
import type { SchemaDefect } from './schema-defect'
import type { Tree } from './tree'

/** The JSON documents that are known for what they are. */
export type TreeKind = 'table-schema' | 'data-package'

/** A tree and what is known of it: what tree rules read. */
export interface DescribedTree {
  readonly kind: TreeKind
  readonly tree: Tree
  /** Every Table Schema that stands in it, in order. */
  readonly schemas: readonly TreeSchema[]
}

/** A Table Schema in a tree. */
export interface TreeSchema {
  /** The JSON pointer of its descriptor. */
  readonly at: string
  readonly schema: Schema | undefined
  /** Their paths begin at the root of the tree. */
  readonly defects: readonly SchemaDefect[]
}
