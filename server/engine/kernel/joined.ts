import { type DayBounds, type Ends, type Form, ISO_LAYOUT, type NumberForm } from '../model/accept'
import { isSame } from '../model/same'

/** A test of the cells of a column: signature bits that it is about, −1 for any cell, and what it accepts. */
export interface Test {
  readonly concerns: number
  readonly form: Form | Joint | undefined
}

/** What stands for the forms of several tests. */
export type Joint = Within | ManyDigits | AllEnds | IsoDay

/** The comparisons of one number. */
export interface Within {
  readonly is: 'within'
  readonly number: NumberForm
  readonly limits: readonly Compared[]
}

/** A plain day within bounds, as ISO 8601 writes it. */
interface IsoDay {
  readonly is: 'iso-day'
  readonly bounds: Omit<DayBounds, 'moments'>
}

/** Forms, from few digits to many, each of which is asked of a cell that has as many; one that is left out accepts nothing. */
interface ManyDigits {
  readonly is: 'many-digits'
  readonly forms: readonly { readonly from: number; readonly form: Form | undefined }[]
}

/** Ends each of which a cell must have. */
interface AllEnds {
  readonly is: 'all-ends'
  readonly ends: readonly Ends[]
}

/** Milliseconds. */
const DAY = 86_400_000

type Compared = Form & { readonly is: 'compared' }
type Day = Form & { readonly is: 'plain-day' }

/** The tests with those that go through a cell in the same way made one, which concerns whatever any of them does. */
export function joined(tests: readonly Test[]): readonly Test[] {
  const without = tests.flatMap(({ form }) => (form?.is === 'without' ? form.sequences : []))
  const isOther = ({ form }: Test) => form?.is !== 'without'
  const concerns = tests.reduce((mask, test) => (isOther(test) ? mask : mask | test.concerns), 0)
  const [kept, more]: [readonly Test[], readonly Test[]] =
    without.length < 2
      ? [tests, []]
      : [tests.filter(isOther), [{ concerns, form: { is: 'without', sequences: without } }]]
  const ofDays = madeOne(kept, isDay, daysOfAll)
  return [...once(isoDays(withinLimits(madeOne(endsTogether(ofDays), goesByDigits, manyDigits)))), ...more]
}

/** The tests with those of one sort that are about the same cells made one, in place of the first of them. */
function madeOne<Kept extends Form>(
  tests: readonly Test[],
  isOfSort: (form: Test['form']) => form is Kept,
  joint: (forms: readonly Kept[]) => Form | Joint,
): readonly Test[] {
  return tests.flatMap((test, i) => {
    if (!isOfSort(test.form)) return [test]
    const { concerns } = test
    const alike = tests.flatMap((other, j) =>
      other.concerns === concerns && isOfSort(other.form) ? [{ j, form: other.form }] : [],
    )
    if (alike.length === 1) return [test]
    return alike[0]!.j === i ? [{ concerns, form: joint(alike.map(({ form }) => form)) }] : []
  })
}

function isDay(form: Test['form']): form is Day {
  return form?.is === 'plain-day'
}

/** The days within all bounds. */
function daysOfAll(days: readonly Day[]): Form {
  const bounds = days.map(day => day.bounds)
  const moments = bounds.flatMap(one => one.moments ?? [])
  return {
    is: 'plain-day',
    bounds: {
      ...within(bounds),
      newYear: bounds.some(({ newYear }) => newYear === 'odd') ? 'odd' : 'fine',
      ...(moments.length === bounds.length && { moments: within(moments) }),
    },
  }
}

function within(bounds: readonly Pick<DayBounds, 'after' | 'before'>[]): Pick<DayBounds, 'after' | 'before'> {
  return {
    after: Math.max(...bounds.map(({ after }) => after)),
    before: Math.min(...bounds.map(({ before }) => before)),
  }
}

/** The tests by ends with those made one that are about the same cells and let the same byte save the last one. */
function endsTogether(tests: readonly Test[]): readonly Test[] {
  const kept: Test[] = []
  for (const test of tests) {
    const ends = endsOf(test.form)
    const i = kept.findIndex(
      ({ concerns, form }) =>
        ends.length > 0 && concerns === test.concerns && endsOf(form).length > 0 && agree([...endsOf(form), ...ends]),
    )
    if (i < 0) kept.push(test)
    else kept[i] = { ...test, form: { is: 'all-ends', ends: [...endsOf(kept[i]!.form), ...ends] } }
  }
  return kept
}

function endsOf(form: Test['form']): readonly Ends[] {
  if (form?.is === 'ends') return [form.ends]
  return form?.is === 'all-ends' ? form.ends : []
}

