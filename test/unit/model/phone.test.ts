import assert from 'node:assert/strict'
import { phoneFault } from '../../../server/engine/model/phone'

const FAULTS: Readonly<Record<string, ReturnType<typeof phoneFault>>> = {
  '0199001234': undefined,
  '01 99 00 12 34': undefined,
  '01.99.00.12.34': undefined,
  '01-99-00-12-34': undefined,
  '01\u00A099\u202F00 12 34': undefined,
  '+33 1 99 00 12 34': undefined,
  '+33 (0)1 99 00 12 34': undefined,
  '+330199001234': undefined,
  '0033199001234': undefined,
  '33199001234': undefined,
  '+262 262 12 34 56': undefined,
  '0692 12 34 56': undefined,
  '+508 41 12 34': undefined,
  '+687 25 12 34': undefined,
  '+689 40 12 34 56': undefined,
  '+32 2 123 45 67': undefined,
  '+1 202 555 0123': undefined,
  '15': undefined,
  '112': undefined,
  '115': undefined,
  '3949': undefined,
  '116 117': undefined,
  '118 008': undefined,
  '619 13 45': 'count',
  '01288398': 'count',
  '019900123': 'count',
  '01990012345': 'count',
  '199001234': 'count',
  '+33 99 00 12 34': 'count',
  '+32 12': 'count',
  '+32 123456789012345': 'count',
  '0099001234': 'plan',
  '+999 123 456 789': 'country',
  '999': 'count',
  'voir accueil': 'other',
  '01 99 00 12 34 / 01 99 00 12 35': 'count',
  '01 99 00 12 3O': 'other',
  '+': 'other',
}

describe('a telephone number', () => {
  for (const [text, fault] of Object.entries(FAULTS))
    it(`${text} ${fault === undefined ? 'can be called' : `has the fault ${fault}`}`, () =>
      assert.equal(phoneFault(text), fault))
})
