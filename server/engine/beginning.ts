import { openDataset } from './dataset'
import { layoutOf } from './json/layout'
import { joined } from './model/joined'
import { steps } from './model/pointer'
import { flatSource } from './model/source'
import { isJson, knownJson } from './open'

/** The whole rows that the first bytes of a longer file hold, as a file that ends with them. */
export function beginningOf(name: string, bytes: Uint8Array): Uint8Array {
  if (!isJson(name)) return bytes.subarray(0, lineEnd(bytes))
  const found = knownJson(name, flatSource(bytes))
  if (!found) return bytes
  if (found.json === 'lines') return bytes.subarray(0, lineEnd(bytes))
  const { table } = openDataset(bytes, { json: found.json })
  // The last record may be cut.
  const { end } = table.rowSpan(Math.max(0, table.rowCount - 2))
  const { at } = layoutOf(flatSource(bytes), found.json)!
  const closing = new TextEncoder().encode(`]${'}'.repeat(steps(at).length)}\n`)
  return joined([bytes.subarray(0, end), closing])
}

/** Where the last whole line ends; in UTF-16 of the usual order, a line feed is two bytes. */
function lineEnd(bytes: Uint8Array): number {
  const end = bytes.lastIndexOf(0x0a)
  return end < 0 ? bytes.length : end + (bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 1)
}
