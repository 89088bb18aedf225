import assert from 'node:assert/strict'
import { columnDrifts } from '../../../server/engine/model/column-drift'
import type { FormerColumn, FormerTable } from '../../../server/engine/model/former'
import type { Column } from '../../../server/engine/model/table'
import { distributionDrift } from '../../../server/engine/rules/distribution-drift'
import type { ColumnRule } from '../../../server/engine/rules/rule'
import { schemaDrift } from '../../../server/engine/rules/schema-drift'
import { volumeDrift } from '../../../server/engine/rules/volume-drift'
import { column, field } from './described'
import { describedAs, plainTable } from './plain-table'

/** What is said of a column of `value × times` that was otherwise before. */
function drift(
  rule: ColumnRule,
  { cells, before, field }: { cells: Readonly<Record<string, number>>; before: FormerTable; field?: Column['field'] },
): unknown {
  const now = column({ label: 'a', field, former: before })
  const census = rule.check({ ...now, beside: [now] })
  assert.ok(census)
  const counts = new Map<string, number>()
  for (const [value, times] of Object.entries(cells)) {
    const kind = census.kindOf(value)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + times)
  }
  const facts = census.ofColumn?.(counts)
  for (const language of ['fr', 'en'] as const) if (facts) assert.match(rule.message[language](facts), /^\S.{20,}[.?]$/)
  return facts?.kind
}

/** What is said of the columns of a list of records. */
function told(columns: readonly Column[], before: FormerTable): unknown {
  const described = describedAs(plainTable(columns.map(({ label }) => label).join(';')))
  return [...schemaDrift.check({ ...described, columns, former: before })].map(({ facts }) => facts)
}

function former(told: Partial<FormerColumn>, rows = 100): FormerTable {
  const kinds = { kind: undefined, quartiles: undefined, categories: undefined }
  return { rows, key: undefined, columns: [{ label: 'a', blank: 0, ...kinds, ...told }] }
}

describe('a column of a list held against its former version', () => {
  it('is neither new nor gone for the length of the list, nor spread otherwise', () => {
    const before = former({ label: 'a.0.b', blank: 1 })
    const columns = [0, 1].map(element => column({ index: element, label: `a.${element}.b`, element, former: before }))
    assert.deepEqual(
      columns.map(one => distributionDrift.check(one)),
      [undefined, undefined],
    )
    const [more, fewer] = [columns, columns.slice(0, 1)].map(now => {
      const known = now.length === 1 ? ['a.0.b', 'a.1.b', 'c'] : ['a.0.b']
      return told(now, { rows: 1, key: undefined, columns: known.map(label => ({ ...before.columns[0]!, label })) })
    })
    assert.deepEqual(more, [])
    assert.deepEqual(fewer, [{ kind: 'removed', labels: ['c'] }])
  })
})

describe('a column held against its former version', () => {
  const energies = former({
    categories: new Map([
      ['gaz', 0.6],
      ['fioul', 0.4],
    ]),
  })
  const amounts = former({ quartiles: { lower: 10, median: 20, upper: 30 } })

  it('tells another share of a category, of blanks, or other levels', () => {
    assert.equal(drift(distributionDrift, { cells: { gaz: 30, fioul: 70 }, before: energies }), 'category')
    assert.equal(drift(distributionDrift, { cells: { gaz: 60, fioul: 25, '': 15 }, before: energies }), 'blank')
    assert.equal(drift(distributionDrift, { cells: { 50: 60, 20: 40 }, before: amounts }), 'above')
  })

  it('leaves out what says that there is no value, as it was before', () => {
    for (const [absent, of] of [
      ['n/a', undefined],
      ['x', field({ missingValues: ['', 'x'] })],
    ] as const) {
      const cells = { gaz: 36, fioul: 24, [absent]: 40 }
      assert.equal(drift(distributionDrift, { cells, before: energies, field: of }), undefined, absent)
    }
    assert.equal(drift(distributionDrift, { cells: { 50: 40, 20: 30, nc: 30 }, before: amounts }), 'above')
    const isNumber = field({ type: 'number', missingValues: ['', '-99'] })
    assert.equal(
      drift(distributionDrift, { cells: { 20: 40, '-99': 60 }, before: amounts, field: isNumber }),
      undefined,
    )
  })

  it('counts such cells among those that are not blank', () => {
    const before = former({ blank: 0.5 })
    assert.equal(drift(distributionDrift, { cells: { '': 50, 'n/a': 30, a: 20 }, before }), undefined)
  })

  it('has a category of its own for a word that was one before', () => {
    const before = former({
      categories: new Map([
        ['gaz', 0.6],
        ['nc', 0.4],
      ]),
    })
    assert.equal(drift(distributionDrift, { cells: { gaz: 60, nc: 40 }, before }), undefined)
    assert.equal(drift(distributionDrift, { cells: { gaz: 90, nc: 10 }, before }), 'category')
  })

  it('tells how many rows came or went, unless there were none', () => {
    assert.equal(drift(volumeDrift, { cells: { x: 131 }, before: former({}) }), 'rows')
    assert.equal(drift(volumeDrift, { cells: { x: 69 }, before: former({}) }), 'rows')
    assert.equal(drift(volumeDrift, { cells: { x: 130 }, before: former({}) }), undefined)
    assert.equal(drift(volumeDrift, { cells: { x: 5 }, before: former({}, 0) }), undefined)
  })
})

describe('columns held against those of the former version', () => {
  it('are another name for the one that is spelt alike, wherever it stood, else for the one in their place', () => {
    assert.deepEqual(drifts('ville Nom', 'nom place'), ['renamed nom', 'added place', '- ville'])
    assert.deepEqual(drifts('id ville nom', 'id place nom'), ['renamed place'])
    assert.deepEqual(drifts('id ville nom', 'id a place nom'), ['renamed a', 'added place'])
    assert.deepEqual(drifts('a b c', 'a c b'), ['reordered c'])
  })
})

/** What became of columns, told by their labels. */
function drifts(before: string, now: string): readonly string[] {
  const columns = now.split(' ').map((label, index) => column({ index, label }))
  const kinds = { kind: undefined, blank: 0, quartiles: undefined, categories: undefined }
  const former = { rows: 3, key: undefined, columns: before.split(' ').map(label => ({ label, ...kinds })) }
  return columnDrifts(columns, former, false).map(facts =>
    facts.kind === 'removed' ? `- ${facts.labels.join(' ')}` : `${facts.kind} ${facts.label}`,
  )
}
