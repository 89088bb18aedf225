import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { offersForMetadata } from '../../../server/engine/complete/metadata'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'
import { conceptIds } from '../../../server/engine/concepts'
import { hoverMetadata } from '../../../server/engine/hover/metadata'
import { vocabulary } from '../../../server/engine/metadata/vocabulary'
import type { TreeKind } from '../../../server/engine/model/described-tree'
import { openTree } from '../../../server/engine/tree-dataset'

/** A part of one of our JSON Schemas, as it lies in its file. */
interface Part {
  readonly [key: string]: unknown
}

/** Every property that a file explains, with the part that does. */
function* properties(part: unknown): Generator<readonly [string, Part]> {
  if (typeof part !== 'object' || part === null) return
  for (const [key, inner] of Object.entries(part as Part)) {
    if (key === 'properties')
      for (const [name, one] of Object.entries(inner as Part)) if ('x-fr' in (one as Part)) yield [name, one as Part]
    yield* properties(inner)
  }
}

const files = readdirSync('schemas').filter(name => name.endsWith('.schema.json') && name !== 'vigie.schema.json')

describe('the words of metadata documents', () => {
  it('call an empty name empty, and not ill written', () => {
    const dataset = openTree(
      new TextEncoder().encode('{ "name": "", "resources": [{ "name": "a", "path": "a.csv" }] }'),
      'data-package',
    )
    const found = [...lint(dataset)].filter(({ rule }) => rule === 'package-error')
    assert.deepEqual(
      found.map(one => messageOf(one, 'en')),
      ['The property “name” is empty: fill it in or take it away.'],
    )
  })

  it('are there', () => assert.equal(files.length, 5))

  for (const file of files)
    it(`${file}: each key is explained in both languages, by concepts and vocabularies that exist`, () => {
      const all = [...properties(JSON.parse(readFileSync(`schemas/${file}`, 'utf8')))]
      assert.ok(all.length > 10)
      for (const [name, part] of all) {
        assert.match(String(part['x-fr']), /[.…»]$/, name)
        assert.doesNotMatch(String(part['x-fr']), / [:;!?»]|« /, name)
        assert.match(String(part['x-en']), /[.…]$/, name)
        const concept = part['x-concept']
        assert.ok(concept === undefined || (conceptIds as readonly unknown[]).includes(concept), `${name}: ${concept}`)
        const values = part['x-values'] as string | undefined
        assert.ok(values === undefined || values === 'schemas' || vocabulary(values).length > 0, `${name}: ${values}`)
      }
    })
})

/** Offers and hovers at the `|` of a text. */
function at(kind: TreeKind, text: string) {
  const offset = new TextEncoder().encode(text.slice(0, text.indexOf('|'))).length
  const dataset = openTree(new TextEncoder().encode(text.replace('|', '')), kind)
  return {
    offers: offersForMetadata(dataset, offset, 'fr').map(({ label }) => label),
    hover: hoverMetadata(dataset, offset, { language: 'fr', level: 'agent' })?.markdown,
  }
}

describe('completion in metadata documents', () => {
  const offered: readonly (readonly [TreeKind, string, string])[] = [
    ['data-package', '{"title": "x", |}', 'licenses'],
    ['data-package', '{"resources": [{|}]}', 'path'],
    ['data-package', '{"resources": [{"dialect": {|}}]}', 'delimiter'],
    ['data-package', '{"vigie": {"frequency": "|"}}', 'annual'],
    ['data-package', '{"vigie": {"governance": {|}}}', 'deputy'],
    ['data-package', '{"licenses": [{"name": "|"}]}', 'etalab-2.0'],
    ['data-gouv', '{"license": "|"}', 'lov2'],
    ['data-gouv', '{"data": [{"spatial": {"granularity": "|"}}], "total": 1}', 'fr:commune'],
    ['data-gouv', '{"resources": [{"schema": {"name": "|"}}]}', 'scdl/subventions'],
    ['dcat', '{"@graph": [{"dcterms:accrualPeriodicity": {"@id": ""}, |}]}', 'dcat:keyword'],
    ['dcat', '{"dcat:theme": "|"}', 'http://publications.europa.eu/resource/authority/data-theme/ENVI'],
    ['schema-org', '{"distribution": [{|}]}', 'contentUrl'],
    ['csvw', '{"tables": [{"tableSchema": {"columns": [{|}]}}]}', 'titles'],
    ['csvw', '{"url": "x", "tableSchema": {"columns": [{"datatype": "|"}]}}', 'date'],
    ['table-dialect', '{|}', 'delimiter'],
  ]
  for (const [kind, text, label] of offered)
    it(`${kind}: ${text} offers ${label}`, () => {
      const { offers } = at(kind, text)
      assert.ok(offers.includes(label), offers.join(' '))
    })

  it('offers no key that is there already', () => {
    assert.ok(!at('data-package', '{"title": "x", |}').offers.includes('title'))
  })
})

describe('hovers in metadata documents', () => {
  it('tell what a key is for, and the concept behind it', () => {
    const { hover } = at('data-package', '{"li|censes": []}')
    assert.match(hover!, /ce que chacun peut faire des données.*Licence de réutilisation/s)
  })

  it('know a key by any prefix', () => {
    assert.match(at('dcat', '{"dcterms:ti|tle": "x"}').hover!, /Le titre.; obligatoire/)
  })

  it('tell what a value of a vocabulary means', () => {
    assert.match(at('data-gouv', '{"frequency": "quart|erly"}').hover!, /tous les trimestres/)
  })
})
