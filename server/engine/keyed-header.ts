import { JsonTable } from './json/table'
import type { FileTable } from './model/file-table'
import type { HeaderMatch } from './model/header'

/** Keys have no order, what the format itself has no schema need know, and lists may be shorter than the schema has them. */
export function keyedHeader(header: HeaderMatch, table: FileTable): HeaderMatch {
  if (!(table instanceof JsonTable) || !table.isKeyed) return header
  return {
    ...header,
    moved: [],
    extra: header.extra.filter(column => !table.ownColumns.includes(column)),
    missing: header.missing.filter(({ field }) => field.constraints.required || !isBehindList(field.name, table)),
  }
}

/** Whether a name is that of a column of elements which the lists of the table have not. */
function isBehindList(name: string, { holders }: JsonTable): boolean {
  return holders.some(({ bracket, prefix, holders: elements }) => {
    if (bracket !== 91 || !name.startsWith(prefix)) return false
    return Number(/^\d+/.exec(name.slice(prefix.length))?.[0] ?? -1) >= elements.length
  })
}
