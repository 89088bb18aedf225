import { remainder } from './remainder'

/**
 * True for an international bank account number with a right key (ISO 13616: modulo 97 of the number with its first
 * four signs at the end and letters as 10 to 35), with or without spaces; a French one has 27 signs.
 */
export function isIban(text: string): boolean {
  const account = text.replace(/[\s\u202F]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return false
  if (/^(?:FR|MC)/.test(account) && account.length !== 27) return false
  const turned = account.slice(4) + account.slice(0, 4)
  return (
    remainder(
      turned.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  )
}
