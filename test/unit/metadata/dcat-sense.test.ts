import assert from 'node:assert/strict'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'
import { openTree } from '../../../server/engine/tree-dataset'

const CATALOGUE = {
  '@id': '#catalogue',
  '@type': 'dcat:Catalog',
  'dct:title': 'Les données de l’agglomération',
  'dct:description': 'Tout ce que l’agglomération publie.',
  'dct:publisher': { '@id': '#agglo' },
}
const RECORD = {
  '@id': '#notice',
  '@type': 'dcat:CatalogRecord',
  'foaf:primaryTopic': { '@id': '#lavoirs' },
  'dct:modified': '2024-03-05',
}
const AGENT = { '@id': '#agglo', '@type': 'foaf:Agent', 'foaf:name': 'Agglomération' }
const DATASET = { '@id': '#lavoirs', '@type': 'dcat:Dataset', 'dct:title': 'Lavoirs' }
const FILE = { '@id': '#csv', '@type': 'dcat:Distribution', 'dcat:accessURL': { '@id': 'https://agglo.example/l.csv' } }
const SERVICE = {
  '@id': '#api',
  '@type': 'dcat:DataService',
  'dct:title': 'API des lavoirs',
  'dcat:endpointURL': { '@id': 'https://agglo.example/api' },
}
const CHECKSUM = {
  '@type': 'spdx:Checksum',
  'spdx:algorithm': { '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_md5' },
  'spdx:checksumValue': 'd41d8cd98f00b204e9800998ecf8427e',
}
const ALL = [CATALOGUE, RECORD, AGENT, DATASET, FILE, SERVICE, CHECKSUM]
const THEMES = 'http://publications.europa.eu/resource/authority/data-theme/'

