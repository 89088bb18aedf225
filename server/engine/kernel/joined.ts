import type { DayBounds, Form, NumberForm } from '../model/accept'
import { isSame } from '../model/same'

/** A test of the cells of a column: signature bits that it is about, −1 for any cell, and what it accepts. */
export interface Test {
  readonly concerns: number
  readonly form: Form | Joint | undefined
}

/** What stands for the forms of several tests. */
export type Joint = Within | ManyDigits

/** The comparisons of one number. */
export interface Within {
  readonly is: 'within'
  readonly number: NumberForm
  readonly limits: readonly Compared[]
}

/** Forms each of which accepts a cell of fewer digits, asked of those that have as many. */
interface ManyDigits {
  readonly is: 'many-digits'
  readonly from: number
  readonly forms: readonly Form[]
}

type Compared = Form & { readonly is: 'compared' }
type Day = Form & { readonly is: 'plain-day' }

/** Digits that few cells have. */
const MANY = 9

/** The tests with those that go through a cell in the same way made one, which concerns whatever any of them does. */
export function joined(tests: readonly Test[]): readonly Test[] {
  const without = tests.flatMap(({ form }) => (form?.is === 'without' ? form.sequences : []))
  const isOther = ({ form }: Test) => form?.is !== 'without'
  const concerns = tests.reduce((mask, test) => (isOther(test) ? mask : mask | test.concerns), 0)
  const [kept, more]: [readonly Test[], readonly Test[]] =
    without.length < 2
      ? [tests, []]
      : [tests.filter(isOther), [{ concerns, form: { is: 'without', sequences: without } }]]
  return [...once(withinLimits(madeOne(madeOne(kept, isDay, daysOfAll), hasFewDigits, manyDigits))), ...more]
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

function hasFewDigits(form: Test['form']): form is Form {
  return form !== undefined && form.is !== 'within' && form.is !== 'many-digits' && digitsOf(form) >= MANY
}

function manyDigits(forms: readonly Form[]): Joint {
  return { is: 'many-digits', from: Math.min(...forms.map(digitsOf)), forms }
}

/** The digits below which a form accepts whatever a cell holds; 0 where it does not go by them. */
function digitsOf(form: Form): number {
  if (form.is === 'few-digits') return form.below
  return form.is === 'either' ? Math.max(...form.forms.map(digitsOf)) : 0
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
