import { numberIn } from '../engine/figure-words'
import type { Dataset } from '../engine/dataset'
import type { CellChange, ColumnChange, Comparison } from '../engine/model/comparison'
import type { Language } from '../engine/model/language'
import { shortened } from '../engine/model/shown'
import type { Block, Inline, Line } from './block'
import type { Changed } from './changed'
import { changesWords } from './changes-words'
import { labelIn } from './entry'

/** Columns that a line names, and those whose changed values have a row of their own. */
const MOST_NAMED = 12
const MOST_COLUMNS = 40

/** What became of columns and rows. */
export function structureLines(
  { before, after }: Changed,
  { columns, rows, cells }: Comparison,
  language: Language,
): readonly Line[] {
  const say = changesWords[language]
  const named = (dataset: Dataset, all: readonly number[]) => {
    const names = all.slice(0, MOST_NAMED).map(column => nameOf(dataset, column, language))
    return all.length > MOST_NAMED ? [...names, say.others(all.length - MOST_NAMED)] : names
  }
  const renamed = columns.pairs
    .map(pair => [nameOf(before.dataset, pair.before, language), nameOf(after.dataset, pair.after, language)] as const)
    .filter(([was, is]) => was !== is)
  const told = [
    ...(columns.added.length > 0 ? [say.added(named(after.dataset, columns.added))] : []),
    ...(columns.removed.length > 0 ? [say.removed(named(before.dataset, columns.removed))] : []),
    ...renamed.map(([was, is]) => say.renamed(was, is)),
    ...(columns.isReordered ? [say.reordered] : []),
  ]
  const more = rows.after - rows.before
  return [
    ...(told.length > 0 ? told : [say.sameColumns]),
    more === 0 ? say.sameRows(rows.after) : more > 0 ? say.moreRows(more) : say.fewerRows(-more),
    ...(cells.by === 'key' && cells.isWhole ? [say.keyedRows(cells.added, cells.removed)] : []),
  ].map(line => [line])
}

/** The cells that are not what they were, column by column with a few examples. */
export function* cellBlocks({ after }: Changed, { cells }: Comparison, language: Language): Generator<Block> {
  const say = changesWords[language]
  if (cells.columns.length === 0) return void (yield { paragraph: [say.noCells(cells.compared)] })
  yield { paragraph: [say.changedRows(cells.changed, cells.compared)] }
  yield {
    caption: say.cells,
    isTold: true,
    columns: [say.column, say.count, say.examples],
    rows: cells.columns
      .slice(0, MOST_COLUMNS)
      .map(column => [
        [nameOf(after.dataset, column.after, language)],
        [countIn(column, language)],
        examplesOf(column, language),
      ]),
  }
  if (cells.columns.length > MOST_COLUMNS) yield { paragraph: [say.moreColumns(cells.columns.length - MOST_COLUMNS)] }
}

function countIn({ count, emptied, filled }: ColumnChange, language: Language): string {
  const say = changesWords[language]
  return [
    numberIn(count, language),
    ...(emptied > 0 ? [say.emptied(emptied)] : []),
    ...(filled > 0 ? [say.filled(filled)] : []),
  ].join(', ')
}

function examplesOf({ examples }: ColumnChange, language: Language): Line {
  if (examples.length === 0) return [changesWords[language].untold]
  return examples.flatMap((example, i) => [...(i > 0 ? [', '] : []), ...exampleLine(example, language)])
}

function exampleLine({ row, before, after }: CellChange, language: Language): readonly Inline[] {
  const say = changesWords[language]
  const told = (text: string): Inline => (text === '' ? say.empty : { value: edgesShown(shortened(text)) })
  return [told(before), ' → ', told(after), say.inRow(row + 1)]
}

/** A value whose first and last spaces can be seen. */
function edgesShown(text: string): string {
  return text.replace(EDGES, spaces => EDGE.repeat(spaces.length))
}

const EDGES = /^\s+|\s+$/g
const EDGE = '␣'

/** How rows were matched, and what that leaves out. */
export function howLines({ after }: Changed, { cells }: Comparison, language: Language): readonly Line[] {
  const say = changesWords[language]
  const key = cells.key.map(column => nameOf(after.dataset, column, language)).join(', ')
  const by = { key: say.byKey(key), position: say.byPosition, nothing: say.byNothing }[cells.by]
  const hasEdges = cells.columns
    .slice(0, MOST_COLUMNS)
    .some(({ examples }) => examples.some(({ before, after }) => [before, after].some(text => text.search(EDGES) >= 0)))
  return [by, ...(cells.isWhole ? [] : [say.partial(cells.compared)]), ...(hasEdges ? [say.edges(EDGE)] : [])].map(
    line => [line],
  )
}

/** The label of a column as it stands, or its number where none may be told. */
function nameOf(dataset: Dataset, column: number, language: Language): string {
  return shortened(labelIn(dataset, column).trim()) || changesWords[language].unnamed(column)
}
