import { type Dataset } from '../engine/dataset'
import { numberIn } from '../engine/figure-words'
import { lintInSteps } from '../engine/lint'
import { type Diagnostic, severities, type Severity } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { opened } from '../files/opened'
import { noCounts } from '../report/report'
import { countsInWords, schemaInWords, severityWord } from '../report/words'
import { rowsOf } from '../engine/rows-of'
import { Findings, groupSchema, type GroupTold, type Wanted } from './findings'
import { cancellable } from './cancellable'
import { type Judging, judgingMembers } from './judging'
import type { Refusal, Subject } from './grounds'
import { count, flag, listOf, objectOf, text } from './json-schema'
import { type Answer, type Around, colon, type Tool } from './tool'

interface Asked extends Judging, Partial<Wanted> {
  readonly paths?: readonly string[]
  readonly groups?: number
  readonly cursor?: number
}

/** Files that are told of one by one. */
const MOST_FILES = 50
/** Cells that are told of at all. */
const MOST_CELLS = 250

export const lintTool: Tool = {
  name: 'vigie_lint',
  title: { fr: 'Vérifier des données', en: 'Check data' },
  description: {
    fr: 'Trouve ce qui ne va pas dans des fichiers CSV ou JSON et leurs métadonnées, sans rien modifier. Les constats sont groupés par règle et par colonne, les plus graves d’abord, avec les premières cellules de chaque groupe. Pour voir la suite : cursor, ou rule, column et fromRow. Les valeurs personnelles ne sont jamais dites.',
    en: 'Finds what is wrong in CSV or JSON files and their metadata, and changes nothing. Findings are grouped by rule and column, the gravest first, with the first cells of each group. To see more: cursor, or rule, column and fromRow. Personal values are never told.',
  },
  input: language => {
    const say = members[language]
    return objectOf({
      'paths?': { ...listOf(text), minItems: 1, maxItems: 50, description: say.paths },
      ...judgingMembers(language),
      'rule?': { type: 'string', description: say.rule },
      'column?': { type: ['string', 'integer'], description: say.column },
      'fromRow?': { type: 'integer', minimum: 1, description: say.fromRow },
      'groups?': { type: 'integer', minimum: 1, maximum: 50, description: say.groups },
      'cells?': { type: 'integer', minimum: 0, maximum: 50, description: say.cells },
      'cursor?': { type: 'integer', minimum: 0, description: say.cursor },
    })
  },
  output: objectOf({
    files: listOf(
      objectOf({
        path: text,
        schema: text,
        rows: count,
        columns: count,
        complete: flag,
        counts: objectOf(Object.fromEntries(severities.map(severity => [severity, count]))),
      }),
    ),
    'moreFiles?': count,
    counts: objectOf(Object.fromEntries(severities.map(severity => [severity, count]))),
    groups: listOf(groupSchema),
    'nextCursor?': count,
    notes: listOf(text),
  }),
  writes: false,
  run: lintAsked,
}

async function lintAsked(asked: Asked, around: Around): Promise<Answer | Refusal> {
  const { language } = around
  const { paths = ['.'], groups: most = 20, cells = 3, cursor = 0 } = asked
  const inputs = await around.grounds.inputs({ ...asked, paths }, 'lint')
  if ('problem' in inputs) return inputs
  const files: FileTold[] = []
  const found: GroupTold[] = []
  for await (const input of inputs.files) {
    const before = files.length
    const tell = (done: number) => around.tell(before + done)
    const { file, groups } = await checked(input, { ...asked, cells }, { ...around, tell })
    files.push(file)
    found.push(...groups)
  }
  if (files.length === 0 && inputs.told.length > 0) return { problem: inputs.told.at(-1)! }
  found.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count)
  const groups = withFewCells(found.slice(cursor, cursor + most))
  const isCut = found.length > cursor + most
  const counts = files.reduce((sum, file) => added(sum, file.counts), noCounts())
  const notes = inputs.told.map(problem => problem[language])
  const facts = {
    files: files.slice(0, MOST_FILES),
    ...(files.length > MOST_FILES && { moreFiles: files.length - MOST_FILES }),
    counts,
    groups,
    ...(isCut && { nextCursor: cursor + most }),
    notes,
  }
  const rest = isCut ? [moreGroups(found.length - cursor - most, cursor + most)[language]] : []
  const lines = [
    ...facts.files.map(file => fileInWords(file, language)),
    ...groups.map(group => groupInWords(group, files.length > 1, language)),
    ...rest,
    ...notes,
  ]
  return { text: lines.join('\n'), facts }
}

