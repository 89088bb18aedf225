import type { Language } from '../model/language'
import { putIn } from '../model/put-in'
import type { Sheet, SheetCell } from './sheet'
import type { Written } from './written'

/** What a workbook no longer holds, or holds without showing it. `cell`: the first such cell, as a spreadsheet names it. */
export type Loss =
  | {
      readonly kind: 'digits' | 'zeros' | 'error'
      readonly count: number
      readonly cell: string
      readonly text: string
    }
  | {
      readonly kind: 'codes'
      readonly label: string
      readonly count: number
      readonly cell: string
      readonly text: string
    }
  | { readonly kind: 'merged' | 'formula' | 'rows' | 'columns' | 'left-out'; readonly count: number }
  | { readonly kind: 'hidden-sheet' }

/** Digits that a spreadsheet keeps of a number (ECMA-376 takes over IEEE 754 doubles; Excel writes 15). */
const KEPT_DIGITS = 15

/** What was lost in a sheet before anybody converted it, and what nobody saw there. */
export function lossesOf(sheet: Sheet, { firstRow, rowCount, rowsLeftOut, codes }: Written): readonly Loss[] {
  const digits: Spot[] = []
  const zeros: Spot[] = []
  const errors: Spot[] = []
  const short = new Map<number, Spot[]>()
  sheet.rows.slice(firstRow, firstRow + rowCount).forEach((row, index) =>
    row.forEach((cell, column) => {
      if (!cell) return
      const spot = { row: firstRow + index, column, text: cell.text }
      const spots = cell.padded ? zeros : isRounded(cell) ? digits : cell.kind === 'error' ? errors : undefined
      if (spots) spots.push(spot)
      else if (codes.get(column)?.isShort(cell.text)) putIn(short, column, spot)
    }),
  )
  return [
    ...spotted('digits', digits),
    ...spotted('zeros', zeros),
    ...[...short].flatMap(([column, spots]) =>
      spotted('codes', spots).map(loss => ({ ...loss, label: codes.get(column)!.label })),
    ),
    ...spotted('error', errors),
    ...counted('formula', sheet.formulasWithoutValue),
    ...counted('merged', sheet.mergedRanges),
    ...(sheet.isHidden ? [{ kind: 'hidden-sheet' } as const] : []),
    ...counted('rows', sheet.hiddenRows),
    ...counted('columns', sheet.hiddenColumns),
    ...counted('left-out', rowsLeftOut),
  ]
}

/** One sentence about a loss, in the reader's language. */
export function lossInWords(loss: Loss, language: Language): string {
  return language === 'fr' ? french(loss) : english(loss)
}

interface Spot {
  readonly row: number
  readonly column: number
  readonly text: string
}

function isRounded({ kind, text }: SheetCell): boolean {
  return kind === 'number' && /^-?\d+$/.test(text) && text.replace('-', '').length > KEPT_DIGITS
}

function counted(kind: 'merged' | 'formula' | 'rows' | 'columns' | 'left-out', count: number): Loss[] {
  return count > 0 ? [{ kind, count }] : []
}

function spotted<Kind extends 'digits' | 'zeros' | 'codes' | 'error'>(kind: Kind, spots: readonly Spot[]) {
  const [first] = spots
  return first ? [{ kind, count: spots.length, cell: reference(first), text: first.text }] : []
}

/** A place as a spreadsheet writes it: `C12`. */
function reference({ row, column }: Spot): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

