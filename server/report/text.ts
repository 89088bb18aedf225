import { numberIn } from '../engine/figure-words'
import { styleText } from 'node:util'
import type { Dataset } from '../engine/dataset'
import { homeOf } from '../engine/home'
import type { Diagnostic, Severity } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { shownList } from '../engine/model/shown'
import { messageOf, ruleTitle } from '../engine/say'
import { fieldName } from './entry'
import { scoreInWords, scoresIn } from '../engine/quality-score'
import { rowsOf } from '../engine/rows-of'
import { type Group, grouped, joined, linesOf } from './group'
import { type FileReport, noCounts, type Reporter, type ReportStyle, type Sum } from './report'
import { countsInWords, dialectInWords, placeInWords, rowsInWords, schemaInWords, severityWord, wayOut } from './words'

type Colour = Parameters<typeof styleText>[0]
type Paint = (colour: Colour, text: string) => string

const colourOf: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
}

const ROWS_TOLD = 8
/** So many findings of a rule in the same words are told once, with all their rows where these are few. */
const ALIKE = 3
const FEW = 20

/** The report that a person reads. */
export function textReporter({ language, colours, today }: ReportStyle): Reporter {
  const paint: Paint = colours === 'on' ? (colour, text) => styleText(colour, text, { validateStream: false }) : plain
  return {
    start: () => '',
    *file(report) {
      const { path, dataset, found, counts } = report
      const wordsOf = (diagnostic: Diagnostic) => messageOf(diagnostic, language)
      // First, for the heading counts the rows: before they are checked, that would be to read the file twice.
      const groups = joined(grouped(dataset, found), wordsOf)
      yield heading(report, language, paint)
      for (const score of scoresIn(dataset, today)) yield `${paint('dim', `  ${scoreInWords(score, language)}`)}\n`
      const mended = groups.reduce((sum, group) => sum + group.repairable, 0)
      const lines = linesOf(groups, group => areAlike(group, wordsOf))
      const rows = rowsOf(dataset)
      if (lines[0] && 'rule' in lines[0]) yield '\n'
      for (const line of lines)
        yield 'rule' in line
          ? single(dataset, line, language, paint)
          : several({ dataset, rows }, line, language, paint)
      const known = report.known ? knownInWords(report.known, language) : ''
      yield `\n  ${paint('bold', `${countsInWords(counts, language)}${known}.`)}\n`
      return { path, counts, repairable: mended }
    },
    separator: '\n',
    end(sums) {
      const total = noCounts()
      for (const { counts } of sums)
        for (const severity of Object.keys(total) as Severity[]) total[severity] += counts[severity]
      const told = inAll(sums.length, countsInWords(total, language), language)
      return `${sums.length > 1 ? `\n${paint('bold', told)}\n` : ''}${nextStep(sums, total, language)}`
    },
  }
}

function heading({ path, dataset }: FileReport, language: Language, paint: Paint): string {
  const title = paint(['bold', 'underline'], printable(path))
  if (!dataset.readable) return `${title}\n`
  const schema = schemaInWords(dataset, language)
  return `${title}\n${paint('dim', `  ${printable(schema)}`)}\n${paint('dim', `  ${printable(dialectInWords(dataset, language))}`)}\n`
}

function single(dataset: Dataset, diagnostic: Diagnostic, language: Language, paint: Paint): string {
  const place = printable(placeInWords(dataset, diagnostic, language)).padEnd(8)
  const severity = paint(colourOf[diagnostic.severity], severityWord(diagnostic.severity, language))
  const message = printable(messageOf(diagnostic, language))
  const fix = wayOut(dataset, diagnostic, language)
  const rule = paint('dim', diagnostic.rule)
  return `  ${place} ${severity}  ${message}  ${rule}\n${fix ? `           ${paint('green', printable(fix))}\n` : ''}`
}

/** Whether the findings of a group are in rows and differ in nothing else. */
function areAlike({ count, first }: Group, wordsOf: (diagnostic: Diagnostic) => string): boolean {
  if (count < ALIKE || first.some(({ row }) => row === undefined)) return false
  return new Set(first.map(wordsOf)).size === 1
}

