import { meets } from '../model/constraint'
import type { Field } from '../model/field'
import { labelWords } from '../model/identifier'
import { mostlyOf, tally } from '../model/lesson'
import { decimalMark, holdsQuantities } from '../model/quantity'
import { shown } from '../model/shown'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { isPlainNumber, plainNumber, type WrittenNumber, writtenNumbers } from '../model/written-number'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly unit: string
  /** How software reads it, what it is worth first; several when a mark may be decimal or the unit multiplies. */
  readonly fixed: readonly string[]
  /** True when the unit changes the number: 1,2 k€ is 1200, and 50 % is 0.5 where the schema counts to 1. */
  readonly multiplies: boolean
  /** Whether the schema allows the number in no way: it counts in another unit. */
  readonly isBeyond: boolean
  /** Whether other cells have another unit: the number alone would lose its meaning. */
  readonly isOneOfSeveral: boolean
}

/** A number and its unit in one cell, which is a text to every tool. */
export const unitInCell = cellRule<Facts>({
  id: 'unit-in-cell',
  severity: 'warning',
  preset: 'standard',
  concepts: ['units-and-magnitude'],
  insteadOf: [
    'type-error',
    'pattern',
    'decimal-comma',
    'thousands-separator',
    'magnitude-slip',
    'mixed-type-column',
    'edge-whitespace',
  ],
  concerns: signature.letter | signature.nonAscii | signature.otherMark,

  check(column) {
    if (!holdsQuantities(column, areMeasures)) return undefined
    const { field } = column
    return {
      accept: field?.accept ?? isPlainNumber,
      test(text) {
        const measure = measureOf(text.trim(), column)
        if (!measure || field?.read(text) !== undefined) return undefined
        const { numbers, unit, power, name } = measure
        const isOneOfSeveral = column.learn(haveSeveralUnits)
        if (isOneOfSeveral) return { text, unit, fixed: [], multiplies: false, isBeyond: false, isOneOfSeveral }
        const mark = decimalMark(column)
        const alone = numbers.flatMap(number => [
          ...(power > 0 ? [spelt(times(number, power), mark, field)] : []),
          spelt(number, mark, field),
        ])
        const isShare = name === '%' && alone.every(one => one === undefined)
        const fixed = isShare ? numbers.map(number => spelt(hundredth(number), mark, field)) : alone
        return {
          text,
          unit,
          fixed: [...new Set(fixed.flatMap(one => one ?? []))],
          multiplies: power > 0 || isShare,
          isBeyond: numbers.length > 0 && fixed.every(one => one === undefined),
          isOneOfSeveral,
        }
      },
    }
  },

  message: {
    fr({ text, unit, fixed: [number], multiplies, isBeyond, isOneOfSeveral }) {
      if (isOneOfSeveral)
        return `${shown.fr(text)} contient une unité, ${unit}, et d’autres cellules de cette colonne en ont une autre : ramenez-les toutes à une même unité, que dira le nom de la colonne, et écrivez les nombres seuls.`
      if (multiplies && number !== undefined)
        return `${shown.fr(text)} vaut ${number}, et son unité en fait un texte : écrivez le nombre seul, dans l’unité de toute la colonne.`
      if (isBeyond)
        return `${shown.fr(text)} contient une unité, ${unit}, et le schéma n’admet pas ce nombre seul, sans doute parce qu’il compte dans une autre : convertissez-le, et écrivez le nombre seul.`
      return `${shown.fr(text)} contient une unité, ${unit}, qui en fait un texte : écrivez le nombre seul et donnez l’unité dans le nom ou la description de la colonne.`
    },
    en({ text, unit, fixed: [number], multiplies, isBeyond, isOneOfSeveral }) {
      if (isOneOfSeveral)
        return `${shown.en(text)} holds a unit, ${unit}, and other cells of this column have another one: bring them all to one unit, which the name of the column tells, and write the numbers alone.`
      if (multiplies && number !== undefined)
        return `${shown.en(text)} is worth ${number}, and its unit makes a text of it: write the number alone, in the unit of the whole column.`
      if (isBeyond)
        return `${shown.en(text)} holds a unit, ${unit}, and the schema does not allow this number alone, most likely because it counts in another one: convert it, and write the number alone.`
      return `${shown.en(text)} holds a unit, ${unit}, which makes a text of it: write the number alone and give the unit in the name or the description of the column.`
    },
  },

  fix: (_text, { fixed }) => (fixed.length === 1 ? fixed[0] : fixed),
})

interface Unit {
  /** The first of its names. */
  readonly name: string
  /** The power of ten by which it multiplies. */
  readonly power: number
}

