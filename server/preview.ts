import type { CancellationToken } from 'vscode-languageserver'
import { isLarge, partTold, partVerdict } from './beginnings'
import type { Checked } from './check'
import { rangeOf, textEdits } from './convert'
import { cardsOf } from './engine/cards'
import type { Dataset } from './engine/dataset'
import { isFixable, isSafelyFixable } from './engine/fix'
import { cellMeaning } from './engine/meaning'
import { type Diagnostic, severities, type Severity } from './engine/model/diagnostic'
import type { Language } from './engine/model/language'
import { inLanguage } from './engine/model/localised'
import { columnTypes } from './engine/profile'
import { criteriaInWords } from './engine/quality-score'
import { messageOf, ruleTitle } from './engine/say'
import { typeWords } from './engine/type-words'
import { type Tally, verdictOf } from './engine/verdict'
import { verdictWords } from './engine/verdict-words'
import { Withheld } from './engine/withheld'
import { touching } from './findings'
import type { Session } from './one-client'
import type { OpenFile, Reading } from './open-file'
import type { CellShown, Overview, Requests, RowsShown, RowsWanted } from './protocol'
import { untilCancelled } from './reports'
import { today } from './today'

/** Characters of a cell that are shown in the table, and at most of one in full. */
const SHOWN = 200
const WHOLE = 20_000
/** Rows that are sent at once, at most. */
const ROWS = 500
/** Entries from which the verdict is made. */
const ENTRIES = 5_000
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
    const found = checked ? ofRow(checked, row).filter(one => one.column === column || one.column === undefined) : []
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

/** What is known of the first rows of a file, said to be no more. */
function partOverview(overview: Overview, bytes: number, language: Language): Overview {
  const part = partTold(overview.rows, bytes, language)
  const { verdict } = overview
  return { ...overview, part, ...(verdict && { verdict: { ...verdict, ...partVerdict(verdict.state, language) } }) }
}

function isTable({ readable, tree }: Dataset): boolean {
  return readable && !tree
}

/** What is known of a long file once its first rows are checked. */
function firstOverview(all: Pick<Reading, 'version' | 'source'>, first: Checked, language: Language): Overview {
  const overview = columnsOverview(all, language, [])
  const { rows, verdict } = verdictOverview(first, { language, noted: undefined })
  return { ...overview, ...(verdict && { verdict: { ...verdict, sampled: verdictWords[language].sampled(rows) } }) }
}

function verdictOverview(
  checked: Checked,
  { language, noted }: { readonly language: Language; readonly noted: Awaited<ReturnType<OpenFile['noted']>> },
): Overview {
  const { source, live, onDisk } = checked
  const { table, applied } = source.dataset
  const say = verdictWords[language]
  const { entries } = live.gathered(ENTRIES)
  const firsts = [...onDisk.map(({ diagnostic }) => ({ first: diagnostic, count: 1 })), ...entries]
  const tallies = talliesOf(firsts, live.counts(isSafelyFixable))
  const verdict = verdictOf(tallies)
  const label = (column: number | undefined) => (column === undefined ? undefined : table.labels[column])
  const overview = columnsOverview(checked, language, tallies)
  return {
    ...overview,
    rules: byRule(tallies, language),
    verdict: {
      state: verdict.state,
      headline: say.headline[verdict.state],
      sentence: say.sentence({ errors: verdict.counts.error, warnings: verdict.counts.warning, rows: overview.rows }),
      dimensions: verdict.dimensions.map(({ dimension, state, count }) => {
        const name = say.dimensions[dimension]
        const isUndescribed = dimension === 'documentation' && !applied && state === 'yes'
        return isUndescribed
          ? { name, state: 'nearly' as const, told: say.undescribed }
          : { name, state, told: say.told(state, count) }
      }),
      first: verdict.first.map(tally => {
        const first = firsts.find(one => one.first.rule === tally.rule && one.first.column === tally.column)!.first
        const { row, column } = first
        return {
          rule: tally.rule,
          title: ruleTitle(tally.rule, language),
          severity: tally.severity,
          told: say.times(tally.count, label(tally.column)),
          message: messageOf(first, language),
          repairable: tally.repairable,
          ...(row !== undefined && { place: { row, column: column ?? 0 } }),
        }
      }),
      formula: say.formula,
      ...(noted && {
        score: {
          told: say.score(noted.score.points, noted.document),
          criteria: criteriaInWords(noted.score, language),
          formula: say.scoreFormula,
        },
      }),
    },
  }
}