function french(loss: Loss): string {
  if (loss.kind === 'hidden-sheet') return 'La feuille était masquée : vérifiez qu’elle peut être publiée.'
  const { count } = loss
  switch (loss.kind) {
    case 'digits':
      return `${count === 1 ? 'Un nombre a' : `${count} nombres ont`} plus de 15 chiffres (d’abord ${loss.cell}, « ${loss.text} ») : le tableur n’en garde que 15, les derniers sont perdus, et seule la source, rouverte avec la colonne au format texte, peut les rendre.`
    case 'zeros':
      return `${count === 1 ? 'Une cellule affiche' : `${count} cellules affichent`} des zéros que sa valeur n’a pas (d’abord ${loss.cell}, « ${loss.text} ») : si c’est un code, repartez de la source avec la colonne au format texte.`
    case 'codes':
      return count === 1
        ? `Un code de la colonne « ${loss.label} » a sans doute perdu son premier zéro (${loss.cell}, « ${loss.text} ») : le tableur l’a pris pour un nombre, repartez de la source avec la colonne au format texte.`
        : `${count} codes de la colonne « ${loss.label} » ont sans doute perdu leur premier zéro (d’abord ${loss.cell}, « ${loss.text} ») : le tableur les a pris pour des nombres, repartez de la source avec la colonne au format texte.`
    case 'error':
      return `${count === 1 ? 'Une formule n’a donné' : `${count} formules n’ont donné`} qu’une erreur (d’abord ${loss.cell}, « ${loss.text} ») : corrigez-la dans le classeur, puis convertissez de nouveau.`
    case 'formula':
      return `${count === 1 ? 'Une formule est' : `${count} formules sont`} sans résultat enregistré, donc vide${count === 1 ? '' : 's'} ici : rouvrez le classeur dans le tableur, enregistrez-le, puis convertissez de nouveau.`
    case 'merged':
      return `${count === 1 ? 'Un groupe de cellules fusionnées n’a' : `${count} groupes de cellules fusionnées n’ont`} de valeur que dans la première : recopiez-la dans les autres si elle vaut pour elles.`
    case 'rows':
      return `${count === 1 ? 'Une ligne masquée est écrite' : `${count} lignes masquées sont écrites`} comme les autres : vérifiez qu’on peut publier ce qu’on n’y voyait pas.`
    case 'columns':
      return `${count === 1 ? 'Une colonne masquée est écrite' : `${count} colonnes masquées sont écrites`} comme les autres : vérifiez qu’on peut publier ce qu’on n’y voyait pas.`
    case 'left-out':
      return `La feuille est trop grande : ses ${count} dernières lignes ne sont pas écrites.`
  }
}

function english(loss: Loss): string {
  if (loss.kind === 'hidden-sheet') return 'The sheet was hidden: make sure that it may be published.'
  const { count } = loss
  switch (loss.kind) {
    case 'digits':
      return `${count === 1 ? 'One number has' : `${count} numbers have`} more than 15 digits (first ${loss.cell}, “${loss.text}”): a spreadsheet keeps only 15, the last ones are lost, and only the source, opened again with the column as text, can bring them back.`
    case 'zeros':
      return `${count === 1 ? 'One cell shows' : `${count} cells show`} zeros that the value does not have (first ${loss.cell}, “${loss.text}”): if it is a code, go back to the source with the column as text.`
    case 'codes':
      return count === 1
        ? `One code of the column “${loss.label}” has most likely lost its first zero (${loss.cell}, “${loss.text}”): the spreadsheet took it for a number, so go back to the source with the column as text.`
        : `${count} codes of the column “${loss.label}” have most likely lost their first zero (first ${loss.cell}, “${loss.text}”): the spreadsheet took them for numbers, so go back to the source with the column as text.`
    case 'error':
      return `${count === 1 ? 'One formula gave' : `${count} formulas gave`} nothing but an error (first ${loss.cell}, “${loss.text}”): mend it in the workbook, then convert again.`
    case 'formula':
      return `${count === 1 ? 'One formula has' : `${count} formulas have`} no stored result and so nothing stands here: open the workbook in the spreadsheet, save it, then convert again.`
    case 'merged':
      return `${count === 1 ? 'One group of merged cells has its' : `${count} groups of merged cells have their`} value in the first cell only: copy it into the others if it holds for them.`
    case 'rows':
      return `${count === 1 ? 'One hidden row is' : `${count} hidden rows are`} written like the others: make sure that what nobody saw may be published.`
    case 'columns':
      return `${count === 1 ? 'One hidden column is' : `${count} hidden columns are`} written like the others: make sure that what nobody saw may be published.`
    case 'left-out':
      return `The sheet is too large: its last ${count} rows are not written.`
  }
}
