import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { plainDay } from '../../../server/engine/model/dated-column'
import { impossibleDay } from '../../../server/engine/model/impossible-day'
import { writtenDate } from '../../../server/engine/model/written-date'
import { implausibleDate } from '../../../server/engine/rules/implausible-date'
import { impossibleDate } from '../../../server/engine/rules/impossible-date'
import { check } from './check'
import { column, field } from './described'

const dates = column({ field: field({ type: 'date' }) })

/** A number up to that one in so many digits. */
const part = (most: number, width: number) => fc.nat(most).map(number => String(number).padStart(width, '0'))

describe('a day that no calendar has', () => {
  it('is told with the part that is wrong', () => {
    const told = Object.fromEntries(
      (
        '2021-04-31|31/04/2021|31.4.2021|04/31/2021|20210431|31 avril 2021|April 31, 2021|29/02/2023|29/02/2024|' +
        '2024-13-01|13/13/2024|00/04/2024|2024-00-00|0000-04-01|2023-02-30T10:00:00|30/02/2023 10:00|31/04/21|31/04|' +
        'demain|12'
      )
        .split('|')
        .map(text => {
          const found = impossibleDay(text)
          return [text, found?.what === 'day' ? `${found.year}-${found.month} has ${found.last}` : found?.what]
        }),
    )
    assert.deepEqual(told, {
      '2021-04-31': '2021-4 has 30',
      '31/04/2021': '2021-4 has 30',
      '31.4.2021': '2021-4 has 30',
      '04/31/2021': '2021-4 has 30',
      '20210431': '2021-4 has 30',
      '31 avril 2021': '2021-4 has 30',
      'April 31, 2021': '2021-4 has 30',
      '29/02/2023': '2023-2 has 28',
      '29/02/2024': undefined,
      '2024-13-01': 'month',
      '13/13/2024': 'month',
      '00/04/2024': 'zero',
      '2024-00-00': 'zero',
      '0000-04-01': 'year',
      '2023-02-30T10:00:00': '2023-2 has 28',
      '30/02/2023 10:00': '2023-2 has 28',
      '31/04/21': undefined,
      '31/04': undefined,
      demain: undefined,
      '12': undefined,
    })
  })

  it('is never one that can be read, and bytes say so too', () => {
    const parts = fc.tuple(part(2100, 4), part(14, 2), part(33, 2), fc.constantFrom('-', '/'), fc.boolean())
    fc.assert(
      fc.property(parts, ([year, month, day, mark, isYearFirst]) => {
        const text = (isYearFirst ? [year, month, day] : [day, month, year]).join(mark)
        assert.equal(impossibleDay(text) === undefined, writtenDate(text) !== undefined)
        const bytes = new TextEncoder().encode(`;${text};`)
        const seen = plainDay(bytes, 1, bytes.length - 1)
        assert.ok(seen === 0 || (seen === Number(year + month + day) && writtenDate(text)))
      }),
    )
  })
})

describe('impossible-date', () => {
  it('speaks in columns of dates only', () => {
    const wrong = { '2021-04-31': 'no fix', '31/04/2021': 'no fix', ' 31/04/2021 ': 'no fix', '2021-04-30': undefined }
    check(impossibleDate, dates, wrong)
    check(impossibleDate, column({ label: 'date', sample: ['31/04/2021', '12/03/2021'] }), wrong)
    check(impossibleDate, column({ sample: ['2021-04-30', '2021-04-31', '2021-04-29'] }), wrong)
    const none = { '2021-04-31': undefined, '31/04/2021': undefined }
    check(impossibleDate, column({ field: field() }), none)
    check(impossibleDate, column({ field: field({ type: 'number' }) }), none)
    check(impossibleDate, column({ label: 'dossier', sample: ['31/04/2021', '12/03/2021'] }), none)
    check(impossibleDate, column({ label: 'date', sample: ['31/04/2021', 'hier', 'demain'] }), none)
  })

  it('leaves what a field of its own layout reads', () =>
    check(
      impossibleDate,
      column({ field: field({ type: 'date', read: text => (text === '2021.31.12' ? 1 : undefined) }) }),
      {
        '2021.31.12': undefined,
        '2021.12.32': 'no fix',
      },
    ))
})

describe('implausible-date', () => {
  const today = '2025-06-30'

  it('believes what is neither before 1900 nor far ahead', () =>
    check(
      implausibleDate,
      dates,
      {
        '1899-12-31': 'no fix',
        '1899-06-01': 'no fix',
        '0202-03-17': 'no fix',
        '2204-03-17': 'no fix',
        '1900-01-01': undefined,
        '2024-02-29': undefined,
        '2075-12-31': undefined,
        '2076-01-01': 'no fix',
        '2204-02-30': undefined,
        demain: undefined,
      },
      today,
    ))

  it('refuses the future to what has happened, once it knows the day', () => {
    const notified = column({ field: field({ name: 'dateNotification', type: 'date' }) })
    const later = { '2025-06-30': undefined, '2025-07-01': 'no fix' }
    check(implausibleDate, notified, later, today)
    check(implausibleDate, notified, { '2025-07-01': undefined, '2204-03-17': 'no fix' })
    check(implausibleDate, column({ label: 'Date de mise à jour', sample: ['2024-05-12'] }), later, today)
    check(
      implausibleDate,
      column({ label: 'Date prévue de notification', sample: ['2024-05-12'] }),
      {
        '2025-07-01': undefined,
      },
      today,
    )
  })

  it('takes the label and the other values of the column for evidence', () => {
    const births = column({ field: field({ name: 'date_naissance', type: 'date' }) })
    check(implausibleDate, births, { '1872-05-12': undefined, '0202-05-12': 'no fix' }, today)
    const update = column({ field: field({ name: 'date_maj', type: 'date' }) })
    check(implausibleDate, update, { '1969-05-12': 'no fix', '1970-01-01': undefined }, today)
    const lease = column({ field: field({ name: 'date_fin', type: 'date' }) })
    check(implausibleDate, lease, { '2124-05-12': undefined, '2126-05-12': 'no fix' }, today)
    const old = ['1850-01-02', '1851-01-02', '1852-01-02', '1950-01-02']
    check(implausibleDate, column({ field: field({ type: 'date' }), sample: old }), { '1850-05-12': undefined }, today)
  })

  it('leaves the schema to tell its own bounds', () => {
    const bounded = field({ type: 'date', constraints: { maximum: '2100-12-31' } })
    check(implausibleDate, column({ field: bounded }), { '2204-03-17': undefined, '2099-03-17': 'no fix' }, today)
  })
})
