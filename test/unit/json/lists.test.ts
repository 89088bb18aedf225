import assert from 'node:assert/strict'
import { type OpenOptions, openText } from '../../../server/engine/dataset'
import { applyEdits, fixesOf } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import type { Change } from '../../../server/engine/model/change'
import { flatSource } from '../../../server/engine/model/source'
import { readRecordSchema } from '../../../server/engine/schema/record-schema'
import { readSchema } from '../../../server/engine/schema/table-schema'

const encoder = new TextEncoder()

/** Opens a text, or what it holds. */
function opened(data: unknown, options: OpenOptions = {}) {
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return openText(flatSource(encoder.encode(text)), { json: 'one-value', schema: 'none', ...options })
}

/** Row, label and number of the keys that records lack. */
function absent(data: unknown) {
  const faults = opened(data).table.faultsOfWhole()
  return faults.flatMap(fault => (fault.kind === 'absent-key' ? `${fault.row} ${fault.label} ${fault.absent}` : []))
}

/** What of the lists is told not to be read. */
function unread(data: unknown) {
  const { table } = opened(data)
  return table
    .faultsOfWhole()
    .flatMap(fault => (fault.kind === 'unread' ? `${fault.what} ${fault.name} ${fault.row} ${fault.span.start}` : []))
}

function edited(text: string, change: Change): string {
  const { table } = opened(text)
  return new TextDecoder().decode(applyEdits(encoder.encode(text), table.edits(change)))
}

function set(row: number, column: number, value: string): Change {
  return { set: 'cell', row, column, value }
}

/** Severity, rule and pointer of all findings. */
function found(data: unknown): string[] {
  return [...lint(opened(data), { preset: 'complet' })].map(
    ({ rule, severity, pointer }) => `${severity} ${rule} ${pointer ?? ''}`,
  )
}

/** What of a document with a list of records and something beside it is told not to be read. */
function unreadBeside(beside: object) {
  return unread({ ...beside, records: [{ nom: 'Halle' }] }).map(text => text.split(' ')[1])
}

describe('lists beside that of the records', () => {
  it('are told where they may be data', () => {
    assert.deepEqual(unreadBeside({ bancs: [{ rue: 'Neuve' }], stades: [] }), ['/bancs'])
  })

  for (const name of ['fields', 'columns', 'facets', 'facet_groups', 'links'])
    it(`are what a portal says of the table under ${name}`, () => {
      assert.deepEqual(unreadBeside({ [name]: [{ id: 'nom', type: 'text' }] }), [])
      assert.deepEqual(unreadBeside({ meta: { view: { [name]: [{ id: 'nom', type: 'text' }] } } }), [])
    })
})

/** The rows that are said to be copies. */
function copies(data: unknown): number[] {
  return [...lint(opened(data))].flatMap(({ rule, row }) => (rule === 'duplicate-row' ? row! : []))
}

/** The fields of a JSON Schema. */
function fieldNames(schema: object): readonly string[] {
  return readRecordSchema(schema as never, 'test').schema!.fields.map(({ name }) => name)
}

/** A JSON Schema of records with such a list. */
function ofItems(items: unknown): object {
  return { items: { properties: { a: { type: 'array', items } } } }
}

/** A record of which no column holds all. */
function long(last: number): object {
  return { ref: 'x', a: [one, one, one, { b: last }] }
}

function day(i: number): string {
  return `2024-0${1 + (i % 9)}-${10 + (i % 19)}`
}

const one = { b: 1 }
const point = { type: 'Point', coordinates: [1, 2] }

