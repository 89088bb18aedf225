import type { DataRow } from '../model/data-row'
import { dataRows } from '../model/data-rows'
import { mostlyOf } from '../model/lesson'
import { shown } from '../model/shown'
import { wordsOf } from '../model/identifier'
import { placeColumn } from '../model/place-column'
import type { Column, Table } from '../model/table'
import { tableRule } from './rule'
import { sameCategory } from './same-category'

/** Rows that show whether a code has one label, and those that are read once one was found that has not. */
const FIRST = 1_000
const ROWS = 20_000
/** Rows of a code from which its label is believed, and the share of them that must agree. */
const LEAST = 5
const AGREED = 0.8
/** Share of all rows that may disagree: beyond it the label depends on more than the code. */
const FEW = 0.05

interface Facts {
  readonly code: string
  readonly text: string
  readonly usual: string
}

/** A code that has another label than in nearly all other rows. */
export const codeLabelMismatch = tableRule<Facts>({
  id: 'code-label-mismatch',
  severity: 'warning',
  preset: 'standard',
  concepts: ['consistency', 'code-list'],
  reads: { whenFound: ROWS },

  *check({ columns, table }) {
    for (const { code, label } of pairsOf(columns)) {
      const usual = usualLabels(table, code, label)
      if (!usual) continue
      for (const row of dataRows(table, ROWS)) {
        const key = textOf(row, code)
        const other = usual.get(key)
        if (other === undefined || row.text(label.index) === other) continue
        const text = textOf(row, label)
        if (text !== '' && isOther(text, other))
          yield { row: row.index, column: label.index, value: text, facts: { code: key, text, usual: other } }
      }
    }
  },

  message: {
    fr: ({ code, text, usual }) =>
      `Le code ${shown.fr(code)} va ici avec ${shown.fr(text)} et presque partout ailleurs avec ${shown.fr(usual)} : l’un des deux est faux, et un regroupement par code ou par libellé ne donnerait pas le même résultat.`,
    en: ({ code, text, usual }) =>
      `The code ${shown.en(code)} goes with ${shown.en(text)} here and with ${shown.en(usual)} nearly everywhere else: one of the two is wrong, and grouping by code or by label would not give the same result.`,
  },

  fix: ({ usual }, { row, column }) =>
    row === undefined || column === undefined ? undefined : [{ set: 'cell', row, column, value: usual }],
})

interface Pair {
  readonly code: Column
  readonly label: Column
}

/** Columns that name the same thing by a code and in words. */
function pairsOf(columns: readonly Column[]): readonly Pair[] {
  const codes = codesOf(columns)
  return columns.flatMap(label => {
    const { field } = label
    if (wordsOf(label).some(word => CODE.test(word))) return []
    if (field?.constraints.enum || (field && field.type !== 'string')) return []
    const code = codeOf(label, { columns, codes })
    // That a commune has its own name is a matter of the official lists.
    return code && !placeColumn(code) ? [{ code, label }] : []
  })
}

/** The only column of codes of each subject; `several` where there are others. */
function codesOf(columns: readonly Column[]): ReadonlyMap<string, Column | 'several'> {
  const codes = new Map<string, Column | 'several'>()
  for (const column of columns) {
    if (!isCode(column)) continue
    const subject = subjectOf(column)
    codes.set(subject, codes.has(subject) ? 'several' : column)
  }
  return codes
}

interface Among {
  readonly columns: readonly Column[]
  readonly codes: ReturnType<typeof codesOf>
}

/** The column of the codes that a column puts in words: of the same subject, or the one before where it says no more than “libellé”. */
function codeOf(label: Column, { columns, codes }: Among): Column | undefined {
  const isNamed = wordsOf(label).some(word => LABEL.test(word))
  const subject = subjectOf(label)
  if (subject === '') {
    const before = columns[label.index - 1]
    return isNamed && before && wordsOf(before).some(word => CHART.test(word)) ? before : undefined
  }
  const code = codes.get(subject)
  if (!code || code === 'several') return undefined
  const isKnown = isNamed || (wordsOf(code).some(word => SURE.test(word)) && label.learn(areWords))
  return isKnown ? code : undefined
}

function isCode(column: Column): boolean {
  const words = wordsOf(column)
  return !words.some(word => LABEL.test(word)) && words.some(word => CODE.test(word))
}

function subjectOf(column: Column): string {
  return wordsOf(column)
    .filter(word => !LABEL.test(word) && !CODE.test(word) && !/^(?:de|du|des|d|la|le|les|l)$/.test(word))
    .map(word => word.replace(/s$/, ''))
    .join(' ')
}

const LABEL = /^(?:libelles?|lib|noms?|intitules?|label|name|designation|denomination)$/
const CODE = /^(?:codes?|cod|id|identifiant|num|numero|siret|siren|rna|uai|finess|ref|reference|key)$/

/** Words of codes that are nothing else, unlike the number of a house. */
const SURE = /^(?:codes?|cod|siret|siren|rna|uai|finess)$/
/** Words of what a chart of accounts numbers. */
const CHART = /^(?:articles?|comptes?|natures?|chapitres?|fonctions?|rubriques?|codes?)$/

const areWords = mostlyOf(0.8, value => /\p{L}{2}/u.test(value))

function textOf(row: DataRow, { index }: Column): string {
  return row.text(index)?.trim() ?? ''
}

/** The label that each code nearly always has in the first rows; undefined when none, or too many, have another there. */
function usualLabels(table: Table, code: Column, label: Column): ReadonlyMap<string, string> | undefined {
  const known = new Map<string, Map<string, number>>()
  let rows = 0
  for (const row of dataRows(table, FIRST)) {
    const [key, text] = [textOf(row, code), textOf(row, label)]
    if (key === '' || text === '') continue
    const labels = known.get(key) ?? new Map<string, number>()
    known.set(key, labels.set(text, (labels.get(text) ?? 0) + 1))
    rows++
  }
  const usual = new Map<string, string>()
  let odd = 0
  for (const [key, labels] of known) {
    const [best, count] = [...labels].reduce((most, one) => (one[1] > most[1] ? one : most))
    const others = [...labels].filter(([text]) => isOther(text, best)).reduce((sum, [, one]) => sum + one, 0)
    if (count < LEAST || count < AGREED * (count + others)) odd += others === 0 ? 0 : count + others
    else {
      usual.set(key, best)
      odd += others
    }
  }
  const hasOdd = [...usual].some(([key, best]) => [...known.get(key)!.keys()].some(text => isOther(text, best)))
  return hasOdd && odd <= Math.max(1, FEW * rows) ? usual : undefined
}

/** Another spelling of a label is a matter of categories. */
function isOther(text: string, usual: string): boolean {
  return text !== usual && sameCategory(text) !== sameCategory(usual)
}
