import type { Ends, Form, Layout } from '../model/accept'
import { isSame } from '../model/same'
import { type Shape, shapeOf } from './shape'

/** A form of a test as the rules give it, and the signature bits that it is about. */
interface Asked {
  readonly concerns: number
  readonly form: Form
}

/** The tests without those that accept whatever another of them does, all being asked of the same cells. */
export function withoutImplied<Test extends Asked>(tests: readonly Test[]): readonly Test[] {
  const kept = [...tests]
  for (let i = kept.length - 1; i >= 0; i--)
    if (kept.some((other, j) => j !== i && isImplied(kept[i]!.form, other.form))) kept.splice(i, 1)
  return kept
}

/** Whether a form surely accepts each content that is not empty and that the kernel accepts by another. */
function isImplied(form: Form, by: Form): boolean {
  if (form === by || form.is === 'any') return true
  if (form.is === 'either') return form.forms.some(one => isImplied(one, by))
  if (form.is === 'one-of') return by.is === 'one-of' && isSame(form, by)
  if (isNumberOf(form, by) || isMomentOf(form, by)) return true
  const shapes = shapesOf(by)
  return shapes !== undefined && shapes.every(shape => isOfAll(form, shape))
}

/** Whether a form accepts the numbers that another compares, or that are no placeholders. */
function isNumberOf(form: Form, by: Form): boolean {
  if (by.is === 'plain-number') return form.is === 'plain-number' && form.placeholders === 'counted'
  if (by.is !== 'compared' || by.number.is !== 'number') return false
  const { mark } = by.number
  if (form.is === 'plain-number') return form.placeholders === 'counted' && [-1, 44, 46].includes(mark)
  return form.is === 'number' && form.mark === mark
}

/** Whether a form accepts the moments of the layouts that another has, two of which the kernel tries. */
function isMomentOf(form: Form, by: Form): boolean {
  if (form.is !== 'moment' || form.layouts.length > 2) return false
  const layouts = by.is === 'compared' && by.number.is === 'day' ? [by.number.layout] : by.is === 'moment' && by.layouts
  return layouts && layouts.every(layout => form.layouts.some(other => isSame(layout, other)))
}

/** What a form accepts, where these are texts of a few shapes. */
function shapesOf(form: Form): readonly Shape[] | undefined {
  switch (form.is) {
    case 'siret':
      return [digits(14)]
    case 'siren':
      return [digits(9)]
    case 'moment':
      return form.layouts.map(shapeOfLayout)
    case 'compared':
      return form.number.is === 'day' ? [shapeOfLayout(form.number.layout)] : undefined
    case 'automaton': {
      const shape = shapeOf(form.table)
      return shape && [shape]
    }
    default:
      return undefined
  }
}

function digits(width: number): Shape {
  return Array.from({ length: width }, () => ({ least: 48, most: 57 }))
}

function shapeOfLayout({ width, literals }: Layout): Shape {
  const shape = [...digits(width)]
  for (const { at, byte } of literals) shape[at] = { least: byte, most: byte }
  return shape
}

/** Whether a form accepts all texts of a shape, which are ASCII. */
function isOfAll(form: Form, shape: Shape): boolean {
  const { length } = shape
  switch (form.is) {
    case 'few-digits':
      return shape.filter(place => maybe(place, isDigit)).length < form.below
    case 'capitals-apart':
      return shape.every((place, i) => i === 0 || !maybe(place, isDigit) || !maybe(shape[i - 1]!, isCapital))
    case 'characters':
      return length >= form.least && length <= form.most
    case 'no-length-of':
      return !form.lengths.includes(length)
    case 'other-bytes':
      return shape.some(place => !maybe(place, byte => form.than.includes(byte)))
    case 'no-large-number':
      return length <= form.kept && shape.every(place => !maybe(place, byte => !isDigit(byte)))
    case 'ends':
      return acceptsEnds(form.ends, shape)
    case 'automaton': {
      const other = shapeOf(form.table)
      return other?.length === length && shape.every((place, i) => isWithin(place, other[i]!))
    }
    default:
      return false
  }
}

function acceptsEnds({ first, last }: Ends, shape: Shape): boolean {
  const bit = 1 << Math.min(shape.length, 31)
  const refuses = (lengths: Uint32Array) => (byte: number) => (lengths[byte]! & bit) !== 0
  return shape.length > 0 && !maybe(shape[0]!, refuses(first)) && !maybe(shape.at(-1)!, refuses(last))
}

function isWithin(place: Shape[number], other: Shape[number]): boolean {
  return place.least >= other.least && place.most <= other.most
}

/** Whether one of the bytes that may stand in a place is such a one. */
function maybe({ least, most }: Shape[number], is: (byte: number) => boolean): boolean {
  for (let byte = least; byte <= most; byte++) if (is(byte)) return true
  return false
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90
}
