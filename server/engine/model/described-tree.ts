import type { DescribedFile } from './described-file'
import type { Description } from './description'
import type { DocumentFault } from './document-fault'
import type { Lists } from './lists'
import type { MisspeltMember } from './misspelt-member'
import type { Schema } from './schema'
import type { SchemaDefect } from './schema-defect'
import type { Tree } from './tree'

/** The JSON documents that are known for what they are. */
export type TreeKind =
  | 'table-schema'
  | 'data-package'
  | 'data-resource'
  | 'table-dialect'
  /** Metadata of CSV on the Web (https://www.w3.org/TR/tabular-metadata/). */
  | 'csvw'
  /** The schema of a table of CSVW that has a file of its own. */
  | 'csvw-schema'
  /** JSON-LD in the vocabulary of DCAT (https://www.w3.org/TR/vocab-dcat-3/). */
  | 'dcat'
  /** A dataset as the API of data.gouv.fr gives and takes it. */
  | 'data-gouv'
  /** JSON-LD in the vocabulary of schema.org, as search engines read it. */
  | 'schema-org'

/** A tree and what is known of it: what tree rules read. */
export interface DescribedTree {
  readonly kind: TreeKind
  readonly tree: Tree
  /** Every Table Schema that stands in it, in order. */
  readonly schemas: readonly TreeSchema[]
  /** What it says of datasets, one after the other. */
  readonly descriptions: readonly Description[]
  /** What lies where it says that its files do, by the path as it writes it; undefined when nobody looked. */
  readonly files: ReadonlyMap<string, DescribedFile> | undefined
  /** The official lists, loaded when first asked for; undefined where there are none. Ask only where they decide. */
  readonly lists: Lists | undefined
  /** Where it is not built as a document of its kind must be. */
  readonly structure: readonly DocumentFault[]
  /** Members of a document of metadata that its standard knows by another name. */
  readonly misspelt: readonly MisspeltMember[]
}

/** A Table Schema in a tree. */
export interface TreeSchema {
  /** The JSON pointer of its descriptor. */
  readonly at: string
  readonly schema: Schema | undefined
  /** Their paths begin at the root of the tree. */
  readonly defects: readonly SchemaDefect[]
}
