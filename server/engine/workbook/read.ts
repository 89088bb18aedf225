import { odsSheets } from './ods'
import type { Sheet } from './sheet'
import { xlsxSheets } from './xlsx'
import { unzipped } from './zip'

const WANTED =
  /^(?:xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml|xl\/_rels\/workbook\.xml\.rels|content\.xml)$/

/**
 * The sheets of an `.xlsx` or `.ods` file, hidden ones included; undefined when the bytes are neither, are protected by
 * a password, or would fill more than half a gigabyte once unpacked.
 */
export function readWorkbook(file: Uint8Array): readonly Sheet[] | undefined {
  const members = unzipped(file, name => WANTED.test(name))
  if (!members) return undefined
  const sheets = members.has('xl/workbook.xml') ? xlsxSheets(members) : odsSheets(members)
  return sheets.length > 0 ? sheets : undefined
}
