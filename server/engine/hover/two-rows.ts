import type { Dataset } from '../dataset'
import { homeOf } from '../home'
import { plain } from '../markdown'
import type { Diagnostic } from '../model/diagnostic'
import type { Language } from '../model/language'
import { shortened } from '../model/shown'
import { ruleById } from '../rules/by-id'
import { Withheld } from '../withheld'

/** Columns that are shown, those in which the rows differ first. */
const MOST = 12

/**
 * A row that is compared with one before it and that row, side by side, as a Markdown table; cells that differ are bold.
 * Undefined for a finding about one row, and for two rows that are the same.
 */
export function twoRowsMarkdown(dataset: Dataset, diagnostic: Diagnostic, language: Language): string | undefined {
  const rows = comparedRows(diagnostic)
  if (!rows) return undefined
  const home = homeOf(dataset, diagnostic)
  const { table } = home
  const withheld = new Withheld(home)
  const shown = table.labels.map((label, column) => {
    const [one = '', other = ''] = rows.map(row => table.text(row, column))
    const differs = one.trim() !== other.trim()
    const cells = [one, other].map(text => (withheld.isValue(column, text) ? '…' : plain(shortened(text))))
    return { column, differs, line: [plain(label), ...(differs ? cells.map(bold) : cells)] }
  })
  if (!shown.some(({ differs }) => differs)) return undefined
  const kept = shown
    .toSorted((a, b) => Number(b.differs) - Number(a.differs) || a.column - b.column)
    .slice(0, MOST)
    .toSorted((a, b) => a.column - b.column)
  const head = ['', ...rows.map(row => words[language].row(row + 1))]
  return [head, head.map(() => '---'), ...kept.map(({ line }) => line)]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** The row before and the row at fault, from 0. */
function comparedRows({ rule: id, row, facts }: Diagnostic): readonly [number, number] | undefined {
  const rule = ruleById(id)
  if (rule?.scope !== 'key' || row === undefined) return undefined
  const [before] = rule.related?.places(facts, { row }) ?? []
  return before && 'row' in before && before.row !== undefined ? [before.row, row] : undefined
}

function bold(text: string): string {
  return text === '' ? '' : `**${text}**`
}

const words = {
  fr: { row: (number: number) => `ligne ${number}` },
  en: { row: (number: number) => `row ${number}` },
} as const
