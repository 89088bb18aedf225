import type { FaultOf } from '../model/fault'
import { shown } from '../model/shown'
import { splitRow } from '../model/split-row'
import { fileRule } from './rule'

type Facts = Pick<FaultOf<'delimiter-mismatch'>, 'told' | 'found' | 'cells' | 'by'> & {
  /** The labels, once the header is split. */
  readonly labels: readonly string[]
}

/** A file told to use one delimiter whose rows use another: read as told, it has not the right columns. */
export const delimiterMismatch = fileRule<Facts, 'delimiter-mismatch'>({
  id: 'delimiter-mismatch',
  severity: 'warning',
  preset: 'standard',
  concepts: ['delimiter-and-decimal'],
  insteadOf: [
    'missing-cell',
    'extra-cell',
    'missing-header',
    'preamble-row',
    'missing-label',
    'extra-label',
    'misspelt-label',
    'moved-label',
    'blank-label',
    'stand-in-label',
    'duplicate-label',
    'label-style',
    'trailing-empty-column',
    'row-delimiter',
    'shifted-row',
    'stray-quote',
    'unclosed-quote',
  ],
  // The rows are read as they are meant.
  isCause: ({ by }) => by !== 'rare',
  fault: 'delimiter-mismatch',

  find({ told, found, cells, by }, { table }) {
    const row = by === 'header' ? table.headerRow : undefined
    const labels = by === 'header' ? splitRow(table.labels[0] ?? '', told) : []
    // Without a place it speaks of the whole file, and instead of all that comes from it.
    return { ...(row === undefined ? {} : { row }), facts: { told, found, cells, by, labels } }
  },

  message: {
    fr({ told, found, cells, by, labels }) {
      if (by === 'rare')
        return `Les colonnes sont séparées par ${name('fr', found)} : les tableurs et bien des outils n’essaient que la virgule, le point-virgule et la tabulation, écrivez le fichier avec l’un d’eux, ou déclarez ce séparateur dans ses métadonnées.`
      if (by === 'header')
        return `L’en-tête sépare les noms des colonnes par ${name('fr', told)} et les lignes leurs valeurs par ${name('fr', found)} : un logiciel ne voit qu’une colonne, ${shown.fr(labels.join(told))}, écrivez l’en-tête comme les lignes.`
      if (by === 'quotes')
        return `Chaque ligne est entre guillemets d’un bout à l’autre : un logiciel n’y voit qu’une colonne au lieu de ${cells}, retirez les guillemets du début et de la fin de chaque ligne et réduisez à un seul ceux qui sont doublés.`
      if (by === 'separator-line')
        return `La ligne « sep= » annonce ${name('fr', told)}, mais les lignes séparent leurs ${cells} cellules par ${name('fr', found)} : lu ainsi, le fichier n’a pas les bonnes colonnes, corrigez ou retirez cette ligne.`
      return `Le séparateur indiqué est ${name('fr', told)}, mais les lignes séparent leurs ${cells} cellules par ${name('fr', found)} : lu ainsi, le fichier n’a pas les bonnes colonnes, indiquez l’autre ou laissez-le reconnaître.`
    },
    en({ told, found, cells, by, labels }) {
      if (by === 'rare')
        return `The columns are parted by ${name('en', found)}: spreadsheets and many tools try the comma, the semicolon and the tab only, so write the file with one of these, or declare this delimiter in its metadata.`
      if (by === 'header')
        return `The header parts the names of the columns by ${name('en', told)} and the rows their values by ${name('en', found)}: software sees a single column, ${shown.en(labels.join(told))}, so write the header as the rows are.`
      if (by === 'quotes')
        return `Each row stands between quote marks from end to end: software sees one column there instead of ${cells}, so remove the quote marks at both ends of each row and make one of those that are doubled.`
      if (by === 'separator-line')
        return `The line “sep=” announces ${name('en', told)}, but the rows part their ${cells} cells by ${name('en', found)}: read so, the file has not the right columns, so correct or remove that line.`
      return `The delimiter that was given is ${name('en', told)}, but the rows part their ${cells} cells by ${name('en', found)}: read so, the file has not the right columns, so give the other one or let it be recognised.`
    },
  },

  fix: ({ by, labels }, { row }) =>
    by === 'header' && row !== undefined ? [{ set: 'row', row, values: labels }] : undefined,
})

const NAMES: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: { ';': 'le point-virgule', ',': 'la virgule', '\t': 'la tabulation', '|': 'la barre verticale', ' ': 'l’espace' },
  en: { ';': 'the semicolon', ',': 'the comma', '\t': 'the tab', '|': 'the vertical bar', ' ': 'the space' },
}

function name(language: 'fr' | 'en', delimiter: string): string {
  return NAMES[language][delimiter] ?? shown[language](delimiter)
}
