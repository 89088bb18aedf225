import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver'
import type { Checked, Found, Source } from './checked'
import { offsetOf, rangeOf } from './convert'
import { conceptMarkdown } from '../engine/concept-words'
import { rankInWords } from '../engine/figures'
import { hoverConcept, hoverLabel, ruleInShort } from '../engine/hover'
import { figuresMarkdown, type KnownFacts } from '../engine/hover/figures'
import { hoverMetadata } from '../engine/hover/metadata'
import { hoverSchema } from '../engine/hover/schema'
import { plain } from '../engine/markdown'
import { cellMeaning } from '../engine/meaning'
import type { Position } from '../engine/model/lines'
import type { Reader } from '../engine/model/reader'
import { numberMeant } from '../engine/profile/meant'
import { ruleById } from '../engine/rules/by-id'
import { messageOf, ruleTitle } from '../engine/say'
import { twoRowsMarkdown } from '../engine/hover/two-rows'
import { Withheld } from '../engine/withheld'
import { touching } from './findings'
import type { Session } from './one-client'
import type { OpenFile } from './open-file'
import type { Reading } from './reading'
import type { BesideHover } from '../protocol'
import { untilCancelled } from './reports'
import { today } from '../today'

/** Findings that one hover explains. */
const EXPLAINED = 3
/** Milliseconds that a hover waits for the findings of a large text: what is not found yet is not underlined either. */
const PATIENCE = 5
/** Share of the work below which they will not be there by then. */
const NEARLY = 0.95
/** Bytes of a text of which the check takes longer than a hover may. */
const LARGE = 200_000

/** Answers hovers: what a label, a cell, a key of a schema or a finding is. */
export function answerHovers(session: Session): void {
  session.connection.onHover(async ({ textDocument, position, told = [] }: HoverParams & BesideHover, token) => {
    const file = session.file(textDocument.uri)
    const reading = await untilCancelled(file.reading(), token)
    if (!reading) return null
    const checked = await untilCancelled(checkedSoon(file, reading), token)
    const read = checked ?? reading
    await untilCancelled(file.placed(read, offsetOf(read.source, position)), token)
    const found = checked ? touching(checked, { start: position, end: position }) : []
    const facts = (column: number) => file.profiles.now(file.stateOf(read), column)
    return hoverAt(read.source, position, { reader: session.reader(), found, told, facts }) ?? null
  })
}

/** All findings, where a hover need not wait long for them. */
async function checkedSoon(file: OpenFile, { source }: Reading): Promise<Checked | undefined> {
  if (source.dataset.source.length <= LARGE) return file.checked()
  return file.share < NEARLY ? file.checkedOrBegun() : file.checkedWithin(PATIENCE)
}

interface Hovered {
  readonly reader: Reader
  readonly found: readonly Found[]
  readonly told: readonly string[]
  /** What is known of a column now. */
  readonly facts: (column: number) => KnownFacts | undefined
}

interface Part {
  readonly markdown: string
  readonly range: ReturnType<typeof rangeOf> | undefined
  readonly isLabel?: boolean
}

function hoverAt(source: Source, position: Position, { reader, found, told, facts }: Hovered): Hover | undefined {
  const cell = ofCell(source, position, { reader, facts })
  const offset = offsetOf(source, position)
  const property = hoverSchema(source.dataset, offset, reader) ?? hoverMetadata(source.dataset, offset, reader)
  const parts = [
    ...(property ? [{ markdown: property.markdown, range: rangeOf(source, property.span) }] : []),
    ...(cell ? [cell] : []),
    ...found
      // A label has nothing to do with what is said of the whole header: columns that are missing, say.
      .filter(({ diagnostic }) => !cell?.isLabel || diagnostic.column !== undefined)
      .slice(0, EXPLAINED)
      .map((one, i) => ofFinding(one, { reader, told, above: i === 0 ? (cell?.markdown ?? '') : undefined })),
  ]
  const filled = parts.filter(({ markdown }) => markdown !== '')
  if (filled.length === 0) return undefined
  const range = parts.find(part => part.range)?.range
  const value = filled.map(({ markdown }) => markdown).join('\n\n---\n\n')
  return { contents: { kind: MarkupKind.Markdown, value }, ...(range && { range }) }
}

/** A finding: what is wrong unless that is told beside, why, and for the first one its concept, unless the cell `above` explains the same. */
function ofFinding(
  { diagnostic, source }: Found,
  { reader, told, above }: Pick<Hovered, 'reader' | 'told'> & { readonly above: string | undefined },
): Part {
  const { language, level } = reader
  const concept = ruleById(diagnostic.rule)?.concepts[0]
  const message = messageOf(diagnostic, language)
  // The diagnostic of a group ends with the message of its first cell.
  const parts = told.some(text => text.endsWith(message)) ? [] : [plain(message)]
  const rows = twoRowsMarkdown(source.dataset, diagnostic, language)
  if (rows !== undefined) parts.push(rows)
  if (level === 'agent') {
    const short = ruleInShort(diagnostic.rule, language)
    const link = `command:vigie.showRule?${encodeURIComponent(JSON.stringify([diagnostic.rule]))}`
    parts.push(...(short ? [short] : []), `[${plain(ruleTitle(diagnostic.rule, language))}](${link})`)
  }
  const explained = concept && above !== undefined ? conceptMarkdown(concept, reader) : ''
  if (explained !== '' && !above?.includes(explained)) parts.push(explained)
  return { markdown: parts.join('\n\n'), range: rangeOf(source, diagnostic.span) }
}

/** What a label or the value of a cell is; an empty text for a cell that means nothing but itself. */
function ofCell(
  source: Source,
  position: Position,
  { reader, facts }: Pick<Hovered, 'reader' | 'facts'>,
): Part | undefined {
  const { dataset } = source
  const { table, readable, lines } = dataset
  if (!readable || table.headerRow === undefined) return undefined
  if (lines.position(table.source.length).line < position.line) return undefined
  const offset = offsetOf(source, position)
  const { row, column, span = table.cellSpan(row, column) } = table.locate(offset)
  // Between two values of JSON there is no cell.
  if (!span || offset < span.start || offset > span.end) return undefined
  const range = rangeOf(source, span)
  if (row === table.headerRow) {
    const meaning = hoverLabel(dataset, column, reader)
    if (meaning === undefined) return undefined
    const known = facts(column)
    const parts = [
      meaning,
      ...(known ? [figuresMarkdown(known, reader, today())] : []),
      conceptMarkdown(hoverConcept(dataset, column, known), reader),
    ]
    return { markdown: parts.join('\n\n'), range, isLabel: true }
  }
  if (!table.isData(row) || new Withheld(dataset).isValue(column, table.text(row, column) ?? '')) return undefined
  const { language } = reader
  const meaning = cellMeaning(dataset, row, column, { language, today: today() })
  const lined = meaning ?? rankOf(table.text(row, column) ?? '', () => facts(column), language)
  return { markdown: (lined ?? []).map(plain).join('  \n'), range }
}

/** Where a number stands among those of its column. */
function rankOf(
  text: string,
  facts: () => KnownFacts | undefined,
  language: Reader['language'],
): readonly string[] | undefined {
  const number = numberMeant(text)
  const known = number === undefined ? undefined : facts()
  const rank = known && number !== undefined ? rankInWords(known.profile, number, language) : undefined
  return rank === undefined ? undefined : [rank]
}
