import assert from 'node:assert/strict'
import { type OpenOptions, openText } from '../../../server/engine/dataset'
import { applyEdits } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import type { Change } from '../../../server/engine/model/change'
import { flatSource } from '../../../server/engine/model/source'
import { readSchema } from '../../../server/engine/schema/table-schema'

const encoder = new TextEncoder()

/** Opens a text, or what it holds. */
function opened(data: unknown, options: OpenOptions = {}) {
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return openText(flatSource(encoder.encode(text)), { json: 'one-value', schema: 'none', ...options })
}

/** The cells of a row; undefined for one whose key is not there. */
function cells(data: unknown, row: number, options?: OpenOptions) {
  const { table } = opened(data, options)
  return table.labels.map((_, column) => {
    const isThere = table.pointerAt(row, column)!.split('/').length === table.paths![column]!.length + 2
    return isThere ? table.text(row, column) : undefined
  })
}

const feature = (properties: unknown) => ({ type: 'Feature', geometry: null, properties })

/** Records, each with a price under a key of its own. */
function prices(count: number, keysOf: (i: number) => string) {
  return Array.from({ length: count }, (_, i) => ({ id: i, prix: { [keysOf(i)]: 1 } }))
}

/** Row, label and number of the keys that records lack. */
function absent(data: unknown) {
  const faults = opened(data).table.faultsOfWhole()
  return faults.map(fault => fault.kind === 'absent-key' && `${fault.row} ${fault.label} ${fault.absent}`)
}

function edited(text: string, change: Change): string {
  const { table } = opened(text)
  return new TextDecoder().decode(applyEdits(encoder.encode(text), table.edits(change)))
}

function set(row: number, column: number, value: string): Change {
  return { set: 'cell', row, column, value }
}

