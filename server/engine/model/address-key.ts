/**
 * What is wrong with the key of an address in a base adresse locale: commune, street, number of five digits and suffixes,
 * in small letters, with underscores between them (`94059_0040_00036_bis`); undefined for a right one.
 */
export function addressKeyFault(key: string): AddressKeyFault | undefined {
  const [commune = '', street, number, ...suffixes] = key.split('_')
  if (street === undefined || number === undefined) return 'parts'
  if (!/^(?:\d{2}|2[AB])\d{3}$/i.test(commune)) return 'commune'
  if (!/^[0-9a-z]{4}(?:[0-9a-z]{2})?$/i.test(street)) return 'street'
  if (!/^\d{5}$/.test(number)) return 'number'
  if (!suffixes.every(suffix => /^[0-9a-z]+$/i.test(suffix))) return 'suffix'
  return key === key.toLowerCase() ? undefined : 'case'
}

/** What a right key tells: the INSEE code, the number and the suffixes, joined; undefined for a key with a fault. */
export function addressParts(key: string): { commune: string; number: number; suffix: string } | undefined {
  const tidy = key.toLowerCase()
  if (addressKeyFault(tidy) !== undefined) return undefined
  const [commune = '', , number, ...suffixes] = tidy.split('_')
  return { commune: commune.toUpperCase(), number: Number(number), suffix: suffixes.join('_') }
}

/** The part at fault: `parts` when there are too few of them, `case` when only small letters lack. */
export type AddressKeyFault = 'parts' | 'commune' | 'street' | 'number' | 'suffix' | 'case'

/** The key in small letters and with its number on five digits, when nothing else was wrong with it. */
export function tidyAddressKey(key: string): string | undefined {
  const tidy = key
    .trim()
    .toLowerCase()
    .replace(/^([^_]+_[^_]+_)(\d{1,4})(?=_|$)/, (_, before, number) => before + number.padStart(5, '0'))
  return tidy !== key && addressKeyFault(tidy) === undefined ? tidy : undefined
}