/** Units by their names as they stand in cells, in small letters; names between bars are of one unit. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...units(0, '€ eur euro euros | $ | £ | % pct | ‰ | ° °c'),
  ...units(3, 'k€ keur'),
  ...units(6, 'm€ meur'),
  ...units(9, 'md€ mds€ mdeur'),
  ...units(0, 'wh | kwh | mwh | gwh | twh | w | kw | mw | gw | kva | kwc | v | kj | mj | tep'),
  ...units(0, 'mm | cm | dm | m mètre mètres | km | m2 m² | m3 m³ | km2 km² | ha hectare hectares | a are ares'),
  ...units(0, 'mg | g | kg | t tonne tonnes | ml | cl | l litre litres | hl | db | bar'),
  ...units(0, 's sec | min mn minute minutes | h heure heures | j jour jours | mois | an ans | km/h'),
  ...units(0, 'hab habitant habitants | personne personnes | élève élèves | agent agents | etp | place places | co2'),
])

const MEASURE =
  /^([+-]?\d[\d.,'’ \u00A0\u202F\u2009]{0,30}?)[ \u00A0\u202F\u2009]?([\p{L}€$£%‰°²³][\p{L}\d€$£%‰°²³/ ]{0,20})$/u
const BEFORE = /^([€$£])[ \u00A0\u202F]?([+-]?\d[\d.,'’ \u00A0\u202F\u2009]{0,30})$/
const CLOCK = /^\d{1,4}[ \u00A0]?(h)[ \u00A0]?[0-5]\d(?:[ \u00A0]?(?:min|mn))?$/i

interface Measure {
  /** Several when a mark may be decimal; none for hours and minutes. */
  readonly numbers: readonly WrittenNumber[]
  readonly unit: string
  readonly power: number
  /** The unit by the first of its names. */
  readonly name: string
}

function measureOf(text: string, { field, label }: Pick<Column, 'field' | 'label'>): Measure | undefined {
  if (text.length > 60) return undefined
  // 9 h 30 is an hour of the day as often as a duration: only a schema that wants a number settles it.
  const clock = field && CLOCK.exec(text)?.[1]
  if (clock) return { numbers: [], unit: clock, power: 0, name: 'h min' }
  const [, first = '', second = ''] = MEASURE.exec(text) ?? []
  const [, sign = '', amount = ''] = BEFORE.exec(text) ?? []
  const unit = second === '' ? sign : second.trim()
  const numbers = writtenNumbers(second === '' ? amount : first)
  const known = unitOf(unit)
  if (numbers.length === 0 || !known) return undefined
  // “12 t” and “3 B” are house numbers too, unless the label names the unit.
  if (!field && /^[a-z]$/i.test(unit) && !['m', 'h', ...labelWords(label)].includes(unit.toLowerCase()))
    return undefined
  return { numbers, unit, ...known }
}

const areMeasures = mostlyOf(
  0.8,
  (value, of) => writtenNumbers(value.trim()).length > 0 || measureOf(value.trim(), of) !== undefined,
)

/** Whether the cells have units that differ otherwise than by the power of ten of `k€`, which is told by itself. */
const haveSeveralUnits = tally<boolean, string>({
  kindOf(value, of) {
    const measure = measureOf(value.trim(), of)
    return measure?.power === 0 ? measure.name : undefined
  },
  judge: units => units.size > 1,
})

/** What a unit such as `k€`, `€ HT` or `kWh/an` is; undefined for what is no unit. */
function unitOf(written: string): Unit | undefined {
  const plain = written
    .toLowerCase()
    .replace(/\s?(?:ht|ttc)$/, '')
    .replace(/\s/g, '')
  const whole = UNITS.get(plain)
  if (whole) return whole
  const [above, ...below] = plain.split('/').map(part => UNITS.get(part))
  if (!above || below.length === 0 || below.some(unit => !unit)) return undefined
  return { name: [above, ...below].map(unit => unit?.name).join('/'), power: above.power }
}

function units(power: number, names: string): readonly (readonly [string, Unit])[] {
  return names.split(' | ').flatMap(same => {
    const [name = '', ...others] = same.split(' ')
    return [name, ...others].map(one => [one, { name, power }] as const)
  })
}

/** The number as the field allows it; undefined when it does not. */
function spelt(number: WrittenNumber, mark: string, field: Field | undefined): string | undefined {
  const plain = plainNumber(number, mark)
  return !field || meets(field, plain) ? plain : undefined
}

/** Moves the decimal mark to the left by two digits. */
function hundredth({ whole, decimals = '', groups }: WrittenNumber): WrittenNumber {
  const [, sign = '', digits = ''] = /^([+-]?)(\d*)$/.exec(whole) ?? []
  const long = digits.padStart(3, '0')
  const rest = (long.slice(-2) + decimals).replace(/0+$/, '')
  return { whole: sign + long.slice(0, -2), decimals: rest === '' ? undefined : rest, groups }
}

/** Moves the decimal mark to the right on the digits themselves: no product of binary fractions is exact. */
function times({ whole, decimals = '', groups }: WrittenNumber, power: number): WrittenNumber {
  const digits = decimals.padEnd(power, '0')
  const rest = digits.slice(power)
  const moved = (whole + digits.slice(0, power)).replace(/^(-?)0+(?=\d)/, '$1')
  return { whole: moved, decimals: rest === '' ? undefined : rest, groups }
}
