import { type Dataset, openDataset, type OpenOptions } from './dataset'
import { LONGEST, treeKindOf } from './json/kind'
import { readTree } from './json/read'
import type { TreeKind } from './model/described-tree'
import type { Judge } from './model/judge'
import { openTree } from './tree-dataset'

/** How a file is opened: as a tree of a kind, or as a table. */
export interface OpenAs extends OpenOptions {
  readonly tree?: TreeKind
  /** Tries the patterns of a schema that can run away; without one they are not tried. */
  readonly judge?: Judge
}

/** Opens a file as what it is said to be. Never throws. */
export function openFile(file: Uint8Array, { tree, judge, ...options }: OpenAs): Dataset {
  return tree ? openTree(file, tree, judge) : openDataset(file, options)
}

/** Whether a file is JSON by its name, so that it is no table. */
export function isJson(name: string): boolean {
  return /\.(?:geo)?json$/i.test(name)
}

/** The kind of JSON document that a file is, by its name and its text; undefined for a table and for other JSON. */
export function knownTree(name: string, file: Uint8Array): TreeKind | undefined {
  if (!isJson(name) || file.length > LONGEST) return undefined
  return treeKindOf(name, readTree(file))
}
