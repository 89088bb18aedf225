import type { CancellationToken } from 'vscode-languageserver'
import { isLarge } from './beginnings'
import { rangeOf, textEdits } from './convert'
import { cardsOf } from './engine/cards'
import type { Dataset } from './engine/dataset'
import { isFixable } from './engine/fix'
import { cellMeaning } from './engine/meaning'
import { messageOf, ruleTitle } from './engine/say'
import { Withheld } from './engine/withheld'
import type { Session } from './one-client'
import type { OpenFile } from './open-file'
import { columnsOverview, firstOverview, partOverview, verdictOverview } from './overview'
import type { Requests } from './protocol'
import { untilCancelled } from './reports'
import { foundInRow, rowsFound, rowsShown } from './rows-shown'
import { today } from './today'

/** Characters of a cell that are told in full, at most. */
const WHOLE = 20_000
/** Milliseconds for which rows wait for their findings. */
const PATIENCE = 30

/** Answers what the preview asks. */
export function answerPreview(session: Session): void {
  const answer = <Method extends keyof Requests>(
    method: Method,
    work: (params: Requests[Method]['params'], file: OpenFile) => Promise<Requests[Method]['result']>,
  ) =>
    session.connection.onRequest(
      method,
      (params: Requests[Method]['params'] & { readonly uri: string }, token: CancellationToken): Promise<unknown> =>
        untilCancelled(
          lookedAt(session, params.uri).then(file => work(params, file)),
          token,
        ),
    )
  const language = () => session.reader().language

  answer('vigie/overview', async ({ when }, file) => {
    const checked = when === 'checked' ? await file.checked() : undefined
    const read = checked ?? (await file.reading())
    if (!read || !isTable(read.source.dataset)) return null
    const overview = async () => {
      if (checked) return verdictOverview(checked, { language: language(), noted: await file.noted() })
      if (when === 'now') return columnsOverview(read, language(), [])
      const first = await file.checkedFirst()
      return first ? firstOverview(read, first, language()) : null
    }
    const told = await overview()
    return told && file !== session.file(file.uri)
      ? partOverview(told, await sizeOf(session, file.uri), language())
      : told
  })
  answer('vigie/progress', async (_, file) => ({ share: file.share }))
  answer('vigie/rows', async (wanted, file) => {
    for (;;) {
      const reading = await file.reading()
      if (!reading || !isTable(reading.source.dataset)) return null
      // Which rows a rule found is only known once all are checked.
      const checked = wanted.view.rule === undefined ? await file.checkedWithin(PATIENCE) : await file.checked()
      const state = file.stateOf(reading)
      const rows = await file.views.of(state, wanted.view, () => rowsFound(checked, wanted.view.rule))
      if (rows && !state.isStale()) return rowsShown(reading, rows, wanted, checked)
    }
  })
  answer('vigie/cellKnown', async ({ row, column }, file) => {
    const reading = await file.reading()
    const checked = await file.checkedWithin(1_000)
    const read = checked ?? reading
    const span = read && isTable(read.source.dataset) ? read.source.dataset.table.cellSpan(row, column) : undefined
    if (!read || !span) return null
    const { dataset } = read.source
    const value = dataset.table.text(row, column) ?? ''
    const isWithheld = new Withheld(dataset).isValue(column, value)
    const found = checked
      ? foundInRow(checked, row).filter(one => one.column === column || one.column === undefined)
      : []
    return {
      version: read.version,
      range: rangeOf(read.source, span),
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
  answer('vigie/setCell', async ({ row, column, value, was }, file) => {
    const reading = await file.reading()
    if (!reading || !isTable(reading.source.dataset)) return null
    const { source, version } = reading
    const { table, described } = source.dataset
    if (table.text(row, column) !== was) return null
    const edits = table.edits({ set: 'cell', row, column, value }, described.columns[column]?.field?.type)
    return { version, edits: textEdits(source, edits) }
  })
  answer('vigie/cards', async ({ columns }, file) => {
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

/** The file as far as it is shown: of one that no editor hands over as text, the beginning. */
async function lookedAt(session: Session, uri: string): Promise<OpenFile> {
  const file = session.file(uri)
  const { files, pathOf } = session.platform
  return !file.isOpen && (await isLarge(files, pathOf(uri))) ? session.beginning(uri) : file
}

async function sizeOf({ platform }: Session, uri: string): Promise<number> {
  return (await platform.files.size?.(platform.pathOf(uri))) ?? 0
}

function isTable({ readable, tree }: Dataset): boolean {
  return readable && !tree
}
