import type { Dataset } from './dataset'
import { unaccented } from './model/fold'
import type { View } from './model/view'
import { Withheld } from './withheld'

/** Steps after which others may have their turn. */
const STEP = 500

/**
 * The data rows of a view, each by its number from 0, in order; `only`: those among which it looks. Rows of one value stay
 * in the order of the file; rows without a value come last.
 */
export function* rowsOf(
  dataset: Dataset,
  { sort, text = '', column }: View,
  only?: readonly number[],
): Generator<void, Uint32Array> {
  const { table, readable } = dataset
  if (!readable) return new Uint32Array()
  const wanted = unaccented(text.trim())
  // A search does not tell where a value stands that is not told.
  const withheld = new Withheld(dataset)
  const rows: number[] = []
  const among = only ?? allRows(table.firstDataRow, table.rowCount)
  let read = 0
  for (const row of among) {
    if (++read % STEP === 0) yield
    if (!table.isData(row)) continue
    if (wanted === '' || holds(row)) rows.push(row)
  }
  if (!sort) return Uint32Array.from(rows)
  const keys: Key[] = []
  for (const row of rows) {
    keys.push(keyOf(table.text(row, sort.column) ?? ''))
    if (keys.length % STEP === 0) yield
  }
  return yield* sorted(rows, keys, sort.order === 'up' ? 1 : -1)

  function holds(row: number): boolean {
    const [from, to] = column === undefined ? [0, table.width(row)] : [column, column + 1]
    for (let at = from; at < to; at++) {
      const value = table.text(row, at) ?? ''
      if (unaccented(value).includes(wanted) && !withheld.isValue(at, value)) return true
    }
    return false
  }
}

function* allRows(from: number, to: number): Generator<number> {
  for (let row = from; row < to; row++) yield row
}

/** A number where the whole text is one, as people write it here; a text otherwise; undefined for nothing. */
type Key = number | string | undefined

function keyOf(text: string): Key {
  const plain = text.trim()
  if (plain === '') return undefined
  if (!/^[+-]?\d[\d\s\u00A0\u202F]*(?:[.,]\d+)?$/.test(plain)) return unaccented(plain)
  return Number(plain.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'))
}

/** Numbers before texts, and nothing last whatever the order. */
function compared(one: Key, other: Key, sign: 1 | -1): number {
  if (one === other) return 0
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1
  if (typeof one !== typeof other) return typeof one === 'number' ? -sign : sign
  return one < other ? -sign : sign
}

/** Merges ever longer stretches, and gives way between two of them: a long column takes a second to sort. */
function* sorted(rows: readonly number[], keys: readonly Key[], sign: 1 | -1): Generator<void, Uint32Array> {
  let order = Uint32Array.from(rows, (_, i) => i)
  let merged = new Uint32Array(order.length)
  for (let width = 1; width < order.length; width *= 2) {
    for (let from = 0; from < order.length; from += 2 * width) {
      const middle = Math.min(from + width, order.length)
      const to = Math.min(from + 2 * width, order.length)
      let [left, right] = [from, middle]
      for (let at = from; at < to; at++) {
        const isLeft = left < middle && (right >= to || compared(keys[order[left]!], keys[order[right]!], sign) <= 0)
        merged[at] = order[isLeft ? left++ : right++]!
      }
      if (from % (STEP * 16) === 0) yield
    }
    ;[order, merged] = [merged, order]
  }
  return order.map(i => rows[i]!)
}
