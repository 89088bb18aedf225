import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { flaws } from './flaws.mjs'

/** Rows between two rows that hold an error. */
const PERIOD = 100
/** Rows that are written at once. */
const BATCH = 2000

/** How a table is spelled: as French offices write it, or as most tools do. */
export const spellings = {
  french: { delimiter: ';', lineEnd: '\r\n', decimal: ',', format: '%d/%m/%Y' },
  english: { delimiter: ',', lineEnd: '\n', decimal: '.', format: '%Y-%m-%d' },
}

/**
 * Writes a table of grants with so many rows, the same for the same number and spelling, and returns how many errors of
 * each rule it holds.
 * @param {string} path
 * @param {number} rows
 * @param {typeof spellings.french} spelling
 * @param {readonly { name: string }[]} fields
 */
export async function writeTable(path, rows, spelling, fields) {
  const { delimiter, lineEnd, decimal } = spelling
  const planted = Object.fromEntries(flaws.map(({ rule }) => [rule, 0]))
  const random = numbers(42)
  const out = createWriteStream(path)
  let batch = fields.map(({ name }) => name).join(delimiter) + lineEnd
  for (let row = 0; row < rows; row++) {
    let cells = cleanRow(row, random, decimal)
    if (isSpoiled(row)) {
      const { rule, spoil } = flaws[Math.floor(row / PERIOD) % flaws.length]
      cells = spoil(cells, { random, decimal, date: dayOf(2204, random), earlier: earlierRow(row, random) })
      planted[rule]++
    }
    // A date is made as year, month and day; what a flaw put in its place is text.
    const texts = cells.map(cell => quoted(Array.isArray(cell) ? dateText(cell, spelling) : cell, delimiter))
    batch += texts.join(delimiter) + lineEnd
    if (row % BATCH === BATCH - 1) {
      if (!out.write(batch)) await new Promise(resolve => out.once('drain', resolve))
      batch = ''
    }
  }
  out.end(batch)
  await finished(out)
  return planted
}

const givers = [
  ['Ville d’Évry', '21910228'],
  ['Région Bretagne', '23350001'],
  ['Département de l’Hérault', '22340001'],
  ['Communauté d’agglomération Val d’Or', '24910001'],
  ['Commune de Saint-Étienne-du-Bois', '21010350'],
].map(([name, digits]) => [name, siret(digits, '0001')])
const bodies = ['Association', 'Club', 'Centre social', 'Théâtre', 'Union sportive', 'Comité', 'Fédération']
const matters = ['du quartier Nord', '« Les Écureuils »', 'des fêtes', 'de natation', 'des parents d’élèves']
const towns = ['Guéret', 'Rodez', 'Lille', 'Nîmes', 'Brest', 'Auch', 'Vannes', 'Tulle']
const purposes = ['Organisation du festival d’été', 'Aide à la diffusion culturelle', 'Rénovation du local associatif']

function cleanRow(row, random, decimal) {
  const one = list => list[random(list.length)]
  const [giver, giverId] = one(givers)
  return [
    giver,
    giverId,
    dayOf(2015 + random(10), random),
    reference(row),
    `${one(bodies)} ${one(matters)} de ${one(towns)} n° ${random(4000)}`,
    ownSiret(row),
    `${one(purposes)}${one(['', '', '', '', ` dite "phase ${random(9)}"`, `, tranche ${random(9)} ; suite`])}`,
    `${random(250_000)}${decimal}${two(random(100))}`,
    one(['aide en numéraire', 'aide en nature', 'aide en nature et en numéraire']),
    one(['unique', 'échelonné', 'autre']),
    random(5) ? 'non' : 'oui',
    random(20) ? `${random(100)}${decimal}${random(10)}` : '',
  ]
}

/** What tells one row from all others, at any time: what a later row repeats. */
function reference(row) {
  return `${2015 + ((row * 7919) % 10)}-DEL-${String(row).padStart(7, '0')}`
}

function ownSiret(row) {
  return siret(String(30_000_000 + row), String(row % 97).padStart(4, '0'))
}

/** A SIRET whose two keys are right (Luhn). */
function siret(siren, establishment) {
  return withKey(withKey(siren) + establishment)
}

function withKey(digits) {
  let sum = 0
  for (let index = digits.length - 1, twice = true; index >= 0; index--, twice = !twice) {
    const digit = Number(digits[index]) * (twice ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return digits + ((10 - (sum % 10)) % 10)
}

function earlierRow(row, random) {
  const other = random(row)
  const clean = isSpoiled(other) ? other - 1 : other
  return { reference: reference(clean), siret: ownSiret(clean) }
}

function isSpoiled(row) {
  return row % PERIOD === PERIOD - 1
}

function dayOf(year, random) {
  return [year, 1 + random(12), 1 + random(28)]
}

function dateText([year, month, day], { format }) {
  return format.replace('%Y', String(year)).replace('%m', two(month)).replace('%d', two(day))
}

function two(number) {
  return String(number).padStart(2, '0')
}

function quoted(text, delimiter) {
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}

/** Whole numbers below a bound, the same for the same seed (Mulberry32). */
export function numbers(seed) {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