describe('what DCAT-AP 3 asks of the objects of a document', () => {
  it('is met by a small catalogue', () =>
    assert.deepEqual(
      ALL.flatMap(one => told(one)),
      [],
    ))

  for (const whole of ALL.filter(one => one !== DATASET))
    for (const name of Object.keys(whole).filter(key => !key.startsWith('@'))) {
      it(`a ${whole['@type']} has a ${name}`, () =>
        assert.deepEqual(told({ ...whole, [name]: undefined, 'rdfs:comment': 'Provisoire.' }), [`required ${name}`]))
      for (const empty of [null, '', [], { '@value': ' ' }, { '@id': '' }])
        it(`a ${whole['@type']} says something by ${name}: ${JSON.stringify(empty)} does not`, () =>
          assert.ok(told({ ...whole, [name]: empty }).includes(`required ${name}`)))
    }

  it('is asked of none that is only referred to', () =>
    assert.deepEqual(told({ '@id': '#ailleurs', '@type': 'dcat:DataService' }), []))

  it('is not asked of a place that a person is to fill in', () => {
    const places = {
      'dct:issued': '…',
      'dcat:spatialResolutionInMeters': '…',
      'dcat:theme': { '@id': `${THEMES}…` },
      'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': '…', 'dcat:endDate': '…' },
    }
    assert.deepEqual(told({ ...DATASET, ...places }), [])
    assert.notDeepEqual(told({ ...DATASET, 'dct:issued': 'en mars' }), [])
  })

  it('may be told in several places, as one object', () =>
    assert.deepEqual(
      told(SERVICE, {
        '@id': '#x',
        'dcat:accessService': { '@id': '#api', '@type': 'dcat:DataService', 'dct:title': 'API' },
      }),
      [],
    ))

  it('knows the labels of the contexts of the EU', () =>
    assert.deepEqual(
      told(
        { '@type': 'Distribution', 'access URL': 'https://agglo.example/l.csv', title: { fr: 'Lavoirs' } },
        { '@type': 'Distribution', accessUrl: 'https://agglo.example/l.csv', title: { fr: 'Lavoirs' } },
        { '@type': 'CatalogRecord', 'primary topic': '#lavoirs', 'modification date': '2024' },
        { '@type': 'CatalogueRecord', primaryTopic: '#lavoirs', modificationDate: '2024' },
        { '@type': 'DataService', title: 'API', endpointUrl: 'https://agglo.example/api' },
      ),
      [],
    ))
  it('asks the same under those labels', () =>
    assert.deepEqual(
      told(
        { '@type': 'CatalogueRecord', primaryTopic: '#lavoirs', modificationDate: 'hier' },
        { '@type': 'Dataset', title: 'Lavoirs', frequency: ['nal-frequency:ANNUAL', 'nal-frequency:DAILY'] },
      ),
      ['format date', 'many frequency'],
    ))

  for (const [whole, name, ...values] of [
    [DATASET, 'dct:publisher', { '@id': '#agglo' }, { '@id': '#ville' }],
    [DATASET, 'dct:issued', '2023-01-02', '2023-01-03'],
    [DATASET, 'dct:accrualPeriodicity', { '@id': 'freq:ANNUAL' }, { '@id': 'freq:DAILY' }],
    [FILE, 'dct:license', { '@id': '#lov2' }, { '@id': '#odbl' }],
    [FILE, 'dcat:byteSize', 12, 13],
  ] as const) {
    it(`${name} stands once on a ${whole['@type']}`, () =>
      assert.deepEqual(told({ ...whole, [name]: values }), [`many ${name}`]))
    it(`${name} may say the same twice`, () => assert.deepEqual(told({ ...whole, [name]: [values[0], values[0]] }), []))
  }
  it('tells what two places say otherwise of one object, in the second', () => {
    const elsewhere = { '@id': '#lavoirs', '@type': 'dcat:Dataset', 'dct:description': 'Onze lavoirs.' }
    const dated = { ...DATASET, 'dct:issued': '2023-01-02' }
    assert.deepEqual(told(dated, { ...elsewhere, 'dct:issued': '2023-01-02' }), [])
    assert.deepEqual(told(dated, { ...elsewhere, 'dct:issued': '2023-01-03' }), ['elsewhere'])
    assert.deepEqual(told(dated, { ...elsewhere, '@id': '#fontaines', 'dct:issued': '2023-01-03' }), [])
    assert.deepEqual(told(dated, { ...elsewhere, 'dct:issued': '' }), [])
    assert.deepEqual(told({ ...dated, issued: '2023-01-03' }), ['elsewhere'])
  })
  it('compares objects without an address by all that they say', () => {
    const published = (name: string) => ({
      ...DATASET,
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': name },
    })
    const turned = { ...DATASET, 'dct:publisher': { 'foaf:name': 'Agglomération', '@type': 'foaf:Agent' } }
    assert.deepEqual(told(published('Agglomération'), published('Agglomération')), [])
    assert.deepEqual(told(published('Agglomération'), turned), [])
    assert.deepEqual(told(published('Agglomération'), published('Ville')), ['elsewhere'])
  })
  it('leaves several of what may be several', () =>
    assert.deepEqual(
      [
        { ...DATASET, 'dct:title': [{ '@value': 'Lavoirs', '@language': 'fr' }, 'Wash houses'] },
        { ...FILE, 'dcat:accessURL': [{ '@id': 'https://agglo.example/l' }, { '@id': 'https://agglo.example/m' }] },
      ].flatMap(one => told(one)),
      [],
    ))

  forms(DATASET, 'dct:issued', {
    good: [
      '2023',
      '2023-02',
      '2023-02-28',
      '2023-02-28+01:00',
      '2023-02-28T10:00:00.5Z',
      { '@value': '2023-02-28' },
      2023,
    ],
    bad: { 'format date': ['hier', '31/01/2023', '2023-02-30', '2023-13', '2023-02-28T10h', { '@value': '2023-2-1' }] },
  })
  forms(FILE, 'dcat:byteSize', {
    good: [0, 1200, '1200', '1200.0', { '@value': '1200', '@type': 'xsd:nonNegativeInteger' }],
    bad: { 'type number': ['gros', '1 Mo'], 'minimum 0': [-5, '-5'] },
  })
  forms(DATASET, 'dcat:temporalResolution', {
    good: ['P1D', 'PT15M'],
    bad: { 'format duration': ['un jour', 'P', '1D'] },
  })
  forms(CHECKSUM, 'spdx:checksumValue', { good: ['00FF'], bad: { 'format hexBinary': ['00F', 'zz'] } })
  forms(FILE, 'dcat:accessURL', {
    good: ['https://agglo.example/l.csv', 'l.csv', { '@id': 'https://agglo.example/l%20m.csv' }],
    bad: { 'format uri': ['sur demande', { '@id': 'https://agglo.example/l m.csv' }, 'https://agglo.example/<nom>'] },
  })
  forms(DATASET, 'dcat:theme', {
    good: [
      { '@id': `${THEMES}ENVI` },
      { '@id': `${THEMES}OP_DATPRO` },
      { '@id': 'https://agglo.example/themes/eau' },
      'environnement',
    ],
    bad: { 'unlisted-theme': [{ '@id': `${THEMES}EAUX` }, `${THEMES}envi`, THEMES] },
  })
  for (const [language, sentence] of [
    ['fr', /« dcat:theme » ne désigne aucun thème de la liste européenne \(data-theme\).* \(AGRI, .*, TRAN\)\.$/],
    ['en', /“dcat:theme” stands for no theme of the European list \(data-theme\).* \(AGRI, .*, TRAN\)\.$/],
  ] as const)
    it(`names the list of themes and all of its codes (${language})`, () => {
      const all = [...lint(opened({ ...DATASET, 'dcat:theme': { '@id': `${THEMES}EAUX` } }))]
      const found = all.find(({ rule }) => rule === 'package-error')
      assert.match(messageOf(found!, language), sentence)
    })
  forms(DATASET, 'dct:title', {
    good: ['Lavoirs', { '@value': 'Lavoirs' }, { fr: 'Lavoirs' }],
    bad: { 'type string': [{ '@id': '#titre' }] },
  })
})

/** The same values of a member of a whole object, good ones and those of each fault. */
function forms(
  whole: object,
  name: string,
  { good, bad }: { readonly good: readonly unknown[]; readonly bad: Readonly<Record<string, readonly unknown[]>> },
): void {
  for (const value of good)
    it(`${name} may be ${JSON.stringify(value)}`, () => assert.deepEqual(told({ ...whole, [name]: value }), []))
  for (const [expected, values] of Object.entries(bad))
    for (const value of values)
      it(`${name} may not be ${JSON.stringify(value)}`, () => {
        const [found, ...others] = told({ ...whole, [name]: value })
        assert.deepEqual(others, [])
        assert.equal(found?.replace(/^(unlisted-theme) .*/, '$1'), expected)
      })
}

/** The faults of a document of some objects, each with what it is about. */
function told(...graph: readonly object[]): readonly string[] {
  return opened(...graph).tree!.structure.map(({ at, breach }) => {
    const about = Object.values(breach).slice(1)
    return breach.kind === 'many' ? `many ${at.split('/').at(-1)}` : [breach.kind, ...about].join(' ')
  })
}

function opened(...graph: readonly object[]) {
  return openTree(new TextEncoder().encode(JSON.stringify({ '@graph': graph })), 'dcat')
}