interface FileTold {
  readonly path: string
  readonly schema: string
  readonly rows: number
  readonly columns: number
  readonly complete: boolean
  readonly counts: Readonly<Record<Severity, number>>
}

async function checked(input: Subject, wanted: Wanted, { language, signal, tell }: Around) {
  try {
    signal.throwIfAborted()
    const { lint, paged, before = [] } = input
    const path = input.path.replace(/^\.\/(?!-$)/, '')
    const dataset: Dataset = opened(input)
    const findings = new Findings(dataset, wanted)
    const counts = noCounts()
    let complete = true
    const add = (found: readonly Diagnostic[]) => {
      for (const diagnostic of found) {
        counts[diagnostic.severity]++
        if (diagnostic.rule === 'not-checked' || diagnostic.rule === 'internal-error') complete = false
        findings.add(diagnostic)
      }
    }
    add(before)
    await cancellable(lintInSteps(dataset, lint), signal, ({ found, done }) => {
      tell(done)
      add(found)
    })
    // Of a file that changed meanwhile not all was read.
    if (paged && !paged.isSame()) complete = false
    const file = {
      path,
      schema: schemaInWords(dataset, language),
      rows: rowsOf(dataset),
      columns: dataset.table.columnCount,
    }
    return { file: { ...file, complete, counts }, groups: findings.told(path, language) }
  } finally {
    input.paged?.close()
  }
}

function added(a: Readonly<Record<Severity, number>>, b: Readonly<Record<Severity, number>>): Record<Severity, number> {
  const sum = noCounts()
  for (const severity of severities) sum[severity] = a[severity] + b[severity]
  return sum
}

/** Groups of which no more cells are told than an answer may hold. */
function withFewCells(groups: readonly GroupTold[]): readonly GroupTold[] {
  const each = Math.floor(MOST_CELLS / Math.max(1, groups.length))
  return groups.map(group =>
    group.cells.length > each ? { ...group, cells: group.cells.slice(0, each), moreCells: true } : group,
  )
}

function fileInWords({ path, schema, counts, complete }: FileTold, language: Language): string {
  const told = `${path}${colon[language]} ${countsInWords(counts, language)}. ${schema}.`
  if (complete) return told
  return `${told} ${{ fr: 'Tout n’a pas pu être vérifié.', en: 'Not all of it could be checked.' }[language]}`
}

function groupInWords(group: GroupTold, isOfMany: boolean, language: Language): string {
  const { path, severity, rule, field, column, count: all, cells, safelyRepairable } = group
  const place = [isOfMany && path, field ?? column].filter(Boolean).join(' ')
  const rows = [...new Set(cells.flatMap(({ row }) => row ?? []))].join(', ')
  const repair =
    safelyRepairable > 0
      ? { fr: ` (réparables\u00A0: ${safelyRepairable})`, en: ` (repairable: ${safelyRepairable})` }[language]
      : ''
  const at =
    rows &&
    { fr: `, lignes ${rows}${all > cells.length ? '…' : ''}`, en: `, rows ${rows}${all > cells.length ? '…' : ''}` }[
      language
    ]
  const head = `${severityWord(severity, language)} ${rule}${place && ` [${place}]`} × ${numberIn(all, language)}${at}${repair}`
  return cells[0] ? `${head}${colon[language]} ${cells[0].message}` : head
}

function moreGroups(left: number, cursor: number) {
  return {
    fr: `Il reste ${left} groupes\u00A0: cursor ${cursor} les montre.`,
    en: `${left} more groups: cursor ${cursor} shows them.`,
  }
}

const members = {
  fr: {
    paths: 'Fichiers ou dossiers ; par défaut, tout le dossier de travail.',
    rule: 'Seulement les constats de cette règle.',
    column: 'Seulement cette colonne : son nom, ou son numéro à partir de 1.',
    fromRow: 'Seulement à partir de cette ligne : l’en-tête est la ligne 1.',
    groups: 'Combien de groupes dire, 20 par défaut.',
    cells: 'Combien de cellules dire de chaque groupe, 3 par défaut.',
    cursor: 'Combien de groupes passer : le nextCursor de la réponse d’avant.',
  },
  en: {
    paths: 'Files or folders; by default all of the working folder.',
    rule: 'Only the findings of this rule.',
    column: 'Only this column: its name, or its number from 1.',
    fromRow: 'Only from this row on: the header is row 1.',
    groups: 'How many groups to tell, 20 by default.',
    cells: 'How many cells to tell of each group, 3 by default.',
    cursor: 'How many groups to skip: the nextCursor of the answer before.',
  },
} as const