describe('a list of objects inside a record', () => {
  for (const [what, records, labels] of [
    ['gives columns of its elements', [{ a: [{ b: 1, c: 2 }, { b: 3 }], d: 4 }], ['a.0.b', 'a.0.c', 'a.1.b', 'd']],
    ['gives as many as there are', [{ a: [one] }, { a: [one] }], ['a.0.b']],
    ['gives three at most', [{ a: [one] }, { a: [one, one, one, one] }], ['a.0.b', 'a.1.b', 'a.2.b']],
    [
      'keeps them together',
      [
        { a: [one], d: 1 },
        { a: [{ c: 1 }, one], d: 1 },
      ],
      ['a.0.b', 'a.0.c', 'a.1.b', 'd'],
    ],
    ['may hold objects in its elements', [{ a: [{ b: { id: 1 } }] }], ['a.0.b.id']],
    ['may lie in objects', [{ a: { b: [{ id: 1 }] } }], ['a.b.0.id']],
    ['is one value where it is mostly longer', [{ a: [one, one, one, one] }], ['a']],
    ['is one value as long as it is empty', [{ a: [] }, { a: [] }], ['a']],
    ['is one value of empty objects', [{ a: [{}] }], ['a']],
    ['gives no column where it is empty', [{ a: [] }, { a: [one] }, { a: null }], ['a.0.b']],
    ['may lack an element', [{ a: [null, one] }], ['a.1.b']],
    ['is one value where one element is none', [{ a: [one] }, { a: [one, 'x'] }], ['a']],
    ['is one value of lists', [{ a: [[one]] }], ['a']],
    ['is one value of geometries', [{ a: [point, one] }], ['a']],
    ['is one value in an element of a list', [{ a: [{ b: [one] }] }], ['a.0.b']],
    ['is one value beyond four levels', [{ a: { b: { c: { d: { e: [one] } } } } }], ['a.b.c.d.e']],
    ['goes as deep as objects do', [{ a: { b: { c: { d: [one] } } } }], ['a.b.c.d.0.b']],
    ['stands beside what is none', [{ a: [one] }, { a: 'x' }], ['a', 'a.0.b']],
    ['is a value beside objects', [{ a: one }, { a: [one] }], ['a', 'a.b']],
    ['leaves a key the name that it has', [{ a: [one], 'a.0.b': 2 }], ['/a/0/b', 'a.0.b']],
    [
      'is looked into in properties, and no further',
      [{ type: 'Feature', geometry: null, properties: { a: [one] }, links: [one] }],
      ['a.0.b', 'geometry', 'links'],
    ],
  ] as const)
    it(what, () => assert.deepEqual(opened(records).table.labels, labels))

  it('is one value where the keys of its elements are data', () => {
    const records = Array.from({ length: 100 }, (_, i) => ({ a: [{ [`2024-01-${i}`]: 1 }] }))
    assert.deepEqual(opened(records).table.labels, ['a'])
  })

  it('is one value rather than that a key would have no column', () => {
    const wide = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`k${i}`, i]))
    assert.deepEqual(opened([{ a: [wide, wide, wide], o: one }]).table.labels, ['a', 'o.b'])
  })

  it('is the value of the field that a schema declares under its key', () => {
    for (const type of ['array', 'any', 'string']) {
      const { schema } = readSchema({ fields: [{ name: 'a', type }] }, 'test')
      assert.deepEqual(opened([{ a: [one] }], { schema: { schema: schema!, source: 'flag' } }).table.labels, ['a'])
    }
  })

  it('has each value at its own place, and what is not there where it should be', () => {
    const text = '{"data": [{"a": [{"b": "x"}, {"b": "y"}]}, {"a": [{"c": 1}]}, {"a": []}, {"a": null}, {}]}'
    const { table } = opened(text)
    assert.deepEqual(table.labels, ['a.0.b', 'a.0.c', 'a.1.b'])
    const rows = [1, 2, 3, 4, 5].map(row =>
      [0, 1, 2].map(column => table.pointerAt(row, column)!.slice('/data'.length)),
    )
    assert.deepEqual(rows, [
      ['/0/a/0/b', '/0/a/0', '/0/a/1/b'],
      ['/1/a/0', '/1/a/0/c', '/1/a'],
      ['/2/a', '/2/a', '/2/a'],
      ['/3', '/3', '/3'],
      ['/4', '/4', '/4'],
    ])
    const marked = (row: number, column: number) => text.slice(table.cellSpan(row, column)!.start).slice(0, 5)
    assert.deepEqual([marked(1, 2), marked(0, 2), marked(2, 2), marked(3, 0)], ['"y"}]', '"b": ', '[{"c"', '[]}, '])
  })

  it('is told as missing by its own key, and never for being short', () => {
    assert.deepEqual(absent([{ a: [one, one] }, { a: [one] }, { a: [] }, { a: null }]), [])
    assert.deepEqual(absent([{ a: [one] }, {}, { a: null }]), ['2 a 1'])
    assert.deepEqual(
      absent([
        {
          a: [
            { b: 1, c: 2 },
            { b: 1, c: 2 },
          ],
        },
        { a: [one, one] },
      ]),
      ['2 a.0.c 1'],
    )
    assert.deepEqual(absent([{ a: [one, { d: { e: 1 } }] }, { a: [one, {}] }]), [])
  })

  it('has what no column holds told once, where it begins', () => {
    assert.deepEqual(unread([{ a: [one, one, one] }]), [])
    assert.deepEqual(
      unread([{ a: [one] }, { a: [one] }, { a: [one, one, one, one] }, { a: [one, one, one, one] }]).length,
      1,
    )
    assert.deepEqual(unread('[{"a": [{"b": 1}]}, {"a": [{"b": 1}, {"b": 2}, {"b": 3}, {"b": 4}]}]'), [
      'elements a 2 57',
    ])
  })

  it('has elements and keys that come late told so too, but a key of a first element by its name', () => {
    const first = Array.from({ length: 30_000 }, (_, i) => ({ id: i, a: [{ b: 'some more text' }, { b: 'x' }] }))
    const told = (late: unknown) => unread([...first, late]).map(text => text.split(' ').slice(0, 3).join(' '))
    assert.deepEqual(told({ id: 1, a: [{ b: 1 }, { b: 1, c: 2 }] }), ['elements a 30001'])
    assert.deepEqual(told({ id: 1, a: [{ b: 1 }, { b: 1 }, { b: 1 }] }), ['elements a 30001'])
    assert.deepEqual(told({ id: 1, a: [{ b: 1 }, 'x'] }), ['elements a 30001'])
    assert.deepEqual(told({ id: 1, a: [{ b: 1, c: 2 }] }), ['key a.0.c 30001'])
    assert.deepEqual(told({ id: 1, a: 'x' }), ['key a 30001'])
  })

  it('is read as it was meant where it is no JSON', () => {
    const { table } = opened(
      '[{"a": [{"b": 1}, {"b": 2}]}, {a: [{\'b\': 3,}, null, {"b": 4}], }, {"a": [{"b": 5}], "a": 6}]',
    )
    const texts = [1, 2, 3].map(row => table.labels.map((_, column) => table.text(row, column)))
    assert.deepEqual(texts, [
      ['', '1', '2'],
      ['', '3', ''],
      ['6', '', ''],
    ])
  })

  it('has nothing told of what a broken record only seems to hold, which the next one does', () => {
    const first = '{"a": [{"n": 1}]},'
    assert.deepEqual(unread(`[\n${first}\n{"a": [{"n": 1},\n{"a": [{"q": 2}]}\n${first}\n{"a": []}\n]`), [])
    const long = `{"a": [${'{"n": 1},'.repeat(3)}{"n": 1}]}`
    assert.equal(unread(`[\n${first}\n${long},\n{"a": []}\n]`).length, 1)
    assert.equal(unread(`[\n${first}\n{"a": [{"n": 1},\n${long}\n${first}\n{"a": []}\n]`).length, 1)
  })

  it('is read in linear time, however long or deep', () => {
    const many = '{"b":1},'.repeat(50_000)
    for (const inner of [`[${many}{}]`, `[${many}`, '[{"a":'.repeat(10_000)]) {
      const { table } = opened(`[{"a": [{"b": 1}]}, {"a": [{"b": 1}]}, {"a": ${inner}}]`)
      assert.ok(table.rowCount >= 3)
      void table.faultsOfWhole()
    }
  })

  it('does not make a copy of a record that differs in what no column holds', () => {
    const short = Array.from({ length: 20 }, (_, i) => ({ ref: `r${i}`, a: [one] }))
    assert.deepEqual(copies([...short, long(1), long(2), long(3)]), [])
    assert.deepEqual(copies([...short, long(1), long(2), long(2)]), [23])
  })
})

