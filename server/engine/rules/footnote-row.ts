import { shown } from '../model/shown'
import type { Table } from '../model/table'
import { type Row, rowRule } from './rule'
import { saidOfData } from './said-of-values'

/** A note below the table, which tools read as one more row, nearly all of whose values are missing. */
export const footnoteRow = rowRule<{ readonly note: string }>({
  id: 'footnote-row',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['spreadsheet-traps'],
  insteadOf: ['missing-cell', 'extra-cell', 'row-delimiter', 'shifted-row', 'preamble-row', ...saidOfData],
  when: ['sparse', 'ragged'],
  around: 6,

  check({ table }) {
    if (table.columnCount < 2) return undefined
    return row => {
      const filled = row.cells.map(cell => cell.trim()).filter(cell => cell !== '')
      const [note] = filled
      if (note === undefined || 2 * filled.length > table.columnCount) return undefined
      if (MARKED.test(note) && /\p{L}{2}/u.test(note)) return { facts: { note } }
      const isAlone = filled.length === 1 && [SENTENCE, REMARK, DATED_REMARK, COUNT].some(form => form.test(note))
      return isAlone && !endsCell(table, row) && isAtTheEnd(table, row.index) ? { facts: { note } } : undefined
    }
  },

  message: {
    fr: ({ note }) =>
      `${shown.fr(note)} est une note et non une ligne du tableau : un logiciel y lit un élément de plus, dont presque toutes les valeurs manquent, gardez-la dans la description du jeu de données.`,
    en: ({ note }) =>
      `${shown.en(note)} is a note and not a row of the table: software reads one more item in it, nearly all of whose values are missing, so keep it in the description of the dataset.`,
  },

  fix: (_facts, { row }) => (row === undefined ? undefined : [{ remove: 'rows', row, count: 1 }]),
})

/** A mark that calls a note, or the word that opens one. */
const MARKED =
  /^(?:\*|†|‡|[¹²³]|\(\*+\)|[([]\d{1,2}[)\]]|(?:sources?|notes?|nota|nota bene|n\.?b\.?|lecture|champ|remarques?|avertissement|légende|précisions?|mise à jour|mis à jour le|dernière mise à jour|last updated?|reading)(?:\s*\d{1,2})?\s*(?::|\s-\s|\s–\s))/iu

/** Four words or more that begin as a sentence and end as one. */
const SENTENCE = /^[\p{Lu}\d(«“"]\S*(?:\s+\S+){3,}[.!?…][)»”"]?$/u

/** Three words or more, of which the first speaks of the table. */
const REMARK =
  /^(?:données|chiffres|montants|valeurs|effectifs|ce tableau|ce fichier|data|figures|amounts|values|this table|this file)(?:\s+\S+){2,}$/iu

/** The same where the first word begins names as well: then a number, a colon or a full stop tells the remark. */
const DATED_REMARK =
  /^(?=.*[\d:]|.*\.$)(?:extraction|extrait|export|édité|imprimé|généré|arrêté|actualisé|mise? à jour|hors|selon|d['’]après|voir|cf\.?|extracted|exported|generated|printed|updated|excluding|according to|see)(?:\s+\S+){2,}$/iu

/** What a database says of its answer: “(19 rows affected)”. */
const COUNT =
  /^\(?\d+\s+(?:rows?|lignes?|records?|enregistrements?|résultats?|results?)(?:\(s\))?(?:\s+(?:affected|selected|returned|affectées?|sélectionnées?|retournées?|renvoyées?|exportées?|trouvées?|trouvés?)(?:\(s\))?)?\)?\.?$/iu

/** Rows that may stand below a note: more notes and blank rows. */
const REST = 5

/** Whether nothing but notes and blank rows follow. */
function isAtTheEnd(table: Table, row: number): boolean {
  for (let below = row + 1; below <= row + REST; below++) {
    const width = table.width(below)
    if (width === 0) return true
    if (filledCells(table, below, width) > 1) return false
  }
  return table.width(row + REST + 1) === 0
}

/** Cells in which something stands; two stand for more. */
function filledCells(table: Table, row: number, width: number): number {
  let filled = 0
  for (let column = 0; column < width && filled < 2; column++) if (table.text(row, column)?.trim()) filled++
  return filled
}

/** A row of one cell may be the rest of the one above, which a line break cut in two. */
function endsCell(table: Table, { index, width }: Row): boolean {
  if (width >= table.columnCount || index === table.firstDataRow) return false
  const before = table.width(index - 1)
  return before < table.columnCount && filledCells(table, index - 1, before) > 0
}
