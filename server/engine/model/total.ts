import { unaccented } from './fold'

/** What a text that names a total says: `bare` needs no more to be one, `named` may as well be the name of a thing; or that it names an average. */
export type TotalName = 'bare' | 'part' | 'named' | 'average'

const BEGINS = /^[\s*]*(?:tota|sous|sub|ense|gran|moye)/i
const BARE = /^(?:(?:grand )?total(?: general| global)?|totaux(?: generaux)?|ensemble)$/
const PART = /^(?:sous[ -]?tota(?:l|ux)|sub-?totals?)\b/
const NAMED = /^(?:tota(?:l|ux)\b|ensemble (?:de|des|du)\b)/
/** “Moyenne section” is a class. */
const AVERAGE =
  /^moyennes? ?(?:(?:du|de|de la|de l') ?)?(?:generale|globale|annuelle|mensuelle|hebdomadaire|journaliere|annee|an|mois|semaine|jour|periode)?$/

/**
 * How a text names a total: `bare` as “Total général” or “Ensemble”, `part` as “Sous-total Culture”, `named` as
 * “Total Culture” or “Ensemble des agents”, which may also be what the row is about, `average` as “Moyenne annuelle”; undefined for any other text.
 */
export function totalName(text: string): TotalName | undefined {
  if (text.length > LONGEST || !BEGINS.test(text)) return undefined
  const plain = unaccented(text)
    .replace(/^[\s*]+|[\s:*.]+$/g, '')
    .replace(/\s+/g, ' ')
  if (BARE.test(plain)) return 'bare'
  if (PART.test(plain)) return 'part'
  if (AVERAGE.test(plain)) return 'average'
  return NAMED.test(plain) ? 'named' : undefined
}

/** Characters beyond which a text is a sentence that begins with the word. */
const LONGEST = 80

const BEGINNINGS = ['tota', 'sous', 'sub', 'ense', 'gran', 'moye'].map(text => new TextEncoder().encode(text))
const INITIALS = new Set(BEGINNINGS.map(([first]) => first!))

/** False only for the bytes of a text that names no total. */
export function beginsAsTotal(bytes: Uint8Array, from: number, to: number): boolean {
  let start = from
  while (start < to && (bytes[start]! <= 0x20 || bytes[start] === 0x2a)) start++
  if (start >= to) return false
  // The first byte of a no-break space, which may stand before the word too.
  if (bytes[start] === 0xc2) return true
  if (!INITIALS.has(bytes[start]! | 0x20)) return false
  return BEGINNINGS.some(word => word.every((byte, i) => start + i < to && (bytes[start + i]! | 0x20) === byte))
}
