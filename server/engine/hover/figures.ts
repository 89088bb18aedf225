import { figureWords } from '../figure-words'
import { figuresOf, gapInWords } from '../figures'
import { plain } from '../markdown'
import { distanceOf } from '../meaning/date'
import type { Language } from '../model/language'
import type { ColumnProfile } from '../model/profile'
import type { Reader } from '../model/reader'

/** The facts of a column as they are known now, and what they are of: the text, its first rows, or what it was before. */
export interface KnownFacts {
  readonly profile: ColumnProfile
  /** Rows in which something stands, of those read. */
  readonly rows: number
  readonly of: 'all' | 'first-rows' | 'before'
}

/** The figures of a column as Markdown: a sentence on what they tell, a table, and a note where they are not those of all. */
export function figuresMarkdown({ profile, rows, of }: KnownFacts, { language, level }: Reader, today: string): string {
  const say = figureWords[language]
  const figures = figuresOf(profile, rows, language).filter(({ isDetail }) => level === 'agent' || !isDetail)
  const lines = figures.map(({ name, value }) => `| ${plain(name)} | ${plain(value)} |`)
  const said = gapInWords(profile, language) ?? freshness(profile, language, today)
  // Hovers are low: what is to be read stands above what is to be looked up.
  const parts = [...(said ? [plain(said)] : []), `| ${say.column} | |\n| --- | --- |\n${lines.join('\n')}`]
  if (of === 'first-rows') parts.push(`*${plain(say.firstRows(rows))}*`)
  if (of === 'before') parts.push(`*${plain(say.before)}*`)
  return parts.join('\n\n')
}

/** How long ago the last of the dates is, which says how fresh the rows are. */
function freshness({ dates }: ColumnProfile, language: Language, today: string): string | undefined {
  if (!dates || dates.unit !== 'day') return undefined
  const last = dates.last.slice(0, 10)
  return figureWords[language].lastDate(last, distanceOf(last, today, language), last <= today)
}
