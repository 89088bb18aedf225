import { labelIdentifier } from '../model/identifier'
import { areEnoughCodes, mayBePostal, type ShortCode, shortCode } from '../model/short-code'
import type { Sheet } from './sheet'

/** A column of codes. */
export interface CodeColumn {
  readonly label: string
  /** Whether a value is a code that lost its first zero. */
  readonly isShort: (text: string) => boolean
}

/** The columns of a sheet that hold codes, by their place: their labels say so, or their labels and values together. */
export function codeColumns(header: Sheet['rows'][number], rows: Sheet['rows']): ReadonlyMap<number, CodeColumn> {
  const labels = header.map(cell => (cell?.kind === 'text' ? cell.text.trim() : ''))
  const named = Array.from(labels, (label = '') => ({ label, field: undefined }))
  const found = new Map<number, CodeColumn>()
  for (const [column, { label }] of named.entries()) {
    const code = shortCode({ label, field: undefined })
    const isHeld = code !== undefined && mayBePostal({ label }, named) && holds(code, column, rows)
    if (isHeld || labelIdentifier(label) !== undefined)
      found.set(column, { label, isShort: text => isHeld && code.isShort(text) })
  }
  return found
}

function holds({ isShort, isWhole, needsWhole }: ShortCode, column: number, rows: Sheet['rows']): boolean {
  const counts = { short: 0, whole: 0, all: 0 }
  // Passes over the rows that are not there.
  rows.forEach(row => {
    const text = row[column]?.text ?? ''
    if (text === '') return
    counts.all++
    if (isShort(text)) counts.short++
    else if (isWhole(text)) counts.whole++
  })
  const { short, whole, all } = counts
  return all > 0 && areEnoughCodes(short + whole, all) && (whole > 0 || !needsWhole)
}
