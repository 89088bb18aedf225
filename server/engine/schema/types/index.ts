import type { FieldType } from '../../model/field'
import { any } from './any'
import { array } from './array'
import { boolean } from './boolean'
import { date } from './date'
import { datetime } from './datetime'
import { duration } from './duration'
import { geojson } from './geojson'
import { geopoint } from './geopoint'
import { integer } from './integer'
import { list } from './list'
import { number } from './number'
import { object } from './object'
import type { Reading, Spelling } from './reading'
import { string } from './string'
import { time } from './time'
import { year } from './year'
import { yearmonth } from './yearmonth'

/** Each field type: how its values are read, or nothing when the format is not one of the type's. */
export const types: Readonly<Record<FieldType, (spelling: Spelling) => Reading | undefined>> = {
  any,
  array,
  boolean,
  date,
  datetime,
  duration,
  geojson,
  geopoint,
  integer,
  list: spelling => {
    const item = types[spelling.itemType]({ ...spelling, format: 'default', itemType: 'string' })
    return item && list(spelling, item)
  },
  number,
  object,
  string,
  time,
  year,
  yearmonth,
}

/** Types whose values have an order: they are read to numbers, so that `<` compares a value with a bound. */
export const orderedTypes: ReadonlySet<FieldType> = new Set<FieldType>([
  'date',
  'datetime',
  'duration',
  'integer',
  'number',
  'time',
  'year',
  'yearmonth',
])