describe('an object inside a record', () => {
  for (const [what, records, labels] of [
    ['gives a column per member', [{ id: 1, a: { b: 2, c: 3 }, d: 4 }], ['id', 'a.b', 'a.c', 'd']],
    ['does so at each level', [{ a: { b: { c: { d: 1 } } } }], ['a.b.c.d']],
    ['gives columns where its members are met', [{ a: { b: 1 }, z: 1 }, { a: { c: 2 } }], ['a.b', 'z', 'a.c']],
    ['is one value when it is empty', [{ a: {} }, { a: {} }], ['a']],
    ['is one value beyond five levels', [{ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }], ['a.b.c.d.e.f']],
    ['gives no column for null, nor for an empty one', [{ a: null }, { a: {} }, { a: { b: 1 } }], ['a.b']],
    ['leaves a list of values as it is', [{ a: [1, 2] }, { a: ['x'] }], ['a']],
    ['stands beside what is none', [{ a: { b: 1 } }, { a: 'x' }, { a: [1] }], ['a', 'a.b']],
    ['is one value as a geometry', [{ a: { type: 'Point', coordinates: [1, 2] } }], ['a']],
    ['is one value as a Feature', [{ a: feature({ b: 1 }) }], ['a']],
    ['is one value as a collection', [{ a: { type: 'FeatureCollection', features: [] } }], ['a']],
    ['is one value as geometries', [{ a: { type: 'GeometryCollection', geometries: [] } }], ['a']],
    ['is one value as a point', [{ a: { lon: 1.5, lat: 48 } }], ['a']],
    ['may have a point among other members', [{ a: { lon: 1.5, lat: 48, nom: 'x' } }], ['a.lon', 'a.lat', 'a.nom']],
    ['leaves a key the name that it has', [{ a: { b: 1 }, 'a.b': 2 }], ['/a/b', 'a.b']],
    ['shares a label with no other', [{ 'a.b': { c: 1 }, a: { 'b.c': 2 } }], ['a.b.c', '/a/b.c']],
    [
      'may have the key of an ancestor',
      '[{"a": {"__proto__": {"b": 1}, "toString": 2}}]',
      ['a.__proto__.b', 'a.toString'],
    ],
    ['is looked into in properties', [feature({ a: { b: 1 } })], ['a.b', 'geometry']],
    ['is one value beside them', [{ ...feature({ a: { b: 1 } }), crs: { b: 1 } }], ['a.b', 'geometry', 'crs']],
    [
      'of properties tells its pointer in the Feature',
      [feature({ a: { b: 1 }, 'a.b': 1 })],
      ['/properties/a/b', 'a.b', 'geometry'],
    ],
    ['is looked into in the fields of a portal', [{ recordid: 'x', fields: { a: { b: 1 } } }], ['a.b', 'recordid']],
  ] as const)
    it(what, () => assert.deepEqual(opened(records).table.labels, labels))

  it('is one value where its keys are data', () => {
    assert.deepEqual(opened(prices(100, i => `2024-01-${i}`)).table.labels, ['id', 'prix'])
    assert.equal(opened(prices(100, i => `mois-${i % 12}`)).table.labels.length, 13)
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, i]))
    assert.equal(opened([{ a: wide }, { a: wide }]).table.labels.length, 60)
  })

  it('is one value rather than that a key would have no column', () => {
    const wide = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`k${i}`, i]))
    assert.deepEqual(opened([{ a: wide, b: wide, c: 1 }]).table.labels, ['a', 'b', 'c'])
  })

  it('leaves the cells of its members without a value where it is not there', () => {
    const records = [{ a: { b: 1, c: null } }, { a: null }, { a: 'x' }, {}, { a: {} }, { a: { b: '' } }]
    const rows = records.map((_, i) => cells(records, i + 1))
    assert.deepEqual(rows, [
      [undefined, '1', ''],
      ['', undefined, undefined],
      ['x', undefined, undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
      [undefined, '', undefined],
    ])
  })

  it('has each of its members at its own place', () => {
    const text = '{"total": 1, "data": [{"a": 1, "b~": {"c/d": {"e": "x"}}}]}'
    const { table } = opened(text)
    assert.deepEqual(table.labels, ['a', 'b~.c/d.e'])
    assert.equal(table.pointerAt(1, 1), '/data/0/b~0/c~1d/e')
    const marked = (row: number) => text.slice(table.cellSpan(row, 1)!.start, table.cellSpan(row, 1)!.end)
    assert.deepEqual([marked(1), marked(0)], ['"x"', '"e"'])
  })

  it('is where a member is missed, as far as it is there', () => {
    const text = '[{"a": {"b": {"c": 1}}}, {"a": {"b": {}}}, {"a": {}}, {"a": {"b": null}}, {"a": null}, {}]'
    const { table } = opened(text)
    const rows = [2, 3, 4, 5, 6]
    assert.deepEqual(
      rows.map(row => table.pointerAt(row, 0)),
      ['/1/a/b', '/2/a', '/3/a', '/4', '/5'],
    )
    assert.deepEqual(
      rows.map(row => text.slice(table.cellSpan(row, 0)!.start).slice(0, 6)),
      ['{}}}, ', '{}}, {', '{"b": ', '{"a": ', '{}]'],
    )
  })

  it('is told as missing by its own key, a member of it where it is there', () => {
    assert.deepEqual(absent([{ a: { b: 1, c: 2 } }, {}, { a: null }, {}]), ['2 a 2'])
    assert.deepEqual(absent([{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, { a: {} }]), ['2 a.c 2', '3 a.b 1'])
    assert.deepEqual(absent([{ a: { b: { c: 1, d: 1 } } }, { a: { e: 1 } }]), ['1 a.e 1', '2 a.b 1'])
    assert.deepEqual(absent([{ a: { b: 1 } }, { a: 'x' }, {}]), ['3 a 1'])
    assert.deepEqual(absent([{ a: { b: 1 } }, { a: 'x' }, { a: null }]), [])
  })

  it('has keys that come late told, and what comes late in its place', () => {
    const first = Array.from({ length: 30_000 }, (_, i) => ({ id: i, a: { b: 'some more text' } }))
    const late = opened([...first, { id: 1, a: { b: 1, c: { d: 1 } } }, { id: 2, a: 'x' }, { id: 3, a: null }]).table
    assert.deepEqual(
      late.faultsOfWhole().map(fault => fault.kind === 'unread' && [fault.what, fault.name, fault.row]),
      [
        ['key', 'a.c', 30_001],
        ['key', 'a', 30_002],
      ],
    )
  })

  it('is the value of the field that a schema declares under its key', () => {
    for (const type of ['object', 'geojson', 'any', 'string']) {
      const { schema } = readSchema(
        {
          fields: [
            { name: 'a', type },
            { name: 'b.c', type: 'object' },
          ],
        },
        'test',
      )
      const { labels } = opened([{ a: { x: 1 }, b: { c: { y: 1 }, d: 2 } }], {
        schema: { schema: schema!, source: 'flag' },
      }).table
      assert.deepEqual(labels, ['a', 'b.c', 'b.d'])
    }
  })

  it('is read as it was meant where it is no JSON', () => {
    assert.deepEqual(cells('[{a: {\'b\': 1, c: 2,}}, {"a": {"b": 3}}]', 1), ['1'])
    assert.deepEqual(cells("[{a: {'b': 1, c: 2,}}]", 1), ['1', '2'])
    assert.deepEqual(cells('[{"a": {"b": 1, "b": 2}, "c": 3}]', 1), ['2', '3'])
    assert.deepEqual(cells('[{"a": {"b": 1}, "a": {"c": 2}}]', 1), [undefined, '2'])
    assert.deepEqual(cells('[{"a": {"b": 1}, "a": 5}]', 1), ['5', undefined])
    assert.deepEqual(cells('[{"a": {"b": {"c": 1}}, "a": null}]', 1), [undefined])
  })

  it('is read in linear time, however deep', () => {
    const deep = 10_000
    for (const inner of [`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`, '{"a":'.repeat(deep)]) {
      const { table } = opened(`[{"a": {"b": 1}}, {"a": ${inner}}]`)
      assert.ok(table.rowCount >= 2)
      void table.faultsOfWhole()
    }
  })

  it('is held against rules and schema like any other value', () => {
    const sirets = [
      '21350238800019',
      '21690123100011',
      '21750001600019',
      '21130055300016',
      '21330063500017',
      '21440109300015',
    ]
    const records = [...sirets, ...sirets, '21350238800018'].map(id => ({
      acheteur: { id },
      lieu: { depuis: '2024-03-25' },
    }))
    const found = [
      ...lint(opened([...records, { acheteur: { id: sirets[0] }, lieu: { depuis: '26/03/2024' } }])),
    ].flatMap(({ rule, pointer, column }) => (column === undefined ? [] : [`${rule} ${pointer} ${column}`]))
    assert.deepEqual(found, ['malformed-siret /12/acheteur/id 0', 'local-date /13/lieu/depuis 1'])
    const { schema } = readSchema({ fields: [{ name: 'a.b', type: 'integer', constraints: { required: true } }] }, 't')
    const told = [
      ...lint(
        opened(
          [
            { a: { b: 'x' }, n: 1 },
            { a: {}, n: 1 },
            { a: null, n: 1 },
          ],
          { schema: { schema: schema!, source: 'flag' } },
        ),
        {
          onlySchema: true,
        },
      ),
    ].flatMap(({ rule, pointer, column }) => (column === 0 ? [`${rule} ${pointer}`] : []))
    assert.deepEqual(told, ['type-error /0/a/b', 'required /1/a', 'required /2'])
  })
})

