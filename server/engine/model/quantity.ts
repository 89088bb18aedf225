import { isNumeric } from './field'
import { labelIdentifier, labelWords } from './identifier'
import { type Lesson, tally } from './lesson'
import type { Evidence } from './table'
import { writtenNumbers } from './written-number'

/** Words of labels whose digits name a thing: nothing is counted or measured in such a column. */
const NAMING = new Set([
  'id',
  'identifiant',
  'numero',
  'num',
  'no',
  'n',
  'ref',
  'reference',
  'matricule',
  'adresse',
  'voie',
])

/** True for a column of quantities: its schema says so or, when it has none, its label does not gainsay that its values are numbers. */
export function holdsQuantities({ field, label, learn }: Evidence, areNumbers: Lesson<boolean>): boolean {
  if (field) return isNumeric(field) && field.identifier === undefined
  if (labelIdentifier(label) !== undefined || labelWords(label).some(word => NAMING.has(word))) return false
  return learn(areNumbers)
}

/** The decimal mark of a column: its schema's, else the one that more of its values have, a point when none has any. */
export function decimalMark(column: Evidence): string {
  if (column.field) return column.field.decimalChar
  const groups = groupMark(column)
  return groups ? (groups === '.' ? ',' : '.') : column.learn(usualMark)
}

/** The mark that groups digits by three in a column without a schema, where its numbers leave no doubt that it is no decimal mark. */
export function groupMark({ field, learn }: Evidence): Mark | undefined {
  return field ? undefined : learn(grouping)
}

export type Mark = ',' | '.'

const usualMark = tally<Mark, Mark>({
  kindOf: value => /\d([.,])\d+\D*$/.exec(value)?.[1] as Mark | undefined,
  judge: counts => ((counts.get(',') ?? 0) > (counts.get('.') ?? 0) ? ',' : '.'),
})

/** Numbers of which one group alone may be three decimals, and whole numbers of three digits beside them, that are enough. */
const GROUPED = 8
const WHOLE = 3
/** Numbers of two groups or more that are enough. */
const SURE = 3
/** Grouped ones for each whole number of four digits or more, which was repaired by itself. */
const REPAIRED = 5

/** What a number tells of the marks of its column: `2.644` reads in two ways, `1.242.123` and `2,5` in one. */
type Told = `${Mark} ${'either' | 'groups' | 'decimals'}` | 'hundreds' | 'less' | 'more'

/** Numbers of a column in which a mark can only be decimal, and those in which it can only group digits. */
export interface MarkUse {
  readonly decimals: number
  readonly groups: number
}

/** Whether they tell anything. */
export function isTold({ decimals, groups }: MarkUse): boolean {
  return decimals + groups > 0
}

/** How the first values of a column use a mark where they leave no doubt of it. */
export function markUse({ learn }: Pick<Evidence, 'learn'>, mark: Mark): MarkUse {
  return learn(use, mark)
}

/** Decimals are not always three, and numbers that are grouped have no whole one of four digits beside them. */
const grouping = tally<Mark | undefined, Told>({
  kindOf(value) {
    const text = value.trim()
    const [number, other] = writtenNumbers(text)
    if (number === undefined) return undefined
    if (other) return text.includes(',') ? ', either' : '. either'
    if (number.groups !== 'none')
      return number.groups === 'point' ? '. groups' : number.groups === 'comma' ? ', groups' : 'more'
    if (number.decimals !== undefined) return text.includes(',') ? ', decimals' : '. decimals'
    const digits = number.whole.replace('-', '').length
    return digits === 3 ? 'hundreds' : digits < 3 ? 'less' : 'more'
  },
  judge(counts) {
    const of = (told: Told) => counts.get(told) ?? 0
    const marks = (['.', ','] as const).filter(mark => of(`${mark} either`) + of(`${mark} groups`) > 0)
    const [mark] = marks
    if (mark === undefined || marks.length > 1 || of(`${mark} decimals`) > 0) return undefined
    const [either, sure] = [of(`${mark} either`), of(`${mark} groups`)]
    const isShown = sure >= SURE || (either >= GROUPED && of('hundreds') >= Math.max(WHOLE, of('less')))
    return isShown && of('more') * REPAIRED <= either + sure ? mark : undefined
  },
})

const use = tally<MarkUse, Told>({
  kindOf: grouping.kindOf,
  judge: (counts, { about: mark }) => ({
    decimals: counts.get(`${mark} decimals` as Told) ?? 0,
    groups: counts.get(`${mark} groups` as Told) ?? 0,
  }),
})