function agree(ends: readonly Ends[]): boolean {
  const [one, ...others] = ends.filter(({ last }) => last.some(lengths => lengths !== 0))
  return others.every(({ beforeLast }) => beforeLast.every((saves, byte) => saves === one!.beforeLast[byte]))
}

function goesByDigits(form: Test['form']): form is Form {
  return (form?.is === 'few-digits' || form?.is === 'either') && byDigits(form) !== undefined
}

function manyDigits(forms: readonly Form[]): Joint {
  return { is: 'many-digits', forms: forms.map(form => byDigits(form)!).toSorted((a, b) => a.from - b.from) }
}

/** The digits from which on a form goes by another one; undefined where it does not go by them. */
function byDigits(form: Form): ManyDigits['forms'][number] | undefined {
  if (form.is === 'few-digits') return { from: form.below, form: undefined }
  if (form.is !== 'either') return undefined
  const [one, other] = form.forms
  if (one.is === 'few-digits') return { from: one.below, form: other }
  return other.is === 'few-digits' ? { from: other.below, form: one } : undefined
}

/** The comparisons of one number made one, and what the number must be to be compared left out. */
function withinLimits(tests: readonly Test[]): readonly Test[] {
  const compared = tests.filter(isCompared)
  return tests.flatMap(test => {
    const { concerns, form } = test
    const alike = compared.filter(other => isReadAs(form, other.form.number))
    if (form?.is !== 'compared') return alike.some(other => isCovered(concerns, other.concerns)) ? [] : [test]
    const same = alike.filter(other => other.concerns === concerns)
    if (same[0] !== test) return []
    return [{ concerns, form: { is: 'within', number: form.number, limits: same.map(other => other.form) } }]
  })
}

/** The comparisons of a day that ISO 8601 writes, with the test for plain days of the same cells, made one. */
function isoDays(tests: readonly Test[]): readonly Test[] {
  const fused = tests.flatMap(({ concerns, form: compared }, at) => {
    if (compared?.is !== 'within' || compared.number.is !== 'day' || !isSame(compared.number.layout, ISO_LAYOUT))
      return []
    const { limits } = compared
    const plain = tests.findIndex(other => other.concerns === concerns && isDay(other.form))
    const day = tests[plain]?.form
    const form = day && isDay(day) && isoDay(day, limits)
    return form ? [{ at, plain, form }] : []
  })
  return tests.flatMap((test, i) => {
    if (fused.some(({ plain }) => plain === i)) return []
    const form = fused.find(({ at }) => at === i)?.form
    return form ? [{ ...test, form }] : [test]
  })
}

/** Undefined where a limit is no day from the year 0 on. */
function isoDay({ bounds: { after, before, newYear } }: Day, limits: readonly Compared[]): IsoDay | undefined {
  const limited = limits.map(({ how, limit }) => {
    const day = writtenDay(limit)
    if (how[0] === '>') return { after: how === '>' ? day : day - 1, before }
    return { after, before: how === '<' ? day : day + 1 }
  })
  const bounds = { ...within([{ after, before }, ...limited]), newYear }
  return Number.isNaN(bounds.after + bounds.before) ? undefined : { is: 'iso-day', bounds }
}

/** The day so many days after 1970-01-01 as the number YYYYMMDD; NaN before the year 0. */
function writtenDay(days: number): number {
  const date = new Date(days * DAY)
  const year = date.getUTCFullYear()
  return year < 0 ? Number.NaN : (year * 100 + date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}

/** Each form that several tests have left to the one that concerns whatever the others do. */
function once(tests: readonly Test[]): readonly Test[] {
  return tests.filter(({ concerns, form }, i) => {
    if (!form) return true
    const isSpare = (other: Test, j: number) =>
      other.form === form && isCovered(concerns, other.concerns) && (concerns !== other.concerns || j < i)
    return !tests.some(isSpare)
  })
}

/** Whether one test concerns every cell that another does. */
function isCovered(concerns: number, by: number): boolean {
  return (concerns & ~by) === 0
}

function isCompared(test: Test): test is Test & { readonly form: Compared } {
  return test.form?.is === 'compared'
}

/** Whether a form accepts all that is read as such a number, or compares what is. */
function isReadAs(form: Test['form'], number: NumberForm): boolean {
  if (form?.is === 'compared') return isSame(form.number, number)
  if (form?.is === 'number') return number.is === 'number' && form.mark === number.mark
  return form?.is === 'moment' && number.is === 'day' && form.layouts.some(layout => isSame(layout, number.layout))
}