describe('an edit inside an object of a record', () => {
  const whole = '{"a": {"b": "x", "c": 1}}'

  for (const [what, text, change, meant] of [
    ['writes the value where it stands', `[${whole}]`, set(1, 0, 'y'), '[{"a": {"b": "y", "c": 1}}]'],
    [
      'puts a key into its object',
      `[${whole}, {"a": {"b": "z"}}]`,
      set(2, 1, '2'),
      `[${whole}, {"a": {"b": "z","c": 2}}]`,
    ],
    ['puts it into an empty one', `[${whole}, {"a": {}}]`, set(2, 1, '2'), `[${whole}, {"a": {"c": 2}}]`],
    ['makes no object', `[${whole}, {"a": null}]`, set(2, 1, '2'), `[${whole}, {"a": null}]`],
    ['makes none in a record without', `[${whole}, {}]`, set(2, 1, '2'), `[${whole}, {}]`],
    ['writes no key twice', `[${whole}, {"a": "x"}]`, set(1, 0, 'y'), `[${whole}, {"a": "x"}]`],
    [
      'puts a key into the properties of a Feature',
      '[{"type": "Feature", "geometry": null, "properties": {"a": 1, "b": 2}}, {"type": "Feature", "geometry": null, "properties": {"a": 3}}]',
      set(2, 1, '4'),
      '[{"type": "Feature", "geometry": null, "properties": {"a": 1, "b": 2}}, {"type": "Feature", "geometry": null, "properties": {"a": 3,"b": 4}}]',
    ],
    ['renames the last key', `[${whole}, ${whole}]`, set(0, 0, 'a.n'), `[${whole}, ${whole}]`.replaceAll('"b"', '"n"')],
    ['renames no other key', `[${whole}]`, set(0, 0, 'n'), `[${whole}]`],
    ['renames none into another object', `[${whole}]`, set(0, 0, 'n.b'), `[${whole}]`],
    ['leaves a last key', `[${whole}]`, set(0, 0, 'a.'), `[${whole}]`],
    [
      'renames what is called by its pointer',
      '[{"a": {"b": 1}, "a.b": 2}]',
      set(0, 0, '/a/n~1m'),
      '[{"a": {"n/m": 1}, "a.b": 2}]',
    ],
    [
      'adds a column to its object',
      `[${whole}, {"a": null}]`,
      { add: 'column', label: 'a.d' },
      '[{"a": {"b": "x", "c": 1, "d": null}}, {"a": null}]',
    ],
    [
      'adds a column beside it',
      `[${whole}]`,
      { add: 'column', label: 'b.d' },
      '[{"a": {"b": "x", "c": 1},"b.d": null}]',
    ],
  ] as const)
    it(what, () => assert.equal(edited(text, change as Change), meant))
})
