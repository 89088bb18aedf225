import assert from 'node:assert/strict'
import { hoursOfFrench } from '../../../server/engine/model/french-hours'
import { isOpeningHours } from '../../../server/engine/model/opening-hours'

const RIGHT = [
  '24/7',
  'Mo-Fr',
  'Mo-Fr 08:00-20:00',
  'Mo-Fr 8:00-18:00',
  'Mo-Fr 08:00-12:00,Mo-Fr 14:00-18:00,Th 08:00-18:00',
  'Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00',
  'Mo-Fr 09:00-12:00, 14:00-18:30;',
  'Mo,We,Fr 10:00-16:00; PH off',
  'PH,Su 10:00-12:00',
  'SH Mo-Fr 09:00-17:00',
  'SH,PH off',
  'Apr-Sep: Mo-Su 07:00-21:00; Oct-Mar 08:00-18:00',
  'Dec 24-Jan 2 off',
  'Dec 25 off; Jan 1-15 closed "travaux"',
  '2024 Dec 24-2025 Jan 2 off',
  '2024-2026 Mo 10:00-12:00',
  '2025+ Mo-Fr 10:00-12:00',
  'easter -2 days off',
  'week 1-53/2 Fr 09:00-12:00',
  'week 10 Mo 09:00-12:00',
  'Mo[1] 09:00-12:00',
  'Su[1,3] 09:00-12:00; Su[-1] off',
  'sunrise-sunset',
  '(sunrise+01:00)-22:00',
  'Fr 22:00-04:00',
  'Fr 22:00-28:00',
  'Sa 18:00+',
  'Mo-Fr 10:00-16:00/01:30',
  'Mo-Fr 08:00-18:00 || "sur rendez-vous"',
  'off',
  '"sur rendez-vous"',
]

const WRONG = [
  '',
  'Lu-Ve',
  'Mo-Ve 08:00-12:00',
  'mo-fr 08:00-12:00',
  'Mo-Fr 8h-12h',
  'Mo-Fr 08:00-25:70',
  'Mo-Fr 08:00-49:00',
  'Mo-Fr 08:00 à 12:00',
  'Mon-Fri 08:00-12:00',
  'Monday 08:00-12:00',
  'Mo-Fr 08:00-12:00;; Sa',
  'Jan 32 off',
  'week 54 off',
  'Mo-',
  'ouvert',
  '9-12',
  '"sur rendez-vous',
]

describe('opening hours as OpenStreetMap writes them', () => {
  for (const text of RIGHT) it(`read ${JSON.stringify(text)}`, () => assert.ok(isOpeningHours(text)))
  for (const text of WRONG) it(`do not read ${JSON.stringify(text)}`, () => assert.ok(!isOpeningHours(text)))

  it('are read in linear time', () => {
    assert.ok(!isOpeningHours(`${'Mo-Fr 08:00-12:00,'.repeat(20_000)}x`))
    assert.ok(!isOpeningHours(`${'Mo,'.repeat(100_000)}x`))
    assert.ok(!isOpeningHours(`Mo${' '.repeat(100_000)}x`))
  })

  it('are made of French words where these are clear', () => {
    const made: Readonly<Record<string, string | undefined>> = {
      'Lu-Ve': 'Mo-Fr',
      'Lu-Ve 08:00-12:00': 'Mo-Fr 08:00-12:00',
      'lundi au vendredi 8h30 à 12h': 'Mo-Fr 08:30-12:00',
      'du lundi au vendredi de 9h à 12h et de 14h à 17h30': 'Mo-Fr 09:00-12:00,14:00-17:30',
      'Samedi : 9h-12h': 'Sa 09:00-12:00',
      'mardi et jeudi 14h-18h': 'Tu,Th 14:00-18:00',
      'dimanche fermé': 'Su off',
      '24h/24': '24/7',
      '24h/24 7j/7': '24/7',
      'aux beaux jours': undefined,
      'lundi matin': undefined,
    }
    assert.deepEqual(Object.fromEntries(Object.keys(made).map(text => [text, hoursOfFrench(text)])), made)
  })
})
