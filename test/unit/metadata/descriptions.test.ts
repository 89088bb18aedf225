import assert from 'node:assert/strict'
import { knownTree } from '../../../server/engine/open'
import { lint } from '../../../server/engine/lint'
import type { TreeKind } from '../../../server/engine/model/described-tree'
import { type Aspect, statements } from '../../../server/engine/model/description'
import { openTree } from '../../../server/engine/tree-dataset'

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

/** The same dataset in the words of each format. */
const SAME: Readonly<Partial<Record<TreeKind, unknown>>> = {
  'data-package': {
    title: 'Arbres de Saint-Malo',
    description: 'Les arbres des rues.',
    licenses: [{ name: 'etalab-2.0' }],
    contributors: [{ title: 'Espaces verts', email: 'arbres@ville.example', role: 'publisher' }],
    keywords: ['arbres', 'rues'],
    vigie: { frequency: 'annual', temporalCoverage: { start: '2023-01-01', end: '2023-12-31' } },
    resources: [{ name: 'arbres', path: 'https://ville.example/arbres.csv' }],
  },
  'data-gouv': {
    title: 'Arbres de Saint-Malo',
    description: 'Les arbres des rues.',
    license: 'lov2',
    organization: { name: 'Espaces verts' },
    contact_points: [{ name: 'Espaces verts', email: 'arbres@ville.example' }],
    tags: ['arbres', 'rues'],
    frequency: 'annual',
    temporal_coverage: { start: '2023-01-01', end: '2023-12-31' },
    resources: [{ title: 'arbres', url: 'https://ville.example/arbres.csv', filetype: 'remote' }],
  },
  dcat: {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
    '@graph': [
      {
        '@id': '#jeu',
        '@type': 'dcat:Dataset',
        'dct:title': { '@value': 'Arbres de Saint-Malo', '@language': 'fr' },
        'dct:description': { fr: 'Les arbres des rues.' },
        'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL' },
        'dct:publisher': { '@id': '#ville' },
        'dcat:contactPoint': { '@type': 'vcard:Organization', 'vcard:hasEmail': 'arbres@ville.example' },
        'dcat:keyword': ['arbres', 'rues'],
        'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': '2023-01-01', 'dcat:endDate': '2023-12-31' },
        'dcat:distribution': [{ '@id': '#csv' }],
      },
      { '@id': '#ville', '@type': 'foaf:Organization', 'foaf:name': 'Espaces verts' },
      {
        '@id': '#csv',
        '@type': 'dcat:Distribution',
        'dct:license': { '@id': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence' },
        'dcat:accessURL': { '@id': 'https://ville.example/arbres.csv' },
      },
    ],
  },
  'schema-org': {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: 'Arbres de Saint-Malo',
    description: 'Les arbres des rues.',
    license: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    creator: { '@type': 'Organization', name: 'Espaces verts', email: 'arbres@ville.example' },
    keywords: ['arbres', 'rues'],
    temporalCoverage: '2023-01-01/2023-12-31',
    distribution: { '@type': 'DataDownload', contentUrl: 'https://ville.example/arbres.csv' },
  },
}

const SAID: Readonly<Partial<Record<Aspect, readonly string[]>>> = {
  title: ['Arbres de Saint-Malo'],
  description: ['Les arbres des rues.'],
  contact: ['arbres@ville.example'],
  steward: ['Espaces verts'],
  keyword: ['arbres', 'rues'],
  temporal: ['2023-01-01/2023-12-31'],
}

describe('what a document says of a dataset', () => {
  for (const [kind, document] of Object.entries(SAME)) {
    it(`is the same in ${kind}`, () => {
      const bytes = bytesOf(document)
      assert.equal(knownTree('fiche.json', bytes), kind)
      const { descriptions } = openTree(bytes, kind as TreeKind).tree!
      assert.equal(descriptions.length, 1)
      const [description] = descriptions
      for (const [aspect, texts] of Object.entries(SAID))
        assert.deepEqual(
          [...new Set(statements(description!, aspect as Aspect).map(({ text }) => text))],
          texts,
          aspect,
        )
      const [resource] = description!.resources
      assert.deepEqual([resource!.paths[0]!.text, resource!.format], ['https://ville.example/arbres.csv', 'csv'])
    })

    it(`asks ${kind} for neither licence, title, contact nor frequency, which it tells`, () => {
      const rules = new Set([...lint(openTree(bytesOf(document), kind as TreeKind))].map(({ rule }) => rule))
      for (const id of ['missing-licence', 'unlisted-licence', 'vague-title', 'missing-contact', 'missing-frequency'])
        assert.ok(!rules.has(id), id)
    })
  }

  it('reads of a dataset in DCAT what its services and records say elsewhere', () => {
    const graph = [
      { '@id': '#lavoirs', '@type': 'dcat:Dataset', 'dct:title': 'Lavoirs' },
      { '@id': '#arbres', '@type': 'dcat:Dataset', 'dct:title': 'Arbres' },
      { '@id': '#api', '@type': 'dcat:DataService', 'dcat:servesDataset': [{ '@id': '#lavoirs' }, { '@id': '#rues' }] },
      { '@type': 'dcat:CatalogRecord', 'foaf:primaryTopic': { '@id': '#arbres' }, 'dct:modified': '2024-03-05' },
    ]
    const read = openTree(bytesOf({ '@graph': graph }), 'dcat').tree!.descriptions.map(one =>
      (['api', 'record'] as const).map(aspect => statements(one, aspect).map(({ text }) => text)),
    )
    assert.deepEqual(read, [
      [['#api'], []],
      [[], ['2024-03-05']],
    ])
  })

  it('counts of a description in DCAT what is read, as catalogues that harvest it do', () => {
    assert.deepEqual(readOf('<DIV STYLE="text-align:Left;"><P><SPAN>Les lavoirs </SPAN><B>de Valbrume</B></P></DIV>'), [
      'Les lavoirs de Valbrume',
    ])
    assert.deepEqual(readOf('Les lavoirs d’un débit < 3 l/s et > 1 l/s'), ['Les lavoirs d’un débit < 3 l/s et > 1 l/s'])
    assert.deepEqual(readOf('<br>'), ['<br>'])
  })

  it('leaves alone what the format has no place for', () => {
    const rules = [
      ...lint(
        openTree(
          bytesOf({ '@context': 'https://schema.org', '@type': 'Dataset', name: 'Les arbres de la ville', url: 'x' }),
          'schema-org',
        ),
      ),
    ]
    assert.ok(rules.length > 0)
    assert.ok(!rules.some(({ rule }) => rule === 'missing-frequency' || rule === 'missing-purpose'))
  })
})

