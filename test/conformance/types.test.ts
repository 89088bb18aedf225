import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Field, Value } from '../../server/engine/model/field'
import { readSchema } from '../../server/engine/schema/table-schema'
import { describeShared, holdsOrDiffers } from './cases'

interface Case {
  readonly id: string
  readonly kind: string
  readonly field: { readonly type: string }
  readonly cell: string
  readonly valid: boolean
  readonly value?: any
  readonly conflict: boolean
}

/** Cases that we answer otherwise, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'types/0538':
    'frictionless-ts keeps a list of integers whose item 1.5 it could not read, as a list with a hole; Table Schema gives all items the item type, and frictionless-py refuses the cell.',
}

describeShared('Table Schema types, as three implementations read them', () => {
  const cases = readFileSync('../shared/fixtures/cases.jsonl', 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Case)
    .filter(({ kind }) => kind === 'type')

  it('are all there', () => assert.equal(cases.length, 406))

  for (const { id, field, cell, valid, value, conflict } of cases) {
    const title = `${id}: ${JSON.stringify(cell)} is ${valid ? 'a' : 'no'} ${JSON.stringify(field)}`
    if (conflict) continue
    holdsOrDiffers(title, OTHERWISE[id], () => {
      const declared = readSchema({ fields: [field] }, 'case').schema!.fields[0]!
      const read = declared.read(cell)
      const allowed = declared.constraints.enum
      const isValid = read !== undefined && (!allowed || allowed.some(text => declared.read(text) === read))
      assert.equal(isValid, valid)
      if (valid) assert.deepEqual(comparable(declared, read!), comparable(declared, expected(declared, value)))
    })
  }
})

/** The value that a case expects, in the form in which our field reads it. */
function expected({ type }: Field, value: any): Value {
  if (typeof value === 'string' && type === 'date') return readPlain(value.slice(0, 10), type)
  if (typeof value === 'string' && (type === 'time' || type === 'duration')) return readPlain(value, type)
  if (value === null || typeof value !== 'object') return value
  if ('$decimal' in value) return Number(value.$decimal)
  if ('$number' in value) return Number(value.$number)
  if ('$date' in value) return readPlain(value.$date, 'date')
  if ('$time' in value) return readPlain(value.$time, 'time')
  if ('$datetime' in value) return readPlain(value.$datetime.replace('+00:00', 'Z'), 'datetime')
  if ('$duration' in value) return durationOf(JSON.parse(value.$duration))
  if ('$repr' in value) return timedelta(value.$repr)
  if ('$datetime_local' in value) {
    const [year, month, day, hour, minute, second] = value.$datetime_local.split('-').map(Number)
    const instant = Date.UTC(year, month - 1, day, hour, minute, second)
    return type === 'date' ? instant / 86_400_000 : instant
  }
  if (type === 'yearmonth') return value[0] * 12 + value[1] - 1
  return value
}

/** A value of the default format of a type. */
function readPlain(text: string, type: string): Value {
  return readSchema({ fields: [{ name: 'x', type }] }, 'case').schema!.fields[0]!.read(text)!
}

const UNITS: Readonly<Record<string, string>> = {
  years: 'Y',
  months: 'M',
  days: 'D',
  hours: 'H',
  minutes: 'M',
  seconds: 'S',
}

function durationOf(parts: Readonly<Record<string, number>>): Value {
  const text = (names: readonly string[]) => names.map(name => (parts[name] ? parts[name] + UNITS[name]! : '')).join('')
  const time = text(['hours', 'minutes', 'seconds'])
  return readPlain(`P${text(['years', 'months', 'days'])}${time && `T${time}`}`, 'duration')
}

/** Python's Duration(days, seconds, microseconds, years=…, months=…). */
function timedelta(repr: string): Value {
  const [, days, seconds, years, months] = /\((\d+), (\d+), 0, years=(\d+), months=(\d+)\)/.exec(repr)!
  return durationOf({ years: Number(years), months: Number(months), days: Number(days), seconds: Number(seconds) })
}

/** Items without value are null elsewhere and empty here; sums of floating-point milliseconds may differ in the last place. */
function comparable({ type }: Field, value: Value): unknown {
  if (type === 'list') return (value as unknown[]).map(item => item ?? '')
  return type === 'duration' ? Math.round(value as number) : value
}
