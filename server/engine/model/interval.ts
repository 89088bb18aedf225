import { daysReader, holdsDates } from './dated-column'
import { wordsOf } from './identifier'
import { mostlyOf } from './lesson'
import type { Column, Evidence } from './table'

/** Two columns of which the one begins what the other ends. */
interface Interval {
  readonly start: number
  readonly end: number
  /** True when the end surely comes before the start; false when one of them cannot be read. */
  readonly isInverted: (start: string, end: string) => boolean
}

/** The pairs of columns whose labels differ by a word such as start and end, and whose values can be compared. */
export function intervalsOf(columns: readonly Column[]): readonly Interval[] {
  const sides = new Map<string, { readonly starts: Column[]; readonly ends: Column[] }>()
  for (const column of columns) {
    const found = sideOf(column)
    if (!found) continue
    const side = sides.get(found.of) ?? { starts: [], ends: [] }
    sides.set(found.of, side)
    side[found.is].push(column)
  }
  return [...sides.values()].flatMap(({ starts: [start, ...others], ends: [end, ...more] }) => {
    // Two starts for one end: nobody knows which.
    if (!start || !end || others.length + more.length > 0) return []
    const isInverted = comparison(start, end)
    return isInverted ? [{ start: start.index, end: end.index, isInverted }] : []
  })
}

/** True for a column that holds a start and an end in each cell, as ISO 8601 writes intervals of days. */
export function holdsIntervals({ field, learn }: Evidence): boolean {
  const matches = field?.constraints.pattern?.matches
  if (field && field.type !== 'string') return false
  if (matches) return matches('2017-03-14/2018-03-14') === true && matches('x') === false
  return learn(areIntervals)
}

const areIntervals = mostlyOf(0.5, value => intervalIn(value) !== undefined)

/** The days of an interval written YYYY-MM-DD/YYYY-MM-DD. */
export function intervalIn(text: string): { readonly start: string; readonly end: string } | undefined {
  const [, start, end] = /^\s*(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)\s*$/.exec(text) ?? []
  return start !== undefined && end !== undefined ? { start, end } : undefined
}

/** Two days, each with its year first, as ISO 8601 writes the interval from one to the other. */
export function asInterval(text: string): string | undefined {
  const days = DAYS.exec(text)?.slice(1)
  return days && `${days.slice(0, 3).join('-')}/${days.slice(3).join('-')}`
}

const DAYS = /^\s*(\d{4})[-/.](\d\d)[-/.](\d\d)\s*(?:[_/–—-]|au|à|to)\s*(\d{4})[-/.](\d\d)[-/.](\d\d)\s*$/i

const START = /^(?:debut|start|begin|beginning|from|ouverture|opening)$/
const END = /^(?:fin|end|ending|to|until|fermeture|cloture|closing)$/
const SMALL = /^(?:de|du|des|d|la|le|l|of|the)$/

/** Which side of what a label says, the words in any order but for the one that tells the side. */
function sideOf({ label, field }: Column): { readonly is: 'starts' | 'ends'; readonly of: string } | undefined {
  const words = wordsOf({ field, label })
    .flatMap(word => word.replace(/^(date|annee|periode)(?=(?:debut|fin)$)/, '$1 ').split(' '))
    .filter(word => !SMALL.test(word))
  const sides = words.filter(word => START.test(word) || END.test(word))
  if (sides.length !== 1) return undefined
  const of = words.filter(word => word !== sides[0]).join(' ')
  return { is: START.test(sides[0]!) ? 'starts' : 'ends', of }
}

/** Types whose values follow each other in time; a time of day does not, since a night ends before it began. */
const IN_TIME = new Set(['date', 'datetime', 'year', 'yearmonth'])

function comparison(start: Column, end: Column): Interval['isInverted'] | undefined {
  const [first, last] = [start.field, end.field]
  if (first && last && first.type === last.type && IN_TIME.has(first.type))
    return (from, to) => {
      const [began, ended] = [first.read(from), last.read(to)]
      return typeof began === 'number' && typeof ended === 'number' && ended < began
    }
  if (isYears(start) && isYears(end)) return (from, to) => YEAR.test(from) && YEAR.test(to) && Number(to) < Number(from)
  if (!holdsDates(start) || !holdsDates(end)) return undefined
  const [startOf, endOf] = [daysReader(start), daysReader(end)]
  return (from, to) => {
    const began = startOf(from)
    const ended = endOf(to)
    // Where day and month may be exchanged, no reading may agree.
    return began.length > 0 && ended.length > 0 && ended.every(day => began.every(other => day < other))
  }
}

const YEAR = /^\s*(?:1[5-9]|20|21)\d\d\s*$/

function isYears({ field, learn }: Evidence): boolean {
  return (!field || field.type === 'integer') && learn(areYears)
}

const areYears = mostlyOf(0.9, value => YEAR.test(value))
