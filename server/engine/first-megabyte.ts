import type { Dataset } from './dataset'
import type { FileTable } from './model/file-table'
import { joined } from './model/joined'
import { bytesBetween } from './model/source'

/** Bytes of a text that is checked whole soon enough. */
const SHORT = 4_000_000
const MEGABYTE = 1_000_000

/** The rows in the first megabyte of a long table, whole ones, with what stands round them in JSON; undefined for any other. */
export function firstMegabyteOf({ table, readable, tree, json, source }: Dataset): Uint8Array | undefined {
  if (!readable || tree || source.length <= SHORT) return undefined
  const row = lastRowBefore(MEGABYTE, table)
  if (row <= 0) return undefined
  if (!json) return bytesBetween(source, 0, table.rowStart(row))
  const last = table.rowSpan(row)
  const rest = table.rowSpan(table.rowCount - 1).end
  // What follows the list may be longer than the list itself.
  if (source.length - rest > MEGABYTE) return undefined
  return joined([bytesBetween(source, 0, last.end), bytesBetween(source, rest, source.length)])
}

/** The last row that begins at a byte or before; what `locate` finds there may be a key of JSON, which is in no row of its own. */
function lastRowBefore(offset: number, table: FileTable): number {
  let [row, beyond] = [0, table.rowCount]
  while (row + 1 < beyond) {
    const middle = Math.floor((row + beyond) / 2)
    if (table.rowStart(middle) <= offset) row = middle
    else beyond = middle
  }
  return row
}
