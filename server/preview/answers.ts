import type { CancellationToken } from 'vscode-languageserver'
import { isLarge } from '../editor/beginnings'
import { rangeOf, textEdits } from '../editor/convert'
import { cardsOf } from '../engine/cards'
import type { Dataset } from '../engine/dataset'
import { isFixable } from '../engine/fix'
import { cellMeaning } from '../engine/meaning'
import { messageOf, ruleTitle } from '../engine/say'
import { Withheld } from '../engine/withheld'
import type { Session } from '../editor/one-client'
import { firstFindings } from './first-findings'
import type { OpenFile } from '../editor/open-file'
import { columnsOverview, firstOverview, partOverview, rowsIn, verdictOverview } from './overview'
import type { Notifications, Requests } from '../protocol'
import type { RowsWanted } from '../protocol/preview'
import { untilCancelled } from '../editor/reports'
import type { RowsOnDisk } from './rows-on-disk'
import { everyRow, foundInRow, isBeyond, listed, rowsFound, rowsShown } from './rows-shown'
import { today } from '../today'

/** Characters of a cell that are told in full, at most. */
const WHOLE = 20_000
/** Milliseconds for which rows wait for their findings. */
const PATIENCE = 30

/** Answers what the preview asks. */
export function answerPreview(session: Session): void {
  const answer = <Method extends keyof Requests>(
    method: Method,
    work: (params: Requests[Method]['params'], looked: LookedAt) => Promise<Requests[Method]['result']>,
  ) =>
    session.connection.onRequest(
      method,
      (params: Requests[Method]['params'] & { readonly uri: string }, token: CancellationToken): Promise<unknown> =>
        untilCancelled(
          lookedAt(session, params.uri).then(looked => work(params, looked)),
          token,
        ),
    )
  const language = () => session.reader().language
  const closed: keyof Notifications = 'vigie/previewClosed'
  session.connection.onNotification(closed, ({ uri }: Notifications[typeof closed]) => session.left(uri))

  answer('vigie/overview', async ({ when, uri }, { file, rows }) => {
    const checked = when === 'checked' ? await file.checked() : undefined
    const read = checked ?? (await file.reading())
    if (!read || !isTable(read.source.dataset)) return null
    const overview = async () => {
      if (checked) return verdictOverview(checked, { language: language(), noted: await file.noted() })
      await file.placed(read)
      if (when === 'now' || (when === 'counted' && rows)) return columnsOverview(read, language(), [])
      const first = when === 'first-rows' ? await firstFindings(file) : undefined
      return first ? firstOverview(read, first, language()) : null
    }
    const told = await overview()
    if (!told || !rows) return told
    const state = file.stateOf(read)
    const whole = when === 'counted' ? await rows.of(state) : await rows.again(state)
    const all = whole ? rowsIn(whole.table) : when === 'now' || rows.isCounting ? 'counting' : undefined
    return partOverview(told, { all, bytes: await sizeOf(session, uri), language: language() })
  })
  answer('vigie/progress', async (_, { file }) => ({ share: file.share }))
  answer('vigie/rows', async (wanted, { file, rows: onDisk }) => {
    const { view } = wanted
    for (;;) {
      const reading = await file.reading()
      if (!reading || !isTable(reading.source.dataset)) return null
      await file.placed(reading)
      // Which rows a rule found is only known once all are checked.
      const checked = view.rule === undefined ? await file.checkedWithin(PATIENCE) : await file.checked()
      const state = file.stateOf(reading)
      const whole = isPlain(view) ? await onDisk?.again(state) : undefined
      const { version } = reading
      if (whole) return rowsShown({ version, dataset: whole, checked }, everyRow(whole), wanted)
      const rows = await file.views.of(state, view, () => rowsFound(checked, view.rule))
      const { dataset } = reading.source
      if (rows && !state.isStale()) return rowsShown({ version, dataset, checked }, listed(rows), wanted)
    }
  })
  answer('vigie/cellKnown', async ({ row, column }, { file, rows }) => {
    const reading = await file.reading()
    const checked = await file.checkedWithin(1_000)
    const read = checked ?? reading
    if (!read || !isTable(read.source.dataset)) return null
    const isUnchecked = rows !== undefined && isBeyond(read, row)
    const whole = isUnchecked ? await rows.again(file.stateOf(read)) : undefined
    const source = whole ? { dataset: whole, shift: 0 as const } : read.source
    const { dataset } = source
    const span = dataset.table.cellSpan(row, column)
    if (!span) return null
    const value = dataset.table.text(row, column) ?? ''
    const isWithheld = new Withheld(dataset).isValue(column, value)
    const found = checked
      ? foundInRow(checked, row).filter(one => one.column === column || one.column === undefined)
      : []
    return {
      version: read.version,
      range: rangeOf(source, span),
      ...(isUnchecked ? { isUnchecked } : !checked && { isPending: true as const }),
      ...(isWithheld
        ? { value: '', isWithheld: true as const, meaning: [] }
        : {
            value: value.slice(0, WHOLE),
            ...(value.length > WHOLE && { isCut: true as const }),
            meaning: cellMeaning(dataset, row, column, { language: language(), today: today() }) ?? [],
          }),
      findings: found.map(diagnostic => ({
        rule: diagnostic.rule,
        title: ruleTitle(diagnostic.rule, language()),
        severity: diagnostic.severity,
        message: messageOf(diagnostic, language()),
        isFixable: isFixable(diagnostic),
      })),
    }
  })
  answer('vigie/setCell', async ({ row, column, value, was }, { file }) => {
    const reading = await file.reading()
    if (!reading || !isTable(reading.source.dataset)) return null
    const { source, version } = reading
    const { table, described } = source.dataset
    if (table.text(row, column) !== was) return null
    const edits = table.edits({ set: 'cell', row, column, value }, described.columns[column]?.field?.type)
    return { version, edits: textEdits(source, edits) }
  })
  answer('vigie/cards', async ({ columns }, { file }) => {
    for (;;) {
      const reading = await file.reading()
      if (!reading || !isTable(reading.source.dataset)) return null
      const state = file.stateOf(reading)
      const profile = await file.profiles.of(state, columns)
      const clouds = await file.clouds.of(state, columns)
      if (!profile || !clouds || state.isStale()) continue
      const { dataset } = reading.source
      return { version: reading.version, cards: cardsOf(dataset, profile, { reader: session.reader(), clouds }) }
    }
  })
}

interface LookedAt {
  readonly file: OpenFile
  /** Set when the file is only the beginning of one. */
  readonly rows?: RowsOnDisk
}

/** The file as far as it is checked: of one that no editor hands over as text, the beginning. */
async function lookedAt(session: Session, uri: string): Promise<LookedAt> {
  const file = session.file(uri)
  const { files, pathOf } = session.platform
  if (file.isOpen || !(await isLarge(files, pathOf(uri)))) return { file }
  const { beginning, rows } = session.large(uri)
  // Outside the folders of the editor, nobody tells of a change.
  if (rows.isOther) beginning.written()
  return { file: beginning, rows }
}

/** Whether a view is the table as it lies in the file. */
function isPlain({ sort, text = '', rule }: RowsWanted['view']): boolean {
  return !sort && text.trim() === '' && rule === undefined
}

async function sizeOf({ platform }: Session, uri: string): Promise<number> {
  return (await platform.files.size?.(platform.pathOf(uri))) ?? 0
}

function isTable({ readable, tree }: Dataset): boolean {
  return readable && !tree
}
