import assert from 'node:assert/strict'
import { lint } from '../../../server/engine/lint'
import type { TreeKind } from '../../../server/engine/model/described-tree'
import { knownTree } from '../../../server/engine/open'
import { messageOf } from '../../../server/engine/say'
import { openTree } from '../../../server/engine/tree-dataset'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

const opened = (document: unknown, kind: TreeKind) => openTree(new TextEncoder().encode(JSON.stringify(document)), kind)

/** As programs write linked data that need no context: a list of objects, with whole addresses for names. */
const LIST = [
  {
    '@id': '#lavoirs',
    '@type': [`${DCAT}Dataset`],
    [`${DCT}title`]: [{ '@value': 'Lavoirs de Valbrume' }],
    [`${DCAT}distribution`]: [{ '@id': '#csv' }],
  },
  { '@id': '#csv', '@type': [`${DCAT}Distribution`], [`${DCAT}accessURL`]: [{ '@id': 'https://ville.example/l.csv' }] },
]
const SCHEMA_ORG = [
  { '@id': '#csv', '@type': ['http://schema.org/DataDownload'], 'http://schema.org/name': [{ '@value': 'Lavoirs' }] },
  {
    '@id': '#lavoirs',
    '@type': ['http://schema.org/Dataset'],
    'https://schema.org/name': [{ '@value': 'Lavoirs de Valbrume' }],
    'https://schema.org/description': [{ '@value': 'Les lavoirs.' }],
  },
]

describe('JSON-LD in a list of objects', () => {
  for (const [kind, document] of [
    ['dcat', LIST],
    ['schema-org', SCHEMA_ORG],
    ['schema-org', SCHEMA_ORG[1]],
  ] as const)
    it(`is known as ${kind} and is no breach of it: ${JSON.stringify(document).slice(0, 40)}`, () => {
      assert.equal(knownTree('fiche.jsonld', new TextEncoder().encode(JSON.stringify(document))), kind)
      assert.deepEqual(opened(document, kind).tree!.structure, [])
    })

  it('has its objects named by their place', () => {
    const catalogue = {
      '@id': '#tout',
      '@type': [`${DCAT}Catalog`],
      [`${DCT}title`]: 'Tout',
      [`${DCT}publisher`]: 'Valbrume',
    }
    const messages = (language: 'fr' | 'en') =>
      [...lint(opened([...LIST, catalogue, 12], 'dcat'))]
        .filter(({ rule }) => rule === 'package-error')
        .map(found => messageOf(found, language).split(/[,.]/)[0])
    assert.deepEqual(messages('fr'), [
      'L’élément n° 3 de la liste n’a pas de « dct:description »',
      'L’élément n° 4 de la liste devrait être un objet',
    ])
    assert.deepEqual(messages('en'), [
      'Entry 3 of the list has no “dct:description”',
      'Entry 4 of the list should be an object',
    ])
  })

  it('is completed by whole addresses, since nothing explains a prefix', () => {
    const names = (document: unknown, kind: TreeKind) =>
      opened(document, kind).tree!.descriptions.flatMap(({ slots }) => [...slots.values()].map(({ name }) => name))
    const added = names(LIST, 'dcat')
    assert.ok(added.includes(`${DCT}accrualPeriodicity`) && added.includes(`${DCAT}contactPoint`))
    assert.deepEqual(
      added.filter(name => !name.startsWith('http')),
      [],
    )
    const [license, place] = ['license', 'spatialCoverage'].map(name => `https://schema.org/${name}`)
    const { slots } = opened(SCHEMA_ORG, 'schema-org').tree!.descriptions[0]!
    assert.equal(slots.get('licence')?.name, license)
    assert.deepEqual(slots.get('spatial'), {
      parent: '/1',
      name: place,
      values: [{ '@type': 'https://schema.org/Place', 'https://schema.org/name': '…' }],
    })
    assert.ok(names([{ '@type': 'dcat:Dataset', 'dct:title': 'Lavoirs' }], 'dcat').includes('dct:publisher'))
  })
})

describe('a catalogue in the profile of the United States', () => {
  const catalogue = {
    '@type': 'dcat:Catalog',
    dataset: [
      {
        '@type': 'dcat:Dataset',
        title: 'Lavoirs de Valbrume',
        distribution: [{ '@type': 'dcat:Distribution', downloadURL: 'https://ville.example/l.csv' }],
      },
    ],
  }
  const PROFILE = 'https://project-open-data.cio.gov/v1.1/schema'

  for (const said of [{ conformsTo: PROFILE }, { '@context': `${PROFILE}/catalog.jsonld` }])
    it(`needs nothing that only the European one requires: ${JSON.stringify(said)}`, () => {
      assert.deepEqual(opened({ ...said, ...catalogue }, 'dcat').tree!.structure, [])
      assert.notDeepEqual(opened(catalogue, 'dcat').tree!.structure, [])
    })
})
