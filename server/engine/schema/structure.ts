import structures from 'bundled-structures'
import type { TreeKind } from '../model/described-tree'
import type { InnerFault } from '../model/inner-fault'
import { documentTest } from './json-schema'

/** A part of a structure, as far as it is read here: a JSON Schema (draft 7) with words of ours for people. */
export interface Structure {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Structure>>
  readonly items?: Structure
  readonly allOf?: readonly Structure[]
  readonly then?: Structure
  readonly else?: Structure
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
  csvw: { file: 'csvw', definition: 'document' },
  'csvw-schema': { file: 'csvw', definition: 'schema' },
  dcat: { file: 'dcat', definition: 'document' },
  'data-gouv': { file: 'data-gouv', definition: 'document' },
  'schema-org': { file: 'schema-org', definition: 'document' },
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

/** JSON-LD may nest its objects in any way, so that each of its members may stand in any of them. */
const LINKED: ReadonlySet<TreeKind> = new Set(['dcat', 'schema-org'])

/** Properties that an object may have at a place of a document, by name. */
export function propertiesAt(kind: TreeKind, path: readonly string[]): Readonly<Record<string, Structure>> {
  const root = structureOf(kind)
  if (!root) return {}
  const found = propertiesOf(
    path.reduce((parts, step) => parts.flatMap(part => inside(part, step, root)), [root]),
    root,
  )
  if (!LINKED.has(kind) || Object.keys(found).length > 0) return found
  return propertiesOf(Object.values(root.definitions ?? {}), root)
}

function propertiesOf(parts: readonly Structure[], root: Structure): Readonly<Record<string, Structure>> {
  const all = parts.flatMap(part => branches(part, root)).flatMap(({ properties }) => Object.entries(properties ?? {}))
  // What only restrains a property that is explained elsewhere has no words.
  return Object.fromEntries(all.filter(([, one]) => one['x-fr'] !== undefined))
}

function inside(part: Structure, step: string, root: Structure): readonly Structure[] {
  return branches(part, root).flatMap(branch => {
    if (/^\d+$/.test(step) && branch.items) return [branch.items]
    const property = branch.properties && Object.hasOwn(branch.properties, step) ? branch.properties[step] : undefined
    return property ? [property] : []
  })
}

/** A part with all that it refers to or that it may have to be as well. */
function branches(part: Structure, root: Structure): readonly Structure[] {
  const [, name] = /^#\/definitions\/(.+)$/.exec(part.$ref ?? '') ?? []
  const more = [name === undefined ? undefined : root.definitions?.[name], ...(part.allOf ?? []), part.then, part.else]
  return [part, ...more.flatMap(one => (one ? branches(one, root) : []))]
}
