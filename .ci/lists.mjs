import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Packs the official lists of communes, intercommunalities, départements and régions into one small file, the same
// bytes each time. `server/engine/lists` reads them: what is written here in order is read there in the same order.

const folder = dirname(fileURLToPath(import.meta.resolve('@etalab/decoupage-administratif/package.json')))
const table = name => JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8'))

/** The bytes of `lists.bin`: a mark, the year of the lists, then the sections, each after its length in 4 bytes. */
export function listsFile() {
  const all = table('communes').toSorted((a, b) => numberOf(a.code) - numberOf(b.code))
  const ofKind = (...kinds) => all.filter(({ type }) => kinds.includes(type))
  const communes = ofKind('commune-actuelle')
  const parts = ofKind('commune-deleguee', 'commune-associee')
  const former = communes
    .flatMap(({ code, anciensCodes = [] }) => anciensCodes.map(old => ({ code: old, now: code })))
    .toSorted((a, b) => numberOf(a.code) - numberOf(b.code))
  const groups = groupsOf(communes)
  const sections = [
    lines(table('departements').map(({ code, region, chefLieu, nom }) => [code, region, chefLieu, nom])),
    lines(table('regions').map(({ code, chefLieu, nom }) => [code, chefLieu, nom])),
    codes(communes),
    lines(communes.map(({ nom }) => [nom])),
    ...postalCodes(communes),
    ...sirens(communes),
    lines([...groups, ...table('ept')].map(({ code, type, nom }) => [code, type, nom])),
    memberships(communes, groups),
    lines(
      ofKind('arrondissement-municipal').map(({ code, commune, codesPostaux, nom }) => [
        code,
        commune,
        codesPostaux.join(' '),
        nom,
      ]),
    ),
    codes(parts),
    Buffer.from(parts.map(({ type }) => (type === 'commune-deleguee' ? 0 : 1))),
    varints(parts.map(({ code, chefLieu }) => zigzag(numberOf(chefLieu) - numberOf(code)))),
    lines(parts.map(({ nom }) => [nom])),
    codes(former),
    varints(former.map(({ code, now }) => zigzag(numberOf(now) - numberOf(code)))),
  ]
  const year = Buffer.alloc(2)
  year.writeUInt16LE(vintage())
  return Buffer.concat([Buffer.from('VL'), year, ...sections.flatMap(section => [length(section), section])])
}

/** The year of the lists, as the package's own page says it of this version. */
function vintage() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const page = readFileSync(join(folder, 'README.md'), 'utf8')
  const year = new RegExp(`^\\| (\\d{4}) *\\| ${version.replaceAll('.', '\\.')} `, 'm').exec(page)?.[1]
  if (!year) throw new Error(`The page of the lists does not say of which year version ${version} is.`)
  return Number(year)
}

/** Intercommunalities in the order of their first member, so that neighbours have neighbouring numbers. */
function groupsOf(communes) {
  const first = new Map(communes.map(({ code }, index) => [code, index]))
  const rank = ({ membres }) => Math.min(...membres.map(({ code }) => first.get(code)))
  return table('epci').toSorted((a, b) => rank(a) - rank(b))
}

/** For each commune how many postal codes it has, and each as its distance from the first one of its département. */
function postalCodes(communes) {
  const known = [...new Set(communes.flatMap(({ codesPostaux = [] }) => codesPostaux))].toSorted()
  const index = new Map(known.map((code, i) => [code, i]))
  const base = start => {
    const found = known.findIndex(code => code >= start)
    return found < 0 ? 0 : found
  }
  const bases = new Map()
  const baseOf = ({ code }) => {
    const start = `${code.slice(0, 2).replace(/[AB]/, '0')}000`
    if (!bases.has(start)) bases.set(start, base(start))
    return bases.get(start)
  }
  return [
    varints(known.map((code, i) => Number(code) - (i === 0 ? 0 : Number(known[i - 1])))),
    varints(communes.map(({ codesPostaux = [] }) => codesPostaux.length)),
    varints(communes.flatMap(it => (it.codesPostaux ?? []).map(code => zigzag(index.get(code) - baseOf(it))))),
  ]
}

/**
 * Most SIREN of communes are 21, the département, 0, a number near the commune's own, and a key: the distance of the
 * numbers plus 2. Else 0 when there is none, and 1 when it stands in the second section.
 */
function sirens(communes) {
  const others = []
  const distances = communes.map(({ code, siren }) => {
    if (!siren) return 0
    if (siren.startsWith(`21${code.slice(0, 2)}0`) && siren === withKey(siren.slice(0, 8)))
      return zigzag(Number(siren.slice(5, 8)) - Number(code.slice(2))) + 2
    others.push(Number(siren))
    return 1
  })
  return [varints(distances), lines(others.map(siren => [siren]))]
}

/**
 * For each commune 0, or 1 more than the distance of its intercommunality from that of the first commune of its
 * département; that of the first from that of the first before.
 */
function memberships(communes, groups) {
  const groupOf = new Map(groups.flatMap(({ membres }, i) => membres.map(({ code }) => [code, i])))
  let place
  let base = 0
  return varints(
    communes.map(({ code }) => {
      const group = groupOf.get(code)
      if (group === undefined) return 0
      const distance = zigzag(group - base) + 1
      if (place !== code.slice(0, 2)) base = group
      place = code.slice(0, 2)
      return distance
    }),
  )
}

/** A code as a number: 2A and 2B count as 100 and 101. */
function numberOf(code) {
  const place = code.startsWith('2A') ? 100 : code.startsWith('2B') ? 101 : Number(code.slice(0, 2))
  return place * 1000 + Number(code.slice(2))
}

/** The ninth digit by which Luhn's sum is a multiple of ten. */
function withKey(digits) {
  const sum = [...digits].reduce((total, digit, i) => {
    const weighed = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Ascending codes as the distances between their numbers. */
function codes(rows) {
  return varints(rows.map(({ code }, i) => numberOf(code) - (i === 0 ? 0 : numberOf(rows[i - 1].code))))
}

function zigzag(number) {
  return number < 0 ? -2 * number - 1 : 2 * number
}

/** Whole numbers in 7 bits a byte, the lowest first; the eighth says that more follow. */
function varints(numbers) {
  const bytes = []
  for (let number of numbers) {
    for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) + 128)
    bytes.push(number)
  }
  return Buffer.from(bytes)
}

function lines(rows) {
  return Buffer.from(rows.map(cells => cells.join('\t')).join('\n'))
}

function length(section) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(section.length)
  return bytes
}