/** What a dataset in DCAT is said to be described by. */
function readOf(description: string): readonly string[] {
  const dataset = { '@type': 'dcat:Dataset', 'dct:description': description }
  const { descriptions } = openTree(bytesOf(dataset), 'dcat').tree!
  return descriptions.flatMap(one => statements(one, 'description').map(({ text }) => text))
}

/** A test of what one dataset tells. */
const checkExtent = (kind: TreeKind, dataset: object, expected: readonly string[]) =>
  it(`is ${expected.join(', ') || 'none'} in ${kind} of ${JSON.stringify(dataset).slice(0, 60)}`, () => {
    const [description] = openTree(bytesOf(dataset), kind).tree!.descriptions
    assert.deepEqual(
      statements(description!, 'extent').map(({ text }) => text),
      expected,
    )
  })
const dcat = (bbox: unknown) => ({
  '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
  '@type': 'dcat:Dataset',
  'dct:title': 'x',
  'dct:spatial': { 'dcat:bbox': bbox },
})
const gouv = (geom: unknown) => ({ title: 'x', license: 'lov2', spatial: { geom }, resources: [] })
const org = (geo: object) => ({ '@type': 'Dataset', name: 'x', url: 'y', spatialCoverage: { '@type': 'Place', geo } })

describe('the extent that a document tells', () => {
  checkExtent('dcat', dcat('POLYGON((-2.3 48,-1 48,-1 48.8,-2.3 48.8,-2.3 48))'), ['-2.3 48 -1 48.8'])
  checkExtent('dcat', dcat({ '@value': '<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((1 2,3 4,1 4,1 2))' }), [
    '1 2 3 4',
  ])
  // The order of the axes is not known for sure.
  checkExtent('dcat', dcat('<http://www.opengis.net/def/crs/EPSG/0/4326>POLYGON((1 2,3 4,1 4,1 2))'), [])
  checkExtent('dcat', dcat('POLYGON((350000 6780000,360000 6780000,360000 6790000,350000 6780000))'), [])
  checkExtent('dcat', dcat('{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,4],[1,2]]]}'), ['1 2 3 4'])
  checkExtent('dcat', dcat('{"type":"Polygon","coordinates":[[[1,2]'), [])
  checkExtent(
    'data-gouv',
    gouv({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [1, 2],
            [3, 4],
            [1, 2],
          ],
        ],
        [
          [
            [0, 9],
            [1, 9],
          ],
        ],
      ],
    }),
    ['0 2 3 9'],
  )
  checkExtent('data-gouv', gouv({ type: 'Point', coordinates: [1, 2] }), [])
  checkExtent('schema-org', org({ '@type': 'GeoShape', box: '47.5 -5 48.8 -4' }), ['-5 47.5 -4 48.8'])
  checkExtent('schema-org', org({ '@type': 'GeoShape', polygon: '47,-5 48,-5 48,-4 47,-5' }), ['-5 47 -4 48'])
  checkExtent('schema-org', org({ '@type': 'GeoShape', box: 'Bretagne' }), [])
})

describe('documents of bad intent', () => {
  const deep = `${'{"resources":['.repeat(10_000)}${']}'.repeat(10_000)}`
  const documents: Readonly<Record<string, string>> = {
    'nested ten thousand deep': deep,
    'with __proto__': '{"__proto__":{"title":"x"},"resources":[{"__proto__":{"name":"a"},"path":"a.csv"}]}',
    'with members twice': '{"title":"a","title":"b","resources":[],"resources":3}',
    'that are no object': '[1,2,3]',
    'that are empty': '',
    'whose reference leads to the network':
      '{"$ref":"https://evil.example/x","resources":[{"$ref":"https://evil.example/y"}]}',
    'whose graph refers to itself':
      '{"@context":{"dcat":"http://www.w3.org/ns/dcat#"},"@id":"a","@type":"dcat:Dataset","dct:title":{"@id":"a"},"dcat:distribution":{"@id":"a"}}',
    'with a lone surrogate': '{"title":"\\ud800","resources":[]}',
  }
  for (const [name, text] of Object.entries(documents))
    for (const kind of ['data-package', 'data-gouv', 'dcat', 'schema-org', 'csvw', 'table-dialect'] as const)
      it(`${name} are read as ${kind}`, () => {
        const found = [...lint(openTree(bytesOf(text), kind), { preset: 'complet' })]
        assert.ok(!found.some(({ rule }) => rule === 'internal-error'), JSON.stringify(found.map(one => one.facts)))
      })

  it('say that they have no title where only their prototype would have', () => {
    const found = [...lint(openTree(bytesOf(documents['with __proto__']!), 'data-package'))]
    assert.ok(found.some(({ rule }) => rule === 'vague-title'))
  })
})
