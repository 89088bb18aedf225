import { deepEqual, equal } from 'node:assert/strict'
import { compareInSteps } from '../../server/engine/compare'
import { openDataset, type OpenOptions } from '../../server/engine/dataset'
import type { Comparison } from '../../server/engine/model/comparison'
import { readSchema } from '../../server/engine/schema/table-schema'

const encoder = new TextEncoder()

/** A table of people's loans, whose rows the column `id` tells apart if `key` says so. */
function opened(text: string, key: string | undefined) {
  const fields = ['id', 'jour', 'livres'].map(name => ({ name, type: 'string' }))
  const { schema } = readSchema({ fields, ...(key !== undefined && { primaryKey: key }) }, 'x')
  const options: OpenOptions = { schema: { schema: schema!, source: 'flag' }, chunkSize: 64 }
  return openDataset(encoder.encode(text), options)
}

function compared(
  before: string,
  after: string,
  key?: string,
  most?: Parameters<typeof compareInSteps>[2],
): Comparison {
  const steps = compareInSteps(opened(before, key), opened(after, key), most)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const loans = 'id;jour;livres\na;lundi;3\nb;mardi;4\nc;jeudi;5\n'

/** What changed in each column, as `column: before>after@row`. */
function cellsOf({ cells }: Comparison): readonly string[] {
  return cells.columns.flatMap(({ after, examples }) =>
    examples.map(one => `${after}: ${one.before}>${one.after}@${one.row}`),
  )
}

function rows(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => `${from + i};lundi;${i}\n`).join('')
}

function mail(address: string): string {
  return `id;jour;livres\na;${address};3\nb;mardi;4\nc;jeudi;5\n`
}

describe('a table and its former version', () => {
  it('are matched by the primary key, wherever the rows stand', () => {
    const told = compared(loans, 'id;jour;livres\nc;vendredi;5\na;lundi;3\nd;lundi;9\n', 'id')
    deepEqual(cellsOf(told), ['1: jeudi>vendredi@1'])
    const { by, compared: rows, changed, removed, added } = told.cells
    deepEqual({ by, rows, changed, removed, added }, { by: 'key', rows: 2, changed: 1, removed: 1, added: 1 })
  })

  it('are matched by position where there are as many rows, blank ones left aside', () => {
    const told = compared(loans, 'id;jour;livres\na;lundi;30\n;;\nb;mardi;4\nc;;5\n')
    equal(told.cells.by, 'position')
    deepEqual(cellsOf(told), ['1: jeudi>@4', '2: 3>30@1'])
    deepEqual(
      told.cells.columns.map(({ emptied }) => emptied),
      [1, 0],
    )
    deepEqual(told.rows, { before: 3, after: 3 })
  })

  it('are matched by position too where the key itself was rewritten', () => {
    const told = compared(loans, loans.replace('a;', 'x1;').replace('b;', 'x2;').replace('c;', 'x3;'), 'id')
    equal(told.cells.by, 'position')
    equal(told.cells.columns[0]!.count, 3)
    // What differs in nothing but spaces is the same key.
    equal(compared(loans, loans.replace('a;', 'a ;'), 'id').cells.by, 'key')
  })

  it('are not compared cell by cell where nothing tells which row is which', () => {
    deepEqual(compared(loans, loans.replace('b;mardi;4\n', '')).cells, {
      by: 'nothing',
      key: [],
      compared: 0,
      changed: 0,
      removed: 0,
      added: 0,
      isWhole: true,
      columns: [],
    })
  })

  it('have columns that were added, removed, renamed or moved', () => {
    const columns = (after: string) => {
      const { pairs, removed, added, isReordered } = compared(loans, after).columns
      return { pairs: pairs.map(pair => `${pair.before}${pair.after}`).join(' '), removed, added, isReordered }
    }
    const same = { removed: [], added: [], isReordered: false }
    deepEqual(columns(loans), { ...same, pairs: '00 11 22' })
    deepEqual(columns(loans.replace('livres', 'Livres ')), { ...same, pairs: '00 11 22' })
    deepEqual(columns(loans.replace('jour', 'quand')), { ...same, pairs: '00 11 22' })
    deepEqual(columns('id;livres;prix\na;3;1\nb;4;2\nc;5;2\n'), { ...same, pairs: '00 21', removed: [1], added: [2] })
    deepEqual(columns('jour;id;livres\nlundi;a;3\nmardi;b;4\njeudi;c;5\n'), {
      ...same,
      pairs: '10 01 22',
      isReordered: true,
    })
  })

  it('are compared within bounds, which are told', () => {
    const header = 'id;jour;livres\n'
    const most = { rows: 100, waiting: 20 }
    const long = compared(header + rows(0, 300), header + rows(0, 300), 'id', most).cells
    deepEqual([long.by, long.isWhole, long.compared], ['key', false, 100])
    const turned = compared(header + rows(0, 100) + rows(100, 200), header + rows(100, 200) + rows(0, 100), 'id', most)
    deepEqual([turned.cells.isWhole, turned.cells.added], [false, 0])
    const plain = compared(header + rows(0, 300), header + rows(0, 300), undefined, most).cells
    deepEqual([plain.by, plain.isWhole, plain.compared], ['position', false, 100])
  })

  it('tell no value that either withholds', () => {
    for (const [before, after] of [
      ['anne.legoff@orange.fr', ''],
      ['lundi', 'anne.legoff@orange.fr'],
    ] as const) {
      const told = compared(mail(before), mail(after), 'id')
      deepEqual([told.cells.columns[0]!.count, cellsOf(told)], [1, []])
    }
  })
})
