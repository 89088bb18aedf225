import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { layoutOf } from '../../../server/engine/json/layout'
import { readTree } from '../../../server/engine/json/read'
import { JsonTable } from '../../../server/engine/json/table'
import { LiveText } from '../../../server/engine/model/live-text'
import { pointer as pointerTo } from '../../../server/engine/model/pointer'
import { flatSource, type Source } from '../../../server/engine/model/source'
import { nodeAt } from '../../../server/engine/model/tree'
import { columnsIn, type Json, labelsOf, longLists, valueIn } from './expected-columns'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const keys = fc.constantFrom('a', 'a.b', 'b', 'é', 'a"b', '__proto__', 'constructor', '')
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('x', ' y ', '€', '\u0001', '\ud800', '0123', 'true', 'null', '"', '\\'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 2 }),
)
const inside = fc.letrec<{ object: Json; value: unknown }>(tie => ({
  object: fc
    .array(
      fc.tuple(fc.constantFrom('a', 'b', 'b.c', '', '__proto__', 'lon', 'lat', 'type', 'geometry'), tie('value')),
      {
        maxLength: 4,
      },
    )
    .map(members => Object.fromEntries(members)),
  value: fc.oneof({ depthSize: 'small' }, values, tie('object'), fc.array(tie('object'), { maxLength: 4 })),
})).object
const lists = fc.array(fc.oneof({ arbitrary: inside, weight: 5 }, fc.constant(null)), { maxLength: 5 })
const mixed = fc.oneof({ arbitrary: values, weight: 2 }, inside, lists)
const records = fc.array(
  fc.array(fc.tuple(keys, mixed), { maxLength: 5 }).map((members): Json => Object.fromEntries(members)),
  { minLength: 1, maxLength: 20 },
)
const indents = fc.constantFrom(undefined, 1, '\t')
const sizes = [1, 64, 16_384]

/** A text of records in one of the ways in which they are written, and the pointer of its list. */
const wrapped = (list: readonly Json[], indent: string | number | undefined, way: string): [string, string] => {
  if (way === 'lines') return [`${list.map(one => JSON.stringify(one)).join('\n')}\n`, '']
  if (way === 'data') return [JSON.stringify({ total: 3, data: list, next: [1] }, undefined, indent), '/data']
  if (way === 'fields')
    return [
      JSON.stringify(
        list.map((fields, recordid) => ({ recordid, fields, geometry: null })),
        undefined,
        indent,
      ),
      '',
    ]
  if (way === 'inner') return [JSON.stringify({ marches: { marche: list } }, undefined, indent), '/marches/marche']
  return [JSON.stringify(list, undefined, indent), '']
}
const ways = fc.constantFrom('list', 'data', 'inner', 'lines')
const waysAndFields = fc.constantFrom('list', 'data', 'inner', 'lines', 'fields')

function tableOf(source: Source, way: string, size: number): JsonTable {
  return new JsonTable(source, layoutOf(source, way === 'lines' ? 'lines' : 'one-value'), { size })
}

/** A cell as a table has it. */
function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

