import { decodeText } from './csv/decoding'
import { type Dataset, type JsonText, openDataset, type OpenOptions } from './dataset'
import type { InnerBeside } from './inner-tables'
import { isPackage, LONGEST, treeKindOf } from './json/kind'
import { layoutOf } from './json/layout'
import { readTree } from './json/read'
import type { DescribedFile } from './model/described-file'
import type { TreeKind } from './model/described-tree'
import type { Judge } from './model/judge'
import { flatSource, type Source } from './model/source'
import { openTree } from './tree-dataset'

/** How a file is opened: as a tree of a kind, or as a table. */
export interface OpenAs extends OpenOptions {
  readonly tree?: TreeKind
  /** Tries the patterns of a schema that can run away; without one they are not tried. */
  readonly judge?: Judge
  /** What lies where a document says that its files do. */
  readonly files?: ReadonlyMap<string, DescribedFile> | undefined
  /** What lies beside a document and concerns the tables inside it. */
  readonly beside?: InnerBeside | undefined
}

/** Opens a file as what it is said to be. Never throws. */
export function openFile(file: Uint8Array, { tree, judge, files, beside, ...options }: OpenAs): Dataset {
  return tree ? openTree(file, tree, { ...options, judge, files, beside }) : openDataset(file, options)
}

/** Whether a file is JSON by its name. */
export function isJson(name: string): boolean {
  return /\.(?:geo)?json(?:ld|[ls])?$|\.ndjson$/i.test(name)
}

/** Names of files that are something else, whatever lists are in them. */
const NO_DATA = /^(?:(?:data)?package|tsconfig|vigie|(?:table-?)?schema|.*\.schema)\.json$/i

/** Bytes that cost little to parse. */
const SHORT = 1_000_000

/** A table in JSON. */
export interface JsonFound {
  readonly json: JsonText
  /** False for a list of objects that may be anything: in a folder it is left alone. */
  readonly isSure: boolean
}

/** The table that a JSON file holds, by its name, its text and the keys, if any, under which its dialect says that it lies. */
export function knownJson(name: string, text: Source, property?: string): JsonFound | undefined {
  const json = /\.(?:geojson[ls]|jsonl|ndjson)$/i.test(name) ? 'lines' : 'one-value'
  const layout = layoutOf(text, json, property)
  return layout && { json, isSure: layout.isSure && !NO_DATA.test(name) }
}

/** The bytes of a file of JSON in which it is told what it is: those of UTF-16, as PowerShell writes it, are decoded. */
export function readableJson(file: Uint8Array): Uint8Array {
  const [first, second] = file
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isWide && file.length <= LONGEST ? decodeText(file).bytes : file
}

/** The kind of JSON document that a file is, by its name and its text; undefined for a table and for other JSON. */
export function knownTree(name: string, file: Uint8Array): TreeKind | undefined {
  if (isPackage(name)) return 'data-package'
  // Much that is surely data need not be parsed to be known for none.
  if (file.length > SHORT && knownJson(name, flatSource(file))?.isSure) return undefined
  if (!/\.json(?:ld)?$/i.test(name) || file.length > LONGEST) return undefined
  return treeKindOf(name, readTree(file, 'data of resources'))
}
