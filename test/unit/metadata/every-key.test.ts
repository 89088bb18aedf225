import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Offer } from '../../../server/engine/complete'
import { offersForMetadata } from '../../../server/engine/complete/metadata'
import { offersForSchema } from '../../../server/engine/complete/schema'
import type { Dataset } from '../../../server/engine/dataset'
import { hoverMetadata } from '../../../server/engine/hover/metadata'
import { hoverSchema } from '../../../server/engine/hover/schema'
import type { TreeKind } from '../../../server/engine/model/described-tree'
import { openTree } from '../../../server/engine/tree-dataset'
import { schemaConcept } from '../../../server/engine/schema-concept'
import { type Level, properties } from '../../../server/engine/schema/words'

/** A part of one of our JSON Schemas. */
interface Part {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Part>>
  readonly items?: Part
  readonly allOf?: readonly Part[]
  readonly then?: Part
  readonly else?: Part
  readonly definitions?: Readonly<Record<string, Part>>
  readonly 'x-fr'?: string
}

const DOCUMENTS: readonly (readonly [kind: TreeKind, file: string, definition: string])[] = [
  ['data-package', 'data-package', 'package'],
  ['data-resource', 'data-package', 'resource'],
  ['table-dialect', 'data-package', 'dialect'],
  ['csvw', 'csvw', 'document'],
  ['csvw-schema', 'csvw', 'schema'],
  ['dcat', 'dcat', 'document'],
  ['data-gouv', 'data-gouv', 'document'],
  ['schema-org', 'schema-org', 'document'],
]

/** Where the levels of Table Schema stand. */
const LEVELS: Readonly<Record<Level, readonly string[]>> = {
  schema: [],
  field: ['fields', '0'],
  constraints: ['fields', '0', 'constraints'],
  'foreign-key': ['foreignKeys', '0'],
  reference: ['foreignKeys', '0', 'reference'],
  'custom-check': ['custom_checks', '0'],
}

/** Properties of a schema that their own words explain to the end. */
const EXPLAINED = [
  'schema/name',
  'schema/title',
  'schema/description',
  'schema/created',
  'schema/lastModified',
  'schema/countryCode',
  'schema/contributors',
  'schema/resources',
  'field/trueValues',
  'field/falseValues',
  'field/delimiter',
  'field/itemType',
  'field/arrayItem',
  'custom-check/name',
  'custom-check/params',
]

describe('every key of every format', () => {
  for (const [kind, file, definition] of DOCUMENTS)
    it(`has a hover and is offered in both languages: ${kind}`, () => {
      const root = JSON.parse(readFileSync(`schemas/${file}.schema.json`, 'utf8')) as Part
      const keys = [...keysIn(root.definitions![definition]!, root, [], new Set())]
      assert.ok(keys.length > 8, `${keys.length} keys`)
      for (const [path, key] of keys) check(kind, path, key, offersForMetadata, hoverMetadata)
    })

  for (const level of Object.keys(LEVELS) as Level[])
    it(`has a hover and is offered in both languages: ${level} of Table Schema`, () => {
      const keys = Object.keys(properties[level])
      assert.ok(keys.length > 1)
      for (const key of keys) check('table-schema', LEVELS[level], key, offersForSchema, hoverSchema)
    })

  it('leads to the concept behind it where a schema says what data must be', () => {
    const concepts = (Object.keys(LEVELS) as Level[]).flatMap(level =>
      Object.keys(properties[level]).map(key => [level, key, schemaConcept(level, key)] as const),
    )
    const without = concepts.flatMap(([level, key, concept]) => (concept ? [] : `${level}/${key}`))
    assert.deepEqual(without, EXPLAINED)
    const [begun, end] = documentAround(LEVELS.constraints)
    const dataset = open('table-schema', `${begun}{ "enum": [] }${end}`)
    const found = hoverSchema(dataset, begun.length + 4, { language: 'fr', level: 'agent' })
    assert.match(found?.markdown ?? '', /command:vigie\.glossary\?%5B%22code-list%22%5D.*Une liste fermée/)
  })
})

/** Every key that may stand in a part, with the path to it; what only restrains a key that is explained elsewhere is none. */
function* keysIn(
  part: Part,
  root: Part,
  path: readonly string[],
  seen: ReadonlySet<Part>,
): Generator<readonly [readonly string[], string]> {
  if (seen.has(part)) return
  const known = new Set([...seen, part])
  const [, name] = /^#\/definitions\/(.+)$/.exec(part.$ref ?? '') ?? []
  for (const one of [
    name === undefined ? undefined : root.definitions![name],
    ...(part.allOf ?? []),
    part.then,
    part.else,
  ])
    if (one) yield* keysIn(one, root, path, known)
  if (part.items) yield* keysIn(part.items, root, [...path, '0'], known)
  for (const [key, inner] of Object.entries(part.properties ?? {})) {
    if (inner['x-fr'] !== undefined) yield [path, key]
    yield* keysIn(inner, root, [...path, key], known)
  }
}

function check(
  kind: TreeKind,
  path: readonly string[],
  key: string,
  offers: (dataset: Dataset, offset: number, language: 'fr' | 'en') => readonly Offer[],
  hover: typeof hoverMetadata,
): void {
  const place = `${path.join('/')}/${key}`
  const written = `{ ${JSON.stringify(key)}: "" }`
  const [begun, end] = documentAround(path)
  for (const language of ['fr', 'en'] as const) {
    const offered = offers(open(kind, `${begun}{ }${end}`), begun.length + 2, language).find(
      ({ label }) => label === key,
    )
    assert.ok(offered?.documentation, `${place} is not offered in ${language}`)
    const found = hover(open(kind, begun + written + end), begun.length + 4, { language, level: 'agent' })
    assert.match(found?.markdown ?? '', /\*\*.+\*\* — \S/, `${place} has no hover in ${language}`)
  }
}

/** What stands before and behind an object at a path of a document. */
function documentAround(path: readonly string[]): readonly [string, string] {
  const opened = path.map(step => (step === '0' ? '[' : `{ ${JSON.stringify(step)}: `))
  const closed = path.map(step => (step === '0' ? ']' : ' }')).toReversed()
  return [opened.join(''), closed.join('')]
}

function open(kind: TreeKind, text: string): Dataset {
  return openTree(new TextEncoder().encode(text), kind)
}
