import type { Accept } from '../model/accept'
import { counted } from '../model/counted'
import type { Field } from '../model/field'
import { decimalMark, groupMark, holdsQuantities, isTold, markUse, type MarkUse } from '../model/quantity'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import {
  areWrittenNumbers,
  isPlainNumber,
  plainNumber,
  type WrittenNumber,
  writtenNumbers,
} from '../model/written-number'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** How software reads it, the likeliest first; several when a mark may be decimal. */
  readonly fixed: readonly string[]
  readonly isSafe: boolean
  /** True where software reads decimals, and only the other numbers tell that they are none. */
  readonly isSmall: boolean
  /** What the first values tell of its mark, where there are several readings. */
  readonly use: MarkUse | undefined
}

/** Digits grouped by three, which people read with ease and software takes for a text or for a smaller number. */
export const thousandsSeparator = cellRule<Facts>({
  id: 'thousands-separator',
  severity: 'warning',
  preset: 'standard',
  concepts: ['delimiter-and-decimal'],
  insteadOf: ['type-error', 'invisible-character', 'decimal-comma', 'mixed-type-column', 'edge-whitespace'],
  concerns: signature.space | signature.nonAscii | signature.comma | signature.dateMark | signature.otherMark,

  check(column) {
    if (!holdsQuantities(column, areWrittenNumbers)) return undefined
    const { field } = column
    const grouping = groupMark(column)
    return {
      accept: field ? (field.accept ?? NEVER) : grouping ? NEVER : isPlainNumber,
      test(text) {
        const isMeant = ({ groups }: WrittenNumber) => groups !== 'none' || !grouping || !text.includes(grouping)
        const readings = writtenNumbers(text.trim()).filter(isMeant)
        if (!readings.some(({ groups }) => groups !== 'none') || field?.read(text) !== undefined) return undefined
        const mark = decimalMark(column)
        const isAmbiguous = readings.length > 1
        // 1,250 where a point is expected is for `decimal-comma` to tell; without a schema nobody says what 1.250 is.
        if (isAmbiguous && (!field || (field.type === 'number' && mark !== ',' && text.includes(',')))) return undefined
        const fixed = readings.toReversed().flatMap(number => spelt(number, mark, field))
        const isSafe = readings.every(number => number.groups === 'space' && fixed[0] === plainNumber(number, mark))
        return {
          text,
          fixed,
          isSafe: isSafe && field !== undefined,
          isSmall: grouping !== undefined && isPlain(text),
          use: fixed.length > 1 ? markUse(column, text.includes(',') ? ',' : '.') : undefined,
        }
      },
    }
  },

  message: {
    fr({ text, fixed: [number, other], isSmall, use }) {
      if (number === undefined)
        return `${shown.fr(text)} a des chiffres groupés par milliers : écrivez ce nombre d’un seul tenant, car un logiciel y lit un texte.`
      if (use && isTold(use))
        return `${shown.fr(text)} peut se lire ${number} ou ${other} : parmi les premières valeurs de la colonne, la même marque sépare les milliers dans ${counted(use.groups, 'fr')} et les décimales dans ${counted(use.decimals, 'fr')}, mais seul l’auteur des données peut trancher.`
      if (use)
        return `${shown.fr(text)} peut se lire ${number} ou ${other} : seul l’auteur des données sait si la marque sépare les milliers ou les décimales, car aucune des premières valeurs de la colonne ne le dit.`
      if (isSmall)
        return `${shown.fr(text)} est un nombre entier dont les chiffres sont groupés par milliers, comme le montre le reste de la colonne : la plupart des outils y lisent des décimales, donc mille fois moins, écrivez ${number}.`
      return `${shown.fr(text)} a des chiffres groupés par milliers : la plupart des outils y lisent un texte, écrivez ce nombre d’un seul tenant, ${number}.`
    },
    en({ text, fixed: [number, other], isSmall, use }) {
      if (number === undefined)
        return `${shown.en(text)} has digits grouped by thousands: write the number in one piece, since software reads a text in it.`
      if (use && isTold(use))
        return `${shown.en(text)} may mean ${number} or ${other}: of the first values of the column, ${counted(use.groups, 'en')} have the same mark between thousands and ${counted(use.decimals, 'en')} before decimals, but only the author of the data can tell.`
      if (use)
        return `${shown.en(text)} may mean ${number} or ${other}: only the author of the data knows whether the mark separates thousands or decimals, since none of the first values of the column says it.`
      if (isSmall)
        return `${shown.en(text)} is a whole number whose digits are grouped by thousands, as the rest of the column shows: most tools read decimals in it, so a thousandth of it; write ${number}.`
      return `${shown.en(text)} has digits grouped by thousands: most tools read a text in it, so write the number in one piece, ${number}.`
    },
  },

  fix: (_text, { fixed }) => (fixed.length === 1 ? fixed[0] : fixed),
  safe: ({ isSafe }) => isSafe,
})

/** One mark between digits, which software takes for that of decimals. */
function isPlain(text: string): boolean {
  return /^[+-]?\d+[.,]\d+$/.test(text.trim())
}

const NEVER: Accept = () => false

/** The number as the field reads it; a whole number for one that wants it, when its decimals are zeros. */
function spelt(number: WrittenNumber, mark: string, field: Field | undefined): readonly string[] {
  const plain = plainNumber(number, mark)
  if (!field || field.read(plain) !== undefined) return [plain]
  return /^0+$/.test(number.decimals ?? '') && field.read(number.whole) !== undefined ? [number.whole] : []
}
