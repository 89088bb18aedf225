import { type ColumnDrift, columnDrifts } from '../model/column-drift'
import { shown, shownList } from '../model/shown'
import type { Column, Described } from '../model/table'
import type { ValueKind } from '../model/value-kind'
import { tableRule } from './rule'

/** Columns that are not what they were in the former version of the file. */
export const schemaDrift = tableRule<ColumnDrift>({
  id: 'schema-drift',
  severity: 'warning',
  preset: 'standard',
  concepts: ['series-break', 'data-schema'],
  readsFormer: true,

  *check(described) {
    const { former, table, columns } = described
    if (!former || table.headerRow === undefined) return
    for (const facts of withoutLengths(columnDrifts(columns, former, table.isKeyed), columns))
      if (!isToldBySchema(facts, described))
        yield { row: table.headerRow, ...('column' in facts && { column: facts.column }), facts }
  },

  message: {
    fr(facts) {
      switch (facts.kind) {
        case 'added':
          return `La colonne ${shown.fr(facts.label)} n’était pas dans la version précédente : dites dans la fiche ce qu’elle contient, et depuis quand.`
        case 'removed':
          return facts.labels.length === 1
            ? `La colonne ${shown.fr(facts.labels[0]!)} de la version précédente a disparu : ce qui la lisait, tableau de bord ou script, cessera de marcher.`
            : `Les colonnes ${shownList.fr(facts.labels)} de la version précédente ont disparu : ce qui les lisait, tableau de bord ou script, cessera de marcher.`
        case 'renamed':
          return `${shown.fr(facts.label)} se trouve là où la version précédente avait ${shown.fr(facts.former)} : si c’est la même chose, reprenez l’ancien nom, que cherche tout ce qui lit ce fichier.`
        case 'retyped':
          return `La colonne ${shown.fr(facts.label)} contient maintenant ${KINDS.fr[facts.to]}, et ${KINDS.fr[facts.from]} dans la version précédente : revoyez l’export, ou annoncez une rupture de série.`
        case 'reordered':
          return `Les colonnes ne sont plus dans l’ordre de la version précédente, qui avait ${shown.fr(facts.former)} là où se trouve ${shown.fr(facts.label)} : ce qui les lit par leur place se trompera de colonne.`
      }
    },
    en(facts) {
      switch (facts.kind) {
        case 'added':
          return `The column ${shown.en(facts.label)} was not in the former version: say in the description what it holds, and since when.`
        case 'removed':
          return facts.labels.length === 1
            ? `The column ${shown.en(facts.labels[0]!)} of the former version is gone: what read it, dashboard or script, will cease to work.`
            : `The columns ${shownList.en(facts.labels)} of the former version are gone: what read them, dashboard or script, will cease to work.`
        case 'renamed':
          return `${shown.en(facts.label)} stands where the former version had ${shown.en(facts.former)}: if it is the same thing, keep the former name, which all that reads this file looks for.`
        case 'retyped':
          return `The column ${shown.en(facts.label)} now holds ${KINDS.en[facts.to]}, and held ${KINDS.en[facts.from]} in the former version: look at the export again, or announce a series break.`
        case 'reordered':
          return `The columns are no longer in the order of the former version, which had ${shown.en(facts.former)} where ${shown.en(facts.label)} stands: what reads them by their place will take one for another.`
      }
    },
  },

  fix: (facts, { row, column }) =>
    facts.kind === 'renamed' && row !== undefined && column !== undefined
      ? [{ set: 'cell', row, column, value: facts.former }]
      : undefined,
})

const KINDS: Readonly<Record<'fr' | 'en', Readonly<Record<ValueKind, string>>>> = {
  fr: { code: 'des codes à zéro initial', number: 'des nombres', date: 'des dates', text: 'du texte' },
  en: { code: 'codes with leading zeros', number: 'numbers', date: 'dates', text: 'text' },
}

/** The same without what only the length of lists makes of their columns. */
function withoutLengths(drifts: readonly ColumnDrift[], columns: readonly Column[]): readonly ColumnDrift[] {
  const first = new Set(columns.flatMap(({ element, label }) => (element === 0 ? label : [])))
  return drifts.flatMap(drift => {
    if (drift.kind === 'added' && columns[drift.column]!.element) return []
    if (drift.kind !== 'removed') return drift
    const labels = drift.labels.filter(label => !first.has(label.replace(/\.\d+\./, '.0.')))
    return labels.length > 0 ? { ...drift, labels } : []
  })
}

/** Whether the schema in force has its own finding for the cause. */
function isToldBySchema(drift: ColumnDrift, { header }: Described): boolean {
  switch (drift.kind) {
    case 'added':
      return header.extra.includes(drift.column)
    case 'removed':
      return drift.labels.every(label => header.missing.some(({ field }) => field.name === label))
    case 'renamed':
      return [...header.misspelt, ...header.former].some(({ column }) => column === drift.column)
    case 'reordered':
      return header.moved.length > 0
    case 'retyped':
      return false
  }
}
