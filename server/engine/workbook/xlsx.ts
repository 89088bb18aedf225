import { builtInFormat, numberCell, type NumberFormat, numberFormat } from './number-format'
import { type Sheet, type SheetCell, type SheetDraft, sheetDraft } from './sheet'
import { readXml } from './xml'

type Members = ReadonlyMap<string, Uint8Array>

/** What the cells of all sheets refer to. */
interface Book {
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[]
  readonly epoch: 1900 | 1904
}

const PLAIN: NumberFormat = { moment: undefined, digits: 0 }

/** Columns of a sheet (ECMA-376 part 1, 18.18.62); a reference beyond them is none. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

/** The sheets of an Excel workbook (Office Open XML, ECMA-376), unpacked. */
export function xlsxSheets(members: Members): readonly Sheet[] {
  const targets = new Map<string, string>()
  readXml(members.get('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, memberOf(Target))
    },
  })
  let epoch: Book['epoch'] = 1900
  const declared: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = []
  readXml(members.get('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) epoch = 1904
      if (name !== 'sheet') return
      const { name: title = '', state } = attributes
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      declared.push({ name: title, id, isHidden: state === 'hidden' || state === 'veryHidden' })
    },
  })
  const book: Book = { strings: sharedStrings(members), formats: cellFormats(members), epoch }
  return declared.flatMap(({ name, id, isHidden }) => {
    const member = members.get(targets.get(id) ?? '')
    return member ? [sheetOf(member, sheetDraft(name, isHidden), book)] : []
  })
}

function memberOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

/** The texts that cells share; what only guides pronunciation is no text. */
function sharedStrings(members: Members): readonly string[] {
  const strings: string[] = []
  let isText = false
  let inPhonetic = false
  readXml(members.get('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') strings.push('')
      if (name === 'rPh') inPhonetic = true
      isText = name === 't' && !inPhonetic
    },
    text(text) {
      if (isText && strings.length > 0) strings[strings.length - 1] += text
    },
    close(name) {
      if (name === 'rPh') inPhonetic = false
      isText = false
    },
  })
  return strings.map(unescaped)
}

/** Excel writes characters that XML does not have as `_x0007_`, and a text that looks so with `_x005F_` in front. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

function cellFormats(members: Members): readonly NumberFormat[] {
  const codes = new Map<string, NumberFormat>()
  const formats: NumberFormat[] = []
  let inCellFormats = false
  readXml(members.get('xl/styles.xml'), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(numFmtId, numberFormat(formatCode))
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) formats.push(codes.get(numFmtId) ?? builtInFormat(Number(numFmtId)))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

function sheetOf(member: Uint8Array, sheet: SheetDraft, book: Book): Sheet {
  let row = -1
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let hasFormula = false
  let part = ''
  readXml(member, {
    open(name, attributes) {
      part = name
      if (name === 'row') {
        row = rowNumber(attributes['r']) ?? row + 1
        column = -1
        if (isTrue(attributes['hidden'])) sheet.hiddenRows++
      } else if (name === 'c') {
        column = columnNumber(attributes['r']) ?? column + 1
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
        hasFormula = false
      } else if (name === 'f') hasFormula = true
      else if (name === 'mergeCell') sheet.mergedRanges++
      else if (name === 'col' && isTrue(attributes['hidden']))
        sheet.hiddenColumns += Math.max(
          0,
          Math.min(MOST_COLUMNS, Number(attributes['max'])) - Number(attributes['min']) + 1,
        )
    },
    text(text) {
      if (part === 'v' || part === 't') value += text
    },
    close(name) {
      part = ''
      if (name !== 'c' || row < 0 || row >= MOST_ROWS || column < 0 || column >= MOST_COLUMNS) return
      if (value === '' && hasFormula) sheet.formulasWithoutValue++
      if (value !== '') (sheet.rows[row] ??= [])[column] = cellOf(type, value, book, book.formats[style] ?? PLAIN)
    },
  })
  return sheet
}

/** A cell by its type (18.18.11) and what stands in it. */
function cellOf(type: string, value: string, { strings, epoch }: Book, format: NumberFormat): SheetCell {
  switch (type) {
    case 's':
      return { kind: 'text', text: strings[Number(value)] ?? '' }
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescaped(value) }
    case 'b':
      return { kind: 'boolean', text: isTrue(value) ? 'true' : 'false' }
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: value.includes('T') ? 'datetime' : 'date', text: value }
    default:
      return numberCell(value, format, epoch)
  }
}

function rowNumber(reference: string | undefined): number | undefined {
  const number = Number(reference)
  return Number.isInteger(number) && number > 0 ? number - 1 : undefined
}

/** The column of a reference such as `AB12`, from 0. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