function several(
  { dataset, rows: all }: { readonly dataset: Dataset; readonly rows: number },
  { count, repairable, first, columns = [first[0]!] }: Group,
  language: Language,
  paint: Paint,
): string {
  const [example] = first as [Diagnostic]
  const isWide = columns.length > 1
  const rows = [...new Set(first.flatMap(({ row }) => (row === undefined ? [] : [row + 1])))].slice(
    0,
    count > FEW ? ROWS_TOLD : FEW,
  )
  const names = columns
    .map(({ column }) => printable(fieldName(homeOf(dataset, example), column)?.trim() ?? ''))
    .filter(name => name !== '')
  const times = numberIn(count, language)
  const mends = numberIn(repairable, language)
  // Of several columns a share of the rows says nothing.
  const share = isWide ? '' : `, ${rowsInWords({ count, all, first: rows }, language)}`
  const told = rows.length === 0 ? '' : isWide && count <= FEW ? `, ${rowsNamed(rows, language)}` : share
  const where = {
    fr: `${columnsInWords(names, language)}${times} fois${told}${repairable > 0 ? ` ; réparables : ${mends}` : ''}`,
    en: `${columnsInWords(names, language)}${times} times${told}${repairable > 0 ? `; ${mends} can be repaired` : ''}`,
  }[language]
  const title = paint('bold', printable(ruleTitle(example.rule, language)))
  return `\n  ${title} (${where})\n${single(dataset, example, language, paint)}`
}

function rowsNamed(rows: readonly number[], language: Language): string {
  const listed = rows.join(', ')
  return {
    fr: `${rows.length === 1 ? 'ligne' : 'lignes'} ${listed}`,
    en: `${rows.length === 1 ? 'row' : 'rows'} ${listed}`,
  }[language]
}

function columnsInWords(names: readonly string[], language: Language): string {
  const [name] = names
  if (name === undefined) return ''
  if (names.length === 1) return { fr: `colonne ${name}, `, en: `column ${name}, ` }[language]
  const count = numberIn(names.length, language)
  return {
    fr: `${count} colonnes, ${shownList.fr([...new Set(names)])}, `,
    en: `${count} columns, ${shownList.en([...new Set(names)])}, `,
  }[language]
}

function knownInWords(known: number, language: Language): string {
  const count = numberIn(known, language)
  return {
    fr: known === 1 ? ', et 1 constat déjà connu' : `, et ${count} constats déjà connus`,
    en: known === 1 ? ', and 1 known finding' : `, and ${count} known findings`,
  }[language]
}

function inAll(files: number, counts: string, language: Language): string {
  const count = numberIn(files, language)
  return { fr: `${count} fichiers : ${counts}.`, en: `${count} files: ${counts}.` }[language]
}

function nextStep(sums: readonly Sum[], total: Readonly<Record<Severity, number>>, language: Language): string {
  if (Object.values(total).every(found => found === 0)) return ''
  const count = sums.reduce((sum, { repairable }) => sum + repairable, 0)
  const paths = sums.filter(({ repairable }) => repairable > 0).map(({ path }) => path)
  if (count === 0)
    return {
      fr: 'À corriger à la main ; « vigie explain RÈGLE » explique chaque règle.\n',
      en: 'To be corrected by hand; “vigie explain RULE” explains each rule.\n',
    }[language]
  const named = paths.slice(0, 3).map(shellWord).join(' ') + (paths.length > 3 ? ' …' : '')
  const times = numberIn(count, language)
  return {
    fr: `Pour en réparer ${times} sans rien perdre : vigie fix ${named}\n`,
    en: `To repair ${times} of them without losing anything: vigie fix ${named}\n`,
  }[language]
}

function shellWord(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
}

/** What comes from the data must not command the terminal, and stays on its line. */
function printable(text: string): string {
  const line = text.replace(/[\t\r\n ]*[\r\n][\t\r\n ]*/g, ' ')
  // oxlint-disable-next-line no-control-regex
  return line.replace(/[\u0000-\u001F\u007F-\u009F]/g, '�')
}

const plain: Paint = (_colour, text) => text
