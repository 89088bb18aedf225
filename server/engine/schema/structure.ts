import structures from 'bundled-structures'
import type { TreeKind } from '../model/described-tree'
import type { InnerFault } from '../model/inner-fault'
import { documentTest } from './json-schema'

/** A part of a structure, as far as it is read here: a JSON Schema (draft 7) with words of ours for people. */
interface Structure {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Structure>>
  readonly items?: Structure
  readonly then?: Structure
  readonly enum?: readonly unknown[]
  readonly definitions?: Readonly<Record<string, Structure>>
  /** What a member is for, in one or two sentences of Markdown. */
  readonly 'x-fr'?: string
  readonly 'x-en'?: string
  /** The concept behind it. */
  readonly 'x-concept'?: string
  /** A vocabulary from which its values come, or values that are usual. */
  readonly 'x-values'?: string
  readonly 'x-offers'?: readonly unknown[]
}

/** Which JSON Schema of ours describes a kind of document, and which of its definitions. */
const KINDS: Readonly<Partial<Record<TreeKind, { readonly file: string; readonly definition: string }>>> = {
  'data-package': { file: 'data-package', definition: 'package' },
  'data-resource': { file: 'data-package', definition: 'resource' },
  'table-dialect': { file: 'data-package', definition: 'dialect' },
}

const read = new Map<TreeKind, Structure>()
const tests = new Map<TreeKind, (value: unknown) => readonly InnerFault[]>()

/** The structure that a document of this kind must have; undefined where we have none. */
function structureOf(kind: TreeKind): Structure | undefined {
  const known = KINDS[kind]
  if (!known) return undefined
  const kept = read.get(kind)
  if (kept) return kept
  const { definitions } = JSON.parse(structures[known.file]!()) as Structure
  const structure: Structure = { definitions: definitions!, $ref: `#/definitions/${known.definition}` }
  read.set(kind, structure)
  return structure
}

/** All that is wrong with the structure of a document. */
export function structureFaults(kind: TreeKind, value: unknown): readonly InnerFault[] {
  const structure = structureOf(kind)
  if (!structure) return []
  const test = tests.get(kind) ?? documentTest(structure)
  tests.set(kind, test)
  return test(value)
}