describe('public contracts', () => {
  const SIRETS = ['21350238800019', '21690123100011', '21750001600019', '21130055300016', '21330063500017']
  const siret = (i: number) => SIRETS[i % SIRETS.length]!

  /** Contracts as they must be published: one to four contractors, now and then an amendment. */
  function contracts(count: number) {
    return Array.from({ length: count }, (_, i) => ({
      id: `2024M${String(i).padStart(4, '0')}`,
      acheteur: { id: siret(0) },
      dateNotification: day(i),
      montant: 10_000 + 137 * i,
      titulaires: Array.from({ length: 1 + Number(i % 4 === 0) * (i % 3) }, (_, n) => ({
        titulaire: { id: siret(i + n), typeIdentifiant: 'SIRET' },
      })),
      modifications:
        i % 10 === 3
          ? [{ modification: { id: 1, dateNotificationModification: day(i + 3), montant: 20_000 + 211 * i } }]
          : [],
    }))
  }

  it('are not said to be sparse, alike or incomplete for the length of their lists', () => {
    const told = found(contracts(300)).filter(text => /titulaires|modifications/.test(text))
    assert.deepEqual(told, [])
  })

  it('have a wrong contractor and a wrong date of an amendment told, and repaired where they stand', () => {
    const data = contracts(300)
    data[8]!.titulaires[1]!.titulaire.id = '21690123100012'
    data[13]!.modifications[0]!.modification.dateNotificationModification = '25/05/2024'
    const wrong = [...lint(opened(data))].filter(({ row }) => row === 9 || row === 14)
    assert.deepEqual(
      wrong.map(({ rule, pointer }) => `${rule} ${pointer}`),
      [
        'malformed-siret /8/titulaires/1/titulaire/id',
        'local-date /13/modifications/0/modification/dateNotificationModification',
      ],
    )
    const text = JSON.stringify(data)
    const [fix] = fixesOf(opened(text), wrong[1]!)
    const after = new TextDecoder().decode(applyEdits(encoder.encode(text), fix!.edits))
    assert.equal(after, text.replace('25/05/2024', '2024-05-25'))
  })

  it('have the fourth contractor told as one that was not checked', () => {
    const data = contracts(300)
    data[8]!.titulaires = Array.from({ length: 4 }, () => ({ titulaire: { id: siret(1), typeIdentifiant: 'SIRET' } }))
    const told = found(data).filter(text => text.includes('not-checked'))
    assert.equal(told.length, 1)
    assert.match(told[0]!, /^information not-checked/)
  })
})

