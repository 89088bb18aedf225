import assert from 'node:assert/strict'
import { writtenDate } from '../../server/engine/model/written-date'

describe('written dates', () => {
  const expected: Readonly<Record<string, string | undefined>> = {
    '2024-05-12': 'iso 2024-05-12 none',
    '2024/05/12': 'year-first 2024-05-12 none',
    '20240512': 'year-first 2024-05-12 none',
    '31/12/2024': 'day-first 2024-12-31 none',
    '12/31/2024': 'month-first 2024-12-31 none',
    '05/06/2024': 'either 2024-06-05,2024-05-06 none',
    '05/05/2024': 'either 2024-05-05 none',
    '17/03/21': 'day-first  none',
    'mar. 6 mai 2025': 'words 2025-05-06 none',
    'mar 6 2025': 'words 2025-03-06 none',
    '1er août 2024 00:00': 'words 2024-08-01 midnight',
    '3 juil. 2022': 'words 2022-07-03 none',
    '10th Jan 1969': 'words 1969-01-10 none',
    '2024-05-12T00:00:00': 'iso 2024-05-12 midnight',
    // Midnight in Greenwich is another hour in Poitiers, and may be another day.
    '2024-05-12T00:00:00Z': 'iso 2024-05-12 time',
    '12/05/2024 à 14h30': 'either 2024-05-12,2024-12-05 time',
    '29/02/2023': undefined,
    '29/02/2024': 'day-first 2024-02-29 none',
    '2024-02-30': undefined,
    '3 jui 2022': undefined,
    '06/07/2020 25:00': undefined,
    '2022/01/13_2024/01/12': undefined,
    '1.2': undefined,
  }

  const times: Readonly<Record<string, string | undefined>> = {
    '18/04/2024 9h': '09:00',
    '18/04/2024 10:30': '10:30',
    '18/04/2024 10:30:05,25': '10:30:05.25',
    '2024-04-18 10:30 +0200': '10:30+02:00',
    '18/04/2024 10:30z': '10:30Z',
    '18/04/2024 10:30 pm': '22:30',
    '18/04/2024 12:05am': '00:05',
    '18/04/2024 12:05:09 PM': '12:05:09',
    '18/04/2024 13:30 pm': undefined,
    '18/04/2024 0:30 am': undefined,
    '18/04/2024': undefined,
  }

  for (const [text, wanted] of Object.entries(times))
    it(`the time of ${text}`, () => {
      const time = writtenDate(text)?.time
      assert.equal(time && time.minutes + time.seconds + time.zone, wanted)
    })

  for (const [text, wanted] of Object.entries(expected))
    it(text, () => {
      const date = writtenDate(text)
      assert.equal(date && `${date.layout} ${date.days.join()} ${date.clock}`, wanted)
    })
})
