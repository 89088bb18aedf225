import { delimiterOf } from '../model/delimiter'
import { splitRow } from '../model/row-text'
import { rowRule } from './rule'

const USUAL = [';', ',', '\t', '|'] as const
type Usual = (typeof USUAL)[number]

/** A row that another delimiter splits into the right number of cells. */
export const rowDelimiter = rowRule<{ delimiter: Usual; values: readonly string[] }>({
  id: 'row-delimiter',
  severity: 'error',
  preset: 'standard',
  concepts: ['delimiter-and-decimal'],
  frictionless: 'source-error',
  schema: true,
  insteadOf: ['missing-cell', 'required', 'type-error', 'enum', 'pattern', 'min-length', 'max-length'],
  when: 'ragged',

  check({ table }) {
    const { columnCount } = table
    if (columnCount < 2) return undefined
    let own: string | undefined
    return row => {
      const [text] = row.cells
      if (row.width !== 1 || text === undefined) return undefined
      own ??= delimiterOf(table)
      for (const delimiter of USUAL) {
        if (delimiter === own || !text.includes(delimiter)) continue
        const values = splitRow(text, delimiter)
        if (values.length === columnCount) return { facts: { delimiter, values } }
      }
      return undefined
    }
  },

  message: {
    fr: ({ delimiter, values }) =>
      `Cette ligne sépare ses ${values.length} valeurs par ${NAMES[delimiter].fr}, comme aucune autre ligne du fichier : elle se lit comme une seule cellule.`,
    en: ({ delimiter, values }) =>
      `This row separates its ${values.length} values by ${NAMES[delimiter].en}, as no other row of the file does: it reads as a single cell.`,
  },

  fix: ({ values }, { row }) => (row === undefined ? undefined : [{ set: 'row', row, values }]),
})

const NAMES: Readonly<Record<Usual, { readonly fr: string; readonly en: string }>> = {
  ';': { fr: 'des points-virgules', en: 'semicolons' },
  ',': { fr: 'des virgules', en: 'commas' },
  '\t': { fr: 'des tabulations', en: 'tabs' },
  '|': { fr: 'des barres verticales', en: 'vertical bars' },
}
