import { ALL_LENGTHS, byEnds } from '../model/accept'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { cellRule } from './rule'

/** What Excel and LibreOffice show for a formula that failed, in French and in English; hashes stand for a column too narrow. */
const ERROR =
  /^(?:#(?:REF|VALEUR|VALUE|DIV\/0|NOM|NAME|NOMBRE|NUM|NUL|NULL|PROPAGATION|SPILL|CALC|CHAMP|FIELD|CONNECT|BLOQU[ÉE]|BLOCKED|INCONNU|UNKNOWN|OCCUP[ÉE]|BUSY)\s?[!?]|#N\/[AD]|#GETTING_DATA|#{3,}|Err\s?:\s?5\d\d)$/i
/** Characters beyond which a text is not looked at: only a row of hashes could be as long. */
const LONGEST = 400

/** A formula that failed in the spreadsheet, published in place of its value. */
export const spreadsheetError = cellRule<{ text: string; isNarrow: boolean }>({
  id: 'spreadsheet-error',
  severity: 'error',
  preset: 'standard',
  concepts: ['spreadsheet-traps'],
  insteadOf: [
    'type-error',
    'enum',
    'pattern',
    'min-length',
    'max-length',
    'formula-injection',
    'undeclared-missing-value',
    'mixed-type-column',
    'malformed-siret',
    'edge-whitespace',
  ],
  concerns: signature.otherMark | signature.dateMark,

  check: () => ({
    accept: cannotBeError,
    test(text) {
      if (text.length > LONGEST) return undefined
      const shownError = text.trim()
      return ERROR.test(shownError) ? { text: shownError, isNarrow: shownError.startsWith('##') } : undefined
    },
  }),

  message: {
    fr: ({ text, isNarrow }) =>
      isNarrow
        ? `${shown.fr(text)} est ce qu’un tableur affiche dans une colonne trop étroite : la valeur n’est pas dans le fichier, élargissez la colonne à la source et refaites l’export.`
        : `${shown.fr(text)} est l’erreur d’une formule de tableur et non une donnée : corrigez la formule à la source, ou laissez la cellule vide si la valeur n’existe pas.`,
    en: ({ text, isNarrow }) =>
      isNarrow
        ? `${shown.en(text)} is what a spreadsheet shows in a column that is too narrow: the value is not in the file, so widen the column in the source and export it again.`
        : `${shown.en(text)} is the error of a spreadsheet formula and no data: mend the formula in the source, or leave the cell empty if there is no value.`,
  },
})

const HASH = 0x23
const CAPITAL_E = 0x45

/** An error begins with a hash or an E, or with a space before it. */
const cannotBeError = byEnds({
  first: byte => (byte > 0x20 && byte < 0x80 && byte !== HASH && (byte & ~0x20) !== CAPITAL_E ? 0 : ALL_LENGTHS),
})
