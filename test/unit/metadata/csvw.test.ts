import assert from 'node:assert/strict'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'
import { openTree } from '../../../server/engine/tree-dataset'

const CSVW = 'http://www.w3.org/ns/csvw'

const faultsOf = (document: object) =>
  [...lint(openTree(new TextEncoder().encode(JSON.stringify({ '@context': CSVW, ...document })), 'csvw'))].filter(
    ({ rule }) => rule === 'package-error',
  )

const columns = (...all: readonly object[]) => ({ tableSchema: { columns: all } })

const schemaOf = (more: object, ...others: readonly object[]) => ({
  tableSchema: { columns: [{ name: 'a', titles: 'A', datatype: 'time' }, ...others], ...more },
})

const told = (datatype: object, more: object = {}) => {
  const column = { name: 'a', titles: 'A', datatype }
  const table = { '@context': 'http://www.w3.org/ns/csvw', url: 'a.csv', tableSchema: { columns: [column], ...more } }
  return [...lint(openTree(new TextEncoder().encode(JSON.stringify(table)), 'csvw'))]
    .filter(({ rule }) => rule === 'package-error')
    .map(
      one => [one.pointer!.replace(/^\/tableSchema\/(?:columns\/0\/datatype\/)?/, ''), messageOf(one, 'en')] as const,
    )
}

describe('metadata of CSVW', () => {
  const wrong: readonly (readonly [object, string, RegExp])[] = [
    [{ base: 'date', length: 5 }, 'length', /no meaning for values of the type “date”/],
    [{ base: 'string', maximum: 1 }, 'maximum', /no meaning/],
    [{ base: 'integer', minimum: 5, maximum: 4 }, 'maximum', /“minimum” contradict/],
    [{ base: 'date', minExclusive: '2015-06-05', maxInclusive: '2015-06-05' }, 'maxInclusive', /contradict/],
    [{ base: 'date', minInclusive: '2015-06-05', minExclusive: '2015-06-04' }, 'minExclusive', /contradict/],
    [{ base: 'string', minLength: 6, maxLength: 5 }, 'maxLength', /contradict/],
    [{ base: 'date', format: 'yy-MM-dd' }, 'format', /no format that the standard knows/],
    [{ base: 'boolean', format: 'YN' }, 'format', /no format/],
    [{ base: 'integer', format: { pattern: '[' } }, 'format/pattern', /no format/],
    [{ base: 'string', format: '[A-Z' }, 'format', /no format/],
    [{ base: 'string', format: String.raw`\d{2}\-(` }, 'format', /no format/],
    [{ base: 'texte' }, 'base', /none of the words/],
    [{ '@id': '_:a', base: 'string' }, '@id', /not built as the standard asks/],
  ]
  for (const [datatype, at, message] of wrong)
    it(`${JSON.stringify(datatype)} is told at ${at}`, () => {
      const found = told(datatype)
      assert.deepEqual(
        found.map(([pointer]) => pointer),
        [at],
      )
      assert.match(found[0]![1], message)
    })

  const right: readonly object[] = [
    { base: 'string', length: 5, minLength: 5, maxLength: 5 },
    { base: 'number', minimum: '1.5', maximum: 10, format: '#,##0.##' },
    { base: 'date', minInclusive: '2015-06-05', maxInclusive: '2015-06-05', format: 'dd/MM/yyyy' },
    { base: 'boolean', format: 'oui|non' },
    { base: 'string', format: String.raw`\d{2}\-\d{2}` },
    { base: 'string', format: String.raw`(?P<jour>\d{2})\/\w+` },
    { base: 'positiveInteger', minimum: 1 },
  ]
  for (const datatype of right) it(`${JSON.stringify(datatype)} is right`, () => assert.deepEqual(told(datatype), []))

  const documents: readonly (readonly [what: string, more: object, at: string])[] = [
    ['an address that is none', { '@id': '_:a' }, '/@id'],
    ['a class of another part', { '@type': 'Tableau' }, '/@type'],
    ['a class without what it asks for', { '@type': 'TableGroup' }, ''],
    ['a language that is none', { lang: 'en français' }, '/lang'],
    ['a language of the document', { '@context': [CSVW, { '@language': 'en français' }] }, '/@context/1/@language'],
    ['another word beside the language', { '@context': [CSVW, { '@langue': 'fr' }] }, '/@context/1'],
    ['a missing value that is no text', { null: [9] }, '/null/0'],
    ['a transformation without its formats', { transformations: [{ url: 'a.js' }] }, '/transformations/0'],
    ['a transformation that is none', { transformations: ['a.js'] }, '/transformations/0'],
    ['notes that are no list', { notes: 'à revoir' }, '/notes'],
    ['spaces trimmed somewhere', { dialect: { trim: 'partout' } }, '/dialect/trim'],
    ['titles in no language', columns({ name: 'a', titles: { 'en français': 'A' } }), '/tableSchema/columns/0/titles'],
    ['titles that are numbers', columns({ name: 'a', titles: [1] }), '/tableSchema/columns/0/titles/0'],
    ['a name in two words', columns({ name: 'a b' }), '/tableSchema/columns/0/name'],
    ['two columns of one name', columns({ name: 'a' }, { name: 'a' }), '/tableSchema/columns/1/name'],
    ['a primary key of no column', schemaOf({ primaryKey: 'b' }), '/tableSchema/primaryKey'],
    ['titles of rows in no column', schemaOf({ rowTitles: ['a', 'b'] }), '/tableSchema/rowTitles/1'],
  ]
  for (const [what, more, at] of documents)
    it(`${what} is told at ${at === '' ? 'the document' : at}`, () => {
      const found = faultsOf({ url: 'a.csv', ...more }).map(({ pointer }) => pointer)
      assert.ok(found.includes(at), JSON.stringify(found))
    })

  it('a document with all of these in their right form is right', () => {
    const right = {
      '@context': [CSVW, { '@language': 'fr-FR', '@base': 'https://example.org/' }],
      '@id': 'https://example.org/a',
      '@type': 'Table',
      url: 'a.csv',
      lang: 'fr',
      null: ['', '-'],
      notes: [{ texte: 'à revoir' }],
      dialect: { '@type': 'Dialect', trim: 'end' },
      transformations: [{ url: 'a.js', targetFormat: 'https://example.org/x', scriptFormat: 'https://example.org/y' }],
      ...schemaOf({ primaryKey: 'a', rowTitles: ['b'] }, { name: 'b', titles: { fr: 'titre', 'en-GB': ['title'] } }),
    }
    assert.deepEqual(faultsOf(right), [])
  })

  it('a key refers to columns that are declared', () => {
    assert.deepEqual(told({}, key('a')), [])
    assert.deepEqual(
      told({}, key('b')).map(([at]) => at),
      ['foreignKeys/0/columnReference'],
    )
    assert.deepEqual(
      told({}, key('a', 'b.csv')).map(([at]) => at),
      ['foreignKeys/0/reference/resource'],
    )
  })
})

/** A key that refers to the column `a`. */
function key(columnReference: string, resource = 'a.csv') {
  return { foreignKeys: [{ columnReference, reference: { resource, columnReference: 'a' } }] }
}