describe('the elements of a list', () => {
  it('have a fault of all their keys told of the first one, without a repair of that one alone', () => {
    const data = Array.from({ length: 30 }, (_, i) => ({
      n: i,
      a: [
        { 'Nom usuel': `x${i}`, siret: '21350238800019' },
        { 'Nom usuel': `y${i % 7}`, siret: '21690123100011' },
      ],
    }))
    const told = [...lint(opened(data), { preset: 'complet' })]
    assert.deepEqual(
      told.map(({ rule, column }) => `${rule} ${column}`),
      ['label-style 1', 'identifier-as-number 2'],
    )
    assert.deepEqual(
      fixesOf(opened(data), told[0]!).flatMap(({ edits }) => edits),
      [],
    )
  })

  it('are not taken together for one person', () => {
    const data = Array.from({ length: 40 }, (_, i) => ({
      dossier: `D${i}`,
      enfants: [0, 1].map(n => ({ age: 3 + ((i + n) % 9), sexe: i % 2 === n ? 'F' : 'M' })),
    }))
    const rare = [...lint(opened(data))].find(({ rule }) => rule === 'low-k-anonymity')
    assert.deepEqual((rare!.facts as { labels: unknown }).labels, ['enfants.0.age', 'enfants.0.sexe'])
  })
})

