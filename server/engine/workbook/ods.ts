import { plainDecimal } from './number-format'
import { type Sheet, type SheetCell, type SheetDraft, sheetDraft } from './sheet'
import { readXml } from './xml'

type Attributes = Readonly<Record<string, string>>

/** Rows and columns that a sheet can have (LibreOffice); a repetition up to them fills a sheet with nothing. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

/** The sheets of an OpenDocument spreadsheet (ISO/IEC 26300, OpenDocument 1.3 part 3, section 9), unpacked. */
export function odsSheets(members: ReadonlyMap<string, Uint8Array>): readonly Sheet[] {
  const sheets: Sheet[] = []
  const hiddenStyles = new Set<string>()
  let style = ''
  let sheet: SheetDraft | undefined
  let row: (SheetCell | undefined)[] = []
  let rowCount = 1
  let at = 0
  let cell: Attributes = {}
  let text: string | undefined
  let depth = 0
  let nextRow = 0
  readXml(members.get('content.xml'), {
    open(name, attributes) {
      if (depth > 0) {
        // Notes and drawings stand inside a cell and are no part of its value.
        if (name === 'annotation' || name === 'shape' || name === 'frame') depth++
        else if (depth === 1 && name === 'p') text = text === undefined ? '' : `${text}\n`
        else if (depth === 1 && name === 's') text += ' '.repeat(count(attributes['text:c'], 1_000))
        else if (depth === 1 && name === 'tab') text += '\t'
        else if (depth === 1 && name === 'line-break') text += '\n'
        return
      }
      if (name === 'style') style = attributes['style:name'] ?? ''
      else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style)
      else if (name === 'table') {
        sheet = sheetDraft(attributes['table:name'] ?? '', hiddenStyles.has(attributes['table:style-name'] ?? ''))
        sheets.push(sheet)
        nextRow = 0
      } else if (name === 'table-column' && sheet && isHidden(attributes))
        sheet.hiddenColumns += count(attributes['table:number-columns-repeated'], MOST_COLUMNS)
      else if (name === 'table-row') {
        row = []
        at = 0
        rowCount = count(attributes['table:number-rows-repeated'], MOST_ROWS)
        if (sheet && isHidden(attributes)) sheet.hiddenRows += rowCount
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cell = attributes
        text = undefined
        depth = 1
        const spans = ['table:number-columns-spanned', 'table:number-rows-spanned'].map(key =>
          Number(attributes[key] ?? 1),
        )
        if (sheet && spans.some(span => span > 1)) sheet.mergedRanges++
      }
    },
    text(part) {
      if (depth === 1 && text !== undefined) text += part
    },
    close(name) {
      if (depth > 1) {
        if (name === 'annotation' || name === 'shape' || name === 'frame') depth--
        return
      }
      if (name === 'table-cell' || name === 'covered-table-cell') {
        depth = 0
        const read = cellOf(cell, text)
        const times = count(cell['table:number-columns-repeated'], MOST_COLUMNS - at)
        if (read) for (let i = 0; i < times; i++) row[at + i] = read
        else if (cell['table:formula'] !== undefined && sheet) sheet.formulasWithoutValue++
        at += times
      } else if (name === 'table-row' && sheet) {
        const from = nextRow
        nextRow = Math.min(MOST_ROWS, from + rowCount)
        // A run of empty rows only moves on.
        if (row.length > 0) sheet.rows.length = nextRow
        if (row.length > 0) sheet.rows.fill(row, from)
      } else if (name === 'table') sheet = undefined
    },
  })
  return sheets
}

/** The value of a cell by its type (19.385), never the text that its format shows. */
function cellOf(attributes: Attributes, text: string | undefined): SheetCell | undefined {
  const value = attributes['office:value']
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(value)
      if (value === undefined || !Number.isFinite(number)) break
      const written = plainDecimal(number)
      const digits = /^\d+$/.exec(text ?? '')?.[0].length ?? 0
      return /^\d+$/.test(written) && digits > written.length
        ? { kind: 'number', text: written, padded: true }
        : { kind: 'number', text: written }
    }
    case 'boolean':
      return { kind: 'boolean', text: attributes['office:boolean-value'] === 'true' ? 'true' : 'false' }
    case 'date': {
      const date = attributes['office:date-value'] ?? ''
      return { kind: date.includes('T') ? 'datetime' : 'date', text: date }
    }
    case 'time':
      return { kind: 'time', text: clock(attributes['office:time-value'] ?? '') }
  }
  if (text === undefined || text === '') return undefined
  return isError(text) && attributes['table:formula'] !== undefined ? { kind: 'error', text } : { kind: 'text', text }
}

function isError(text: string): boolean {
  return /^(?:#\S+[!?/]?\S*|Err:\d+)$/.test(text)
}

/** A duration such as `PT08H30M00S` as hours, minutes and seconds. */
function clock(duration: string): string {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(duration)
  if (!parts) return duration
  return parts
    .slice(1)
    .map(part => (part ?? '0').padStart(2, '0'))
    .join(':')
}

function isHidden(attributes: Attributes): boolean {
  return attributes['table:visibility'] === 'collapse' || attributes['table:visibility'] === 'filter'
}

function count(written: string | undefined, most: number): number {
  const number = Number(written ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1
}
