import { ALL_LENGTHS, byEnds } from '../model/accept'
import { daysReader, dayWithin, holdsDates } from '../model/dated-column'
import { labelIdentifier } from '../model/identifier'
import { mostlyOf, tally } from '../model/lesson'
import { isNoPlaceholder, placeholderTest } from '../model/placeholder'
import { holdsQuantities } from '../model/quantity'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { type CellTest, cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly what: 'day' | 'code' | 'number' | 'zero'
  readonly canBeEmpty: boolean
}

/** A value that stands where none is known: 9999, -1, 1900-01-01, 00000, or 0 where there cannot be none. */
export const sentinelValue = cellRule<Facts>({
  id: 'sentinel-value',
  severity: 'warning',
  preset: 'standard',
  concepts: ['missing-value'],
  insteadOf: [
    'minimum',
    'maximum',
    'exclusive-minimum',
    'exclusive-maximum',
    'local-date',
    'type-error',
    'pattern',
    'implausible-date',
    'unexpected-negative',
    'magnitude-slip',
    'outlier',
    'unknown-commune',
    'outside-territory',
  ],
  concerns: signature.digit,

  check(column) {
    const { field, label } = column
    if (field?.constraints.enum) return undefined
    const canBeEmpty = field?.constraints.required !== true && (field?.missingValues.includes('') ?? true)
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== undefined) return identifier === 'code' ? undefined : codeTest(canBeEmpty)
    if (holdsDates(column)) return dayTest(column, canBeEmpty)
    return holdsQuantities(column, areNumbers) ? numberTest(column, canBeEmpty) : undefined
  },

  message: {
    fr({ text, what }) {
      const value = shown.fr(text)
      if (what === 'day')
        return `${value} est la date que les logiciels écrivent quand ils n’en ont pas : si elle est inconnue, laissez la cellule vide ou cherchez-la à la source, car elle faussera les durées.`
      if (what === 'code')
        return `${value} ne désigne rien : si le numéro est inconnu, laissez la cellule vide ou cherchez-le à la source, car ces lignes paraîtront parler de la même chose.`
      if (what === 'zero')
        return `${value} étonne dans cette colonne : si l’information manque, laissez la cellule vide, car zéro est une valeur et abaissera la moyenne.`
      return `${value} a l’air d’un bouche-trou : si l’information manque, laissez la cellule vide ou cherchez-la à la source, car ce nombre faussera les sommes et les moyennes.`
    },
    en({ text, what }) {
      const value = shown.en(text)
      if (what === 'day')
        return `${value} is the date that software writes when it has none: if it is unknown, leave the cell empty or look it up at the source, since it will spoil durations.`
      if (what === 'code')
        return `${value} names nothing: if the number is unknown, leave the cell empty or look it up at the source, since these rows will seem to speak of the same thing.`
      if (what === 'zero')
        return `${value} is surprising in this column: if the figure is missing, leave the cell empty, since zero is a value and will lower the mean.`
      return `${value} looks like a placeholder: if the figure is missing, leave the cell empty or look it up at the source, since this number will spoil sums and means.`
    },
  },

  fix: (_text, { canBeEmpty }) => (canBeEmpty ? '' : undefined),
})

/** A number of one digit throughout: no postcode, SIRET or telephone is made of zeros. */
function codeTest(canBeEmpty: boolean): CellTest<Facts> {
  return {
    accept: beginsOtherwise,
    test: text => (/^\s*(?:0{5,14}|99999)\s*$/.test(text) ? { text, what: 'code', canBeEmpty } : undefined),
  }
}

/** With a digit other than 0 and 9, or anything but a digit or a space. */
const beginsOtherwise = byEnds({
  first: byte => (byte > 0x20 && byte < 0x80 && byte !== 0x30 && byte !== 0x39 ? 0 : ALL_LENGTHS),
})

/** Days from which programs count, that of an empty field among them, and the last ones that they know. */
const FIRST_DAYS = new Set(['0001-01-01', '1900-01-01', '1970-01-01'])
/** Years by which the other dates of the column must be later: else the day may be one of them. */
const GAP = 10

function dayTest(column: Column, canBeEmpty: boolean): CellTest<Facts> {
  const days = daysReader(column)
  const isSentinel = (day: string) =>
    day.startsWith('9999-') || (FIRST_DAYS.has(day) && column.learn(farFirstDays).includes(day))
  return {
    accept: isNoDayOfPrograms,
    test: text => (days(text).some(isSentinel) ? { text, what: 'day', canBeEmpty } : undefined),
  }
}

/** A time zone moves a moment by a day at most. */
const isNoDayOfPrograms = dayWithin({
  after: 0,
  before: 9999_00_00,
  newYear: 'odd',
  moments: { after: 1971_00_00, before: 9998_00_00 },
})

/** The days of programs that come long before all others. */
const farFirstDays = tally<readonly string[], number>({
  kindOf(value, of) {
    const [day] = daysReader(of)(value)
    return day === undefined || FIRST_DAYS.has(day) ? undefined : Number(day.slice(0, 4))
  },
  judge(years) {
    const first = [...years.keys()].reduce((one, other) => Math.min(one, other), 9_999)
    return [...FIRST_DAYS].filter(day => first >= Number(day.slice(0, 4)) + GAP)
  },
})

const areNumbers = mostlyOf(0.8, value => /^[+-]?\d+(?:[.,]\d+)?$/.test(value.trim()))

function numberTest(column: Column, canBeEmpty: boolean): CellTest<Facts> {
  const placeholderIn = placeholderTest(column)
  return {
    accept: isNoPlaceholder,
    test(text) {
      const what = placeholderIn(text)
      return what && { text, what, canBeEmpty }
    },
  }
}
