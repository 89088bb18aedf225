/** A code of the directory of streets of the tax office (FANTOIR, TOPO since 2023), taken apart. */
interface Fantoir {
  /** INSEE code of the commune, or of the one it was; undefined for a code that is told within its commune. */
  readonly commune: string | undefined
  /** The digit of the tax office, which only the longest spelling has. */
  readonly office: string | undefined
  /** Four signs: a number for a street, a letter first for a building or a locality. */
  readonly street: string
  /** The letter that the other signs call for. */
  readonly key: string | undefined
}

const FORM = /^(?:(\d\d|2[AB])(\d)?(\d{3})_?)?([0-9A-Z][0-9A-Z]\d\d)([A-Z])?$/

/** The parts of a code in capitals; undefined for what is none. Form: wiki.openstreetmap.org, FR:Key:ref:FR:FANTOIR. */
export function fantoirIn(text: string): Fantoir | undefined {
  const [, department, office, commune, street, key] = FORM.exec(text) ?? []
  if (street === undefined) return undefined
  return { commune: department && department + commune, office, street, key }
}

/** Letters of the key, by the remainder of the number: neither I nor O nor Q. */
const KEYS = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/**
 * The letters that may end a code of a commune, in order of the digit of the tax office where that is not written:
 * overseas it is the third of the INSEE code. Undefined where the arithmetic is not published: in Corsica, and for the
 * few codes that begin with two letters.
 * Source: github.com/3liz/QgisCadastrePlugin, issue 345; published codes such as 150001B262N bear it out.
 */
export function fantoirKeys({ office, street }: Fantoir, commune: string): string | undefined {
  if (!/^\d{5}$/.test(commune) || !/^[0-9A-Z]\d{3}$/.test(street)) return undefined
  const known = office ?? (commune.startsWith('97') ? commune[2] : undefined)
  const offices = known === undefined ? '0123456789' : known
  const ofStreet = 11 * Number.parseInt(street[0]!, 36) + Number(street.slice(1))
  return Array.from(offices, digit => {
    const place = Number(commune.slice(0, 2) + digit + commune.slice(2))
    return KEYS[(19 * place + ofStreet) % KEYS.length]
  }).join('')
}
