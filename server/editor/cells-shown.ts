import {
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  SemanticTokensBuilder,
  SemanticTokenTypes,
} from 'vscode-languageserver'
import type { Source } from './checked'
import { offsetOf, rangeOf } from './convert'
import type { Position } from '../engine/model/lines'
import type { OpenFile } from './open-file'
import type { Session } from './one-client'
import type { CellPlace } from '../protocol'
import type { Range } from '../protocol/range'
import { untilCancelled } from './reports'
import { placedCells, rowsBetween } from './row-places'

/** The colours that columns have in turn: kinds of words to which every theme gives a colour that can be read. */
export const columnColours: readonly string[] = [
  SemanticTokenTypes.variable,
  SemanticTokenTypes.string,
  SemanticTokenTypes.function,
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.number,
  SemanticTokenTypes.type,
]

/** Rows that are coloured or named at once; editors ask for what is in view. */
const MOST_ROWS = 2_000
/** Bytes of a text beyond which columns are named in its rows only when the settings say so. */
const SMALL = 1_000_000
/** The UTF-16 column from which on a cell is named: there the label is rarely in view. */
const FAR = 120

/** Answers what shows the columns of a table in its text: colours, names beside cells, what can be folded, the cell at a place. */
export function answerCells(session: Session): void {
  const { connection } = session
  const tableOf = async (uri: string): Promise<Source | undefined> => isShown(await session.file(uri).reading())

  connection.languages.semanticTokens.onRange(async ({ textDocument, range }, token) => {
    const source = await untilCancelled(tableOf(textDocument.uri), token)
    return source ? coloursIn(source, range) : { data: [] }
  })
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    const source = await untilCancelled(tableOf(textDocument.uri), token)
    const when = session.settings().columnHints ?? 'auto'
    const isAsked = when === 'on' || (when === 'auto' && source && source.dataset.source.length <= SMALL)
    return source && isAsked ? namesIn(source, range) : []
  })
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const source = await untilCancelled(tableOf(textDocument.uri), token)
    return source ? foldsOf(source) : []
  })
}

/** The cell at a place, and those before and after it. */
export async function cellAt(file: OpenFile, position: Position): Promise<CellPlace | null> {
  const source = isShown(await file.reading())
  if (!source) return null
  const { table } = source.dataset
  const { row, column } = table.locate(offsetOf(source, position))
  const span = table.cellSpan(row, column)
  if (!span) return null
  const next = rangeAt(source, row, column + 1) ?? rangeAt(source, row + 1, 0)
  const previous = column > 0 ? rangeAt(source, row, column - 1) : rangeAt(source, row - 1, table.width(row - 1) - 1)
  return {
    row,
    column,
    label: table.labels[column] ?? '',
    range: rangeOf(source, span),
    ...(next && { next }),
    ...(previous && { previous }),
  }
}

function rangeAt(source: Source, row: number, column: number): Range | undefined {
  const span = row < 0 || column < 0 ? undefined : source.dataset.table.cellSpan(row, column)
  return span && rangeOf(source, span)
}

/** A text whose cells lie one after the other: not JSON, which has colours of its own. */
function isShown(reading: { readonly source: Source } | undefined): Source | undefined {
  const dataset = reading?.source.dataset
  return dataset?.readable && !dataset.tree && !dataset.json ? reading!.source : undefined
}

function coloursIn(source: Source, { start, end }: Range) {
  const builder = new SemanticTokensBuilder()
  for (const cell of cellsIn(source, start.line, end.line)) {
    // A cell that goes over several lines keeps the text’s own colour.
    if (cell.start.line !== cell.end.line || cell.start.character === cell.end.character) continue
    const { line, character } = cell.start
    builder.push(line, character, cell.end.character - character, cell.column % columnColours.length, 0)
  }
  return builder.build()
}

function namesIn(source: Source, { start, end }: Range): InlayHint[] {
  const { table } = source.dataset
  const hints: InlayHint[] = []
  for (const cell of cellsIn(source, start.line, end.line)) {
    const label = table.labels[cell.column]?.trim()
    if (!label || !cell.isData || cell.start.character < FAR) continue
    const short = [...label].length > 24 ? `${[...label].slice(0, 23).join('')}…` : label
    hints.push({ position: cell.start, label: `${short}:`, paddingRight: true })
  }
  return hints
}

function* cellsIn(source: Source, from: number, to: number) {
  const { table } = source.dataset
  const [first, last] = rowsBetween(source, from, to)
  for (let row = first; row <= Math.min(last, first + MOST_ROWS); row++) {
    const isData = table.isData(row)
    if (!isData && row !== table.headerRow) continue
    for (const cell of placedCells(source, row)) yield { ...cell, isData }
  }
}

/** What stands above the header, when it takes more than a line. */
function foldsOf(source: Source): FoldingRange[] {
  const { table } = source.dataset
  const first = source.dataset.dialect.headerRows[0]
  if (first === undefined || first === 0) return []
  const end = rangeOf(source, table.rowSpan(first - 1)).end.line
  return end > 0 ? [{ startLine: 0, endLine: end, kind: FoldingRangeKind.Comment }] : []
}