describe('an edit in a list of a record', () => {
  const whole = '{"a": [{"b": "x", "c": 1}, {"b": "y"}]}'

  for (const [what, text, change, meant] of [
    ['writes the value where it stands', `[${whole}]`, set(1, 2, 'z'), `[${whole.replace('"y"', '"z"')}]`],
    [
      'puts a key into its element',
      `[${whole}, {"a": [{"b": "z"}]}]`,
      set(2, 1, '2'),
      `[${whole}, {"a": [{"b": "z","c": 2}]}]`,
    ],
    ['makes no element', `[${whole}, {"a": []}]`, set(2, 0, '2'), `[${whole}, {"a": []}]`],
    ['makes none in a record without', `[${whole}, {}]`, set(2, 0, '2'), `[${whole}, {}]`],
    ['makes none in an object', `[${whole}, {"a": {}}]`, set(2, 1, '2'), `[${whole}, {"a": {}}]`],
    ['renames no key of one element alone', `[${whole}]`, set(0, 0, 'a.0.n'), `[${whole}]`],
    [
      'adds a column to its element',
      `[${whole}, {"a": []}]`,
      { add: 'column', label: 'a.1.d' },
      '[{"a": [{"b": "x", "c": 1}, {"b": "y","d": null}]}, {"a": []}]',
    ],
    ['adds none where no element is', `[${whole}]`, { add: 'column', label: 'a.2.d' }, `[${whole}]`],
    ['adds none to the list', `[${whole}]`, { add: 'column', label: 'a.d' }, `[${whole}]`],
    [
      'finds the list in what a portal wraps',
      '[{"recordid": "r", "fields": {"a": [{"b": 1, "c": 2}]}}, {"recordid": "s", "fields": {"a": [{"b": 1}]}}]',
      set(2, 1, '3'),
      '[{"recordid": "r", "fields": {"a": [{"b": 1, "c": 2}]}}, {"recordid": "s", "fields": {"a": [{"b": 1,"c": 3}]}}]',
    ],
  ] as const)
    it(what, () => assert.equal(edited(text, change as Change), meant))
})

describe('a list that a JSON Schema describes', () => {
  it('has the fields of its first elements', () => {
    const id = { type: 'object', properties: { id: { type: 'string', title: 'Numéro' } } }
    assert.deepEqual(fieldNames(ofItems(id)), ['a.0.id', 'a.1.id', 'a.2.id'])
    const referring = { ...ofItems({ $ref: '#/$defs/one' }), $defs: { one: id } }
    assert.deepEqual(fieldNames(referring), ['a.0.id', 'a.1.id', 'a.2.id'])
  })

  it('is one field where its elements are no objects with members, or lists again', () => {
    for (const items of [{ type: 'string' }, { type: 'object' }, true])
      assert.deepEqual(fieldNames(ofItems(items)), ['a'])
    const inner = { properties: { b: { items: { properties: { c: {} } } } } }
    assert.deepEqual(fieldNames(ofItems(inner)), ['a.0.b', 'a.1.b', 'a.2.b'])
  })
})

describe('a schema of lists', () => {
  const { schema } = readSchema(
    { fields: ['a.0.b', 'a.1.b'].map(name => ({ name, type: 'integer' })), fieldsMatch: ['exact'] },
    'test',
  )
  const labelled = (data: unknown) =>
    [...lint(opened(data, { schema: { schema: schema!, source: 'flag' } }))].map(
      ({ rule, column }) => `${rule} ${column ?? ''}`,
    )

  it('misses no element that the lists have not', () => assert.deepEqual(labelled([{ a: [one] }]), []))
  it('does not know one more', () => assert.deepEqual(labelled([{ a: [one, one, one] }]), ['extra-label 2']))
})