describe('a table of JSON records', () => {
  for (const size of sizes)
    it(`has the cells that JSON.parse has, where they lie, in chunks of ${size} bytes`, () => {
      fc.assert(
        fc.property(records, indents, ways, (list, indent, way) => {
          const [text, at] = wrapped(list, indent, way)
          const bytes = encoder.encode(text)
          const parsed = JSON.parse(JSON.stringify(list)) as Json[]
          const table = tableOf(flatSource(bytes), way, size)
          const tree = readTree(way === 'lines' ? encoder.encode(JSON.stringify(list)) : bytes)
          assert.equal(table.rowCount, list.length + 1)
          const columns = columnsIn(parsed)
          assert.deepEqual([table.paths, table.labels], [columns.map(({ path }) => path), labelsOf(columns)])
          for (const [i, record] of parsed.entries())
            for (const [column, expected] of columns.entries()) {
              const { path } = expected
              const { value, holders } = valueIn(record, expected)
              const row = i + 1
              // Text outside Unicode has no bytes of its own.
              const whole = (one: string) => decoder.decode(encoder.encode(one))
              const told = table.text(row, column)!
              if (typeof value === 'object' && value !== null) assert.deepEqual(JSON.parse(told), value)
              else if (typeof value === 'number') assert.equal(Number(told), value)
              else assert.equal(whole(told), whole(cellOf(value)))
              const { start, end } = table.cellSpan(row, column)!
              const pointer = table.pointerAt(row, column)!
              assert.equal(table.isThere(row, column), value !== undefined)
              if (value === undefined) assert.equal(pointer, holders.reduce<string>(pointerTo, `${at}/${i}`))
              else {
                assert.deepEqual(JSON.parse(decoder.decode(bytes.subarray(start, end))), value)
                assert.deepEqual(nodeAt(tree, pointer)?.value, value)
                assert.deepEqual(table.locate(start), { row, column })
                const key = table.keySpan(row, column)!
                assert.equal(JSON.parse(decoder.decode(bytes.subarray(key.start, key.end))), path.at(-1))
                assert.deepEqual(table.locate(key.start), { row: 0, column, span: key })
              }
            }
          assert.deepEqual(
            new Set(
              table.faultsOfWhole().flatMap(fault => (fault.kind === 'unread' ? `${fault.what} ${fault.name}` : [])),
            ),
            new Set(longLists(parsed, columns).map(name => `elements ${name}`)),
          )
          assert.deepEqual(
            [...new Set(flaws(table))],
            parsed.flatMap((one, i) => (holdsPrototype(one) ? [`${i + 1} prototype-key`] : [])),
          )
        }),
        { numRuns: 75 },
      )
    })

  for (const size of sizes)
    it(`is that of a fresh reading after any edit, in chunks of ${size} bytes`, () => {
      const pieces = [
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        '{"a":1}',
        ',{"b":[2]}',
        '{"a":{"b":1}}',
        ',{"a":[{"b":1},{"b":2}]}',
        '[{"b":1}]',
        'null',
        '\n',
        '\\',
        '//x\n',
        'é',
        ' ',
        '',
      ]
      const edits = fc.array(
        fc.record({ at: fc.nat(), length: fc.nat({ max: 30 }), piece: fc.constantFrom(...pieces) }),
        { maxLength: 6 },
      )
      fc.assert(
        fc.property(records, indents, waysAndFields, edits, (list, indent, way, changes) => {
          const [text] = wrapped(list, indent, way)
          let flat = encoder.encode(text)
          const live = new LiveText(flat)
          let table = tableOf(live, way, size)
          void table.rowCount
          for (const { at, length, piece } of changes) {
            const start = onCharacter(flat, at % (flat.length + 1))
            const end = onCharacter(flat, Math.min(flat.length, start + length))
            const written = encoder.encode(piece)
            flat = Uint8Array.from([...flat.subarray(0, start), ...written, ...flat.subarray(end)])
            live.replace({ start, end }, written)
            const isKept = table.cut.edited({ start, end }, written.length) !== undefined
            const fresh = tableOf(flatSource(flat), way, size)
            // What decides the columns or where the rows begin has the text opened anew.
            const isAlike = isDeepStrictEqual([table.reading, table.labels], [fresh.reading, fresh.labels])
            if (!isKept || !isAlike) table = tableOf(live, way, size)
            assert.deepEqual(printed(table), printed(fresh))
          }
        }),
        { numRuns: 100 },
      )
    })

  it('tells of the keys that a record lacks in the order of their columns, whatever these were learnt from', () => {
    const before = encoder.encode('[{"x": 1},\n{"p": null, "q": {"a": 1}},\n{"p": {"b": 1}}]')
    const live = new LiveText(before)
    const table = tableOf(live, 'list', 1)
    void table.rowCount
    const start = before.indexOf(encoder.encode('p')[0]!) - 1
    live.replace({ start, end: start + 11 }, new Uint8Array())
    assert.ok(table.cut.edited({ start, end: start + 11 }, 0))
    assert.deepEqual(table.labels, ['x', 'q.a', 'p.b'])
    const absent = table.faultsOfWhole().flatMap(fault => (fault.kind === 'absent-key' ? fault.label : []))
    assert.deepEqual(absent, ['q', 'p', 'x'])
  })

  it('has the fields that a portal wraps for its columns, in strict records and in others', () => {
    const text =
      '[{"datasetid": "d", "fields": {"nom": "a", "recordid": 1}, "recordid": "x"},\n {"fields": {"nom": "b",}, "recordid": "y"}]'
    const table = tableOf(flatSource(encoder.encode(text)), 'list', 64)
    assert.deepEqual(table.labels, ['nom', 'recordid', 'datasetid', '/recordid'])
    assert.deepEqual(
      [1, 2].map(row => [0, 1, 2, 3].map(column => table.text(row, column))),
      [
        ['a', '1', 'd', 'x'],
        ['b', '', '', 'y'],
      ],
    )
    assert.deepEqual(
      [table.pointerAt(2, 0), table.pointerAt(2, 3), table.pointerAt(1, 1)],
      ['/1/fields/nom', '/1/recordid', '/0/fields/recordid'],
    )
  })

  it('reads what is not JSON as it was meant, and tells it', () => {
    const table = tableOf(
      flatSource(encoder.encode('[{\'a\': 1, b: 01},\n // two\n {"a": NaN} {"a": "x",},]')),
      'list',
      64,
    )
    assert.equal(table.rowCount, 4)
    assert.deepEqual(
      [...flaws(table)],
      [
        '1 single-quoted-key',
        '1 unquoted-key',
        '1 bad-number',
        '1 comment',
        '2 unknown-word',
        '2 missing-comma',
        '3 trailing-comma',
        '3 trailing-comma',
      ],
    )
    assert.equal(table.text(3, 0), 'x')
  })

  it('says what it could not read', () => {
    const other = tableOf(
      flatSource(encoder.encode('{"x": {"one": [{"a": 1}], "two": [{"b": 2}, {"b": 3}]}}')),
      'list',
      64,
    )
    assert.equal(other.layout.at, '/x/one')
    assert.deepEqual(
      other.faultsOfWhole().map(fault => fault.kind === 'unread' && fault.name),
      ['/x/two'],
    )
  })

  it('follows a key to its records only as far as they are few', () => {
    const first = Array.from({ length: 60_000 }, (_, i) => `{"a": ${i}, "b": "some text"}`)
    const late = tableOf(
      flatSource(encoder.encode(`[${[...first, '{"a": 1, "late": 2}'].join(',\n')}]`)),
      'list',
      16_384,
    )
    assert.deepEqual(late.labels, ['a', 'b'])
    assert.deepEqual(
      late.faultsOfWhole().flatMap(fault => (fault.kind === 'unread' ? [[fault.what, fault.name, fault.row]] : [])),
      [['key', 'late', 60_001]],
    )
  })

  it('tells a member of a Feature that comes late from one of its properties', () => {
    const first = Array.from({ length: 20_000 }, () => feature('', ''))
    const late = [feature('"bbox": [1, 2, 3, 4], ', ''), feature('', ', "tard": 1')]
    const text = `{"type": "FeatureCollection", "features": [${[...first, ...late].join(',\n')}]}`
    assert.deepEqual(
      tableOf(flatSource(encoder.encode(text)), 'list', 16_384)
        .faultsOfWhole()
        .flatMap(fault => (fault.kind === 'unread' ? [[fault.what, fault.name, fault.row]] : [])),
      [
        ['member', 'bbox', 20_001],
        ['key', 'tard', 20_002],
      ],
    )
  })

  it('is read in linear time, however deep or broken', () => {
    const deep = 100_000
    const hostile = [
      `[{"a": ${'['.repeat(deep)}${']'.repeat(deep)}}]`,
      `[{"a": ${'{"b":'.repeat(deep)}1${'}'.repeat(deep)}}, {"a": 2}]`,
      `[${'{"a": "'.repeat(deep)}`,
      `[${'{'.repeat(deep)}`,
      `[{}${',{}'.repeat(deep)}`,
      `[{"a":1e999999, "b": ${'9'.repeat(deep)}}]`,
      `[{"a":1}${']'.repeat(deep)}`,
      `[${'/'.repeat(deep)}`,
    ]
    for (const text of hostile) {
      const table = tableOf(flatSource(encoder.encode(text)), 'list', 16_384)
      assert.ok(table.rowCount >= 1)
      void table.faultsOfWhole()
    }
  })
})

/** Every cell, and what was told of the text, as one could read it. */
function printed(table: JsonTable): unknown {
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    Array.from({ length: table.width(row) }, (_, column) => [table.text(row, column), table.cellSpan(row, column)]),
  )
  return { labels: table.labels, rows, flaws: [...flaws(table)], whole: table.faultsOfWhole() }
}

function* flaws(table: JsonTable): Generator<string> {
  for (const chunk of table.chunks())
    for (const fault of table.faultsIn(chunk))
      yield `${'row' in fault ? fault.row : ''} ${fault.kind === 'json-flaw' ? fault.flaw.kind : fault.kind}`
}

/** A Feature with a member of its own and a property more. */
function feature(own: string, more: string): string {
  return `{"type": "Feature", ${own}"geometry": null, "properties": {"nom": "un lieu"${more}}}`
}

function holdsPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.keys(value).includes('__proto__') || Object.values(value).some(holdsPrototype)
}

function onCharacter(bytes: Uint8Array, at: number): number {
  let start = at
  while (start > 0 && start < bytes.length && (bytes[start]! & 0xc0) === 0x80) start--
  return start
}