function columnsOverview(
  { version, source: { dataset } }: Pick<Reading, 'version' | 'source'>,
  language: Language,
  tallies: readonly Tally[],
): Overview {
  const { table, described, applied } = dataset
  const found = new Map<number, number>()
  for (const { column, count } of tallies) if (column !== undefined) found.set(column, (found.get(column) ?? 0) + count)
  const types = columnTypes(dataset)
  const rows = Math.max(0, table.rowCount - table.firstDataRow)
  return {
    version,
    rows,
    columns: described.columns.map(({ index, label: text }) => {
      const type = types[index] ?? 'string'
      return {
        label: text,
        type: typeWords[type][language],
        isNumeric: type === 'number' || type === 'integer',
        findings: found.get(index) ?? 0,
      }
    }),
    ...(applied && { schema: inLanguage(applied.schema.title, language) ?? applied.schema.id }),
    rules: [],
  }
}

function talliesOf(
  entries: readonly { readonly first: Diagnostic; readonly count: number }[],
  repairable: ReadonlyMap<string, number>,
): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { first, count } of entries) {
    const { rule, column, severity } = first
    const key = `${rule} ${column} ${severity}`
    const known = tallies.get(key)
    tallies.set(key, {
      rule,
      severity,
      column,
      count: (known?.count ?? 0) + count,
      repairable: (column === undefined ? 0 : repairable.get(`${rule} ${column}`)) ?? 0,
    })
  }
  return [...tallies.values()]
}

function byRule(tallies: readonly Tally[], language: Language): Overview['rules'] {
  const rules = new Map<string, { rule: string; title: string; severity: Severity; count: number }>()
  for (const { rule, severity, count } of tallies) {
    const known = rules.get(rule)
    if (!known) rules.set(rule, { rule, title: ruleTitle(rule, language), severity, count })
    else {
      known.count += count
      if (severities.indexOf(severity) < severities.indexOf(known.severity)) known.severity = severity
    }
  }
  return [...rules.values()].toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count,
  )
}

/** The rows in which a rule, or any, found something. */
function rowsFound(checked: Checked | undefined, rule: string | undefined): readonly number[] {
  if (!checked) return []
  const rows = new Set<number>()
  for (const one of checked.live.findings())
    if (one.row !== undefined && (rule === 'any' || one.rule === rule)) rows.add(one.row)
  return [...rows].toSorted((a, b) => a - b)
}

function rowsShown(
  { version, source }: Reading,
  rows: Uint32Array,
  { from, count, columns }: RowsWanted,
  checked: Checked | undefined,
): RowsShown {
  const { table } = source.dataset
  const withheld = new Withheld(source.dataset)
  const marks = checked?.version === version ? checked : undefined
  return {
    version,
    total: rows.length,
    rows: [...rows.subarray(from, from + Math.min(count, ROWS))].map(row => {
      const found = marks ? ofRow(marks, row) : []
      const worst = worstOf(found)
      const cells = columns.map((column): CellShown | null => {
        const text = table.text(row, column)
        if (text === undefined) return null
        const severity = worstOf(found.filter(one => one.column === column))
        if (withheld.isValue(column, text)) return { text: '', isWithheld: true, ...(severity && { severity }) }
        return {
          text: text.slice(0, SHOWN),
          ...(text.length > SHOWN && { isCut: true as const }),
          ...(severity && { severity }),
        }
      })
      return { row, cells, ...(worst && { worst }) }
    }),
  }
}

/** What was found in a row of the text. */
function ofRow(checked: Checked, row: number): readonly Diagnostic[] {
  const range = rangeOf(checked.source, checked.source.dataset.table.rowSpan(row))
  return touching(checked, range).flatMap(({ diagnostic, source }) =>
    source === checked.source && diagnostic.row === row ? [diagnostic] : [],
  )
}

function worstOf(found: readonly Diagnostic[]): Severity | undefined {
  return severities.find(severity => found.some(one => one.severity === severity))
}
