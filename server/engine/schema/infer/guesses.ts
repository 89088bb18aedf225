import { types } from '../types'
import type { Reading, Spelling } from '../types/reading'

/** A way to read a column: the members of a field's descriptor that say so, and what they read. */
export interface Guess {
  readonly descriptor: Readonly<Record<string, unknown>> & { readonly type: keyof typeof types }
  readonly read: Reading['read']
  /** What a value must look like besides: a type may read more than anybody would guess from. */
  readonly wants?: RegExp
}

// A leading zero or a plus sign is a code or a telephone number, an exponent a code that a spreadsheet has ruined; beyond 15 digits a double is not exact.
const WHOLE = /^-?(?:0|[1-9]\d{0,14})$/
const GROUPED = /^-?(?:0|[1-9]\d{0,2}(?:[\s.,]?\d{3})*)(?:[.,]\d+)?$/
const NUMBER = /^-?(?:0|[1-9]\d{0,14})?(?:[.,]\d+)?$/
const WITH_UNIT = /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d+)?\s?(?:%|‰|€|EUR|euros?)$/i
const WEB_ADDRESS = /^https?:\/\//i

/** Spaces that group digits: plain, no-break, narrow no-break, thin. */
const SPACES = [' ', '\u00A0', '\u202F', '\u2009']

const plain: Spelling = {
  format: 'default',
  decimalChar: '.',
  groupChar: undefined,
  bareNumber: true,
  trueValues: [],
  falseValues: [],
  delimiter: ',',
  itemType: 'string',
}

/** The guesses, the one to prefer first: of two readings of the same text, the French one. */
export const guesses: readonly Guess[] = [
  guess({ type: 'date' }),
  ...['%d/%m/%Y', '%Y/%m/%d', '%d-%m-%Y', '%d.%m.%Y', '%m/%d/%Y', '%d/%m/%y'].map(format =>
    guess({ type: 'date', format }),
  ),
  guess({ type: 'date', format: '%Y%m%d' }, /^(?:19|20)\d{6}$/),
  guess({ type: 'datetime' }),
  ...[
    '%Y-%m-%dT%H:%M:%S',
    '%Y-%m-%d %H:%M:%S',
    '%Y-%m-%dT%H:%M:%S%z',
    '%Y-%m-%dT%H:%M:%S.%f%z',
    '%Y-%m-%d %H:%M:%S%z',
    '%Y-%m-%dT%H:%M',
    '%Y-%m-%d %H:%M',
    '%d/%m/%Y %H:%M:%S',
    '%d/%m/%Y %H:%M',
  ].map(format => guess({ type: 'datetime', format })),
  guess({ type: 'time' }),
  guess({ type: 'time', format: '%H:%M' }, /^\d{1,2}:\d\d$/),
  guess({ type: 'yearmonth' }),
  guess({ type: 'integer' }, WHOLE),
  guess({ type: 'number' }, NUMBER),
  guess({ type: 'number', decimalChar: ',' }, NUMBER),
  ...SPACES.flatMap(groupChar => [
    guess({ type: 'integer', groupChar }, GROUPED),
    guess({ type: 'number', groupChar }, GROUPED),
    guess({ type: 'number', decimalChar: ',', groupChar }, GROUPED),
  ]),
  guess({ type: 'number', decimalChar: ',', groupChar: '.' }, GROUPED),
  guess({ type: 'number', groupChar: ',' }, GROUPED),
  guess({ type: 'number', bareNumber: false }, WITH_UNIT),
  guess({ type: 'number', decimalChar: ',', bareNumber: false }, WITH_UNIT),
  guess({ type: 'string', format: 'email' }),
  guess({ type: 'string', format: 'uri' }, WEB_ADDRESS),
  guess({ type: 'string', format: 'uuid' }),
  guess({ type: 'geojson' }, /^\s*\{/),
  guess({ type: 'object' }, /^\s*\{/),
  guess({ type: 'array' }, /^\s*\[/),
]

function guess(descriptor: Guess['descriptor'] & Partial<Spelling>, wants?: RegExp): Guess {
  const { read } = types[descriptor.type]({ ...plain, ...descriptor })!
  return { descriptor, read, ...(wants && { wants }) }
}
