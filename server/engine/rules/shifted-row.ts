import { delimiterOf } from '../model/delimiter'
import { likeColumn } from '../model/shape'
import { shown } from '../model/shown'
import { type Slide, slideOf } from '../model/slide'
import type { Described } from '../model/table'
import { type Row, rowRule } from './rule'

interface Facts {
  readonly by: 1 | -1
  /** The first value that is not under its label. */
  readonly value: string
  /** The row with its values back in their columns, when that is sure. */
  readonly values: readonly string[] | undefined
}

/** A row whose values stand one column away from their own. */
export const shiftedRow = rowRule<Facts>({
  id: 'shifted-row',
  severity: 'error',
  preset: 'standard',
  concepts: ['csv-format'],
  schema: true,
  insteadOf: [
    'missing-cell',
    'extra-cell',
    'type-error',
    'required',
    'enum',
    'pattern',
    'minimum',
    'maximum',
    'exclusive-minimum',
    'exclusive-maximum',
    'min-length',
    'max-length',
    'local-date',
    'decimal-comma',
    'scientific-notation',
    'malformed-siret',
    'siret-spelling',
  ],
  when: 'suspect',

  check(described) {
    let likes: ReturnType<typeof likeColumn>[] | undefined
    return row => {
      if (Math.abs(row.width - described.columns.length) > 1) return undefined
      likes ??= described.columns.map(likeColumn)
      const slide = slideOf(row.cells, likes)
      if (!slide) return undefined
      const { at, by } = slide
      const value = row.cells.slice(by === 1 ? at + 1 : at).find(cell => cell !== '') ?? ''
      return { column: at, facts: { by, value, values: slide.isSure ? putBack(described, row, slide) : undefined } }
    }
  },

  message: {
    fr: ({ by, value }) =>
      `À partir de ${shown.fr(value)}, les valeurs de cette ligne ont glissé d’une colonne vers ${by === 1 ? 'la droite' : 'la gauche'} : elles ne sont plus sous leur en-tête, et seront prises pour d’autres.`,
    en: ({ by, value }) =>
      `From ${shown.en(value)} on, the values of this row have slid one column to the ${by === 1 ? 'right' : 'left'}: they no longer stand under their label, and will be taken for others.`,
  },

  fix: ({ values }, { row }) => (values === undefined || row === undefined ? undefined : [{ set: 'row', row, values }]),
})

function putBack({ table, columns }: Described, { cells }: Row, { at, by }: Slide): readonly string[] | undefined {
  if (by === -1) return cells.toSpliced(at, 0, '').slice(0, columns.length)
  if (cells[at] === '') return [...cells.toSpliced(at, 1), ''].slice(0, columns.length)
  const delimiter = delimiterOf(table)
  return delimiter === undefined ? undefined : cells.toSpliced(at - 1, 2, cells[at - 1]! + delimiter + cells[at]!)
}
