import type { Identifier } from '../../model/field'
import { labelIdentifier, labelWords } from '../../model/identifier'
import { isSiren, isSiret } from '../../model/siret'

/** A French identifier: how it is written, how a column is known to hold it, and Validata's check of it, if it has one. */
interface Code {
  readonly identifier: Identifier | 'uai'
  readonly pattern: string
  /** Arithmetic that a right value obeys. */
  readonly isRight?: (text: string) => boolean
  readonly check?: string
  /** So many different values with a right key are no chance; without it the label must say what they are. */
  readonly enough?: number
}

/**
 * Shapes: the SIRENE directory (INSEE), the RNA (loi du 1er juillet 1901, art. 5), the COG (INSEE), La Poste's HEXAPOSTE,
 * the RAMSESE directory of schools.
 */
export const codes: readonly Code[] = [
  // Two keys at once: one text in a hundred has them.
  { identifier: 'siret', pattern: String.raw`^\d{14}$`, isRight: isSiret, check: 'siret', enough: 3 },
  // One number in ten has the key.
  { identifier: 'siren', pattern: String.raw`^\d{9}$`, isRight: isSiren, check: 'siren', enough: 10 },
  { identifier: 'rna', pattern: String.raw`^W\d{9}$`, enough: 2 },
  { identifier: 'uai', pattern: String.raw`^\d{7}[A-Z]$` },
  { identifier: 'commune-code', pattern: String.raw`^([013-9]\d|2[AB1-9])\d{3}$` },
  { identifier: 'postal-code', pattern: String.raw`^\d{5}$` },
]

/** Words of a label that say that its column tells rows apart. */
const KEY_WORDS = new Set(
  'id identifiant ident uid uuid guid cle key numero num no n ref reference siret siren rna uai fid gid objectid code'.split(
    ' ',
  ),
)

/** Whether the label speaks of this code. */
export function isNamed({ identifier }: Code, label: string): boolean {
  return identifier === 'uai' ? labelWords(label).includes('uai') : labelIdentifier(label) === identifier
}

/** Whether a label says that its column identifies something. */
export function namesKey(label: string): boolean {
  const words = labelWords(label)
  return KEY_WORDS.has(words[0] ?? '') || KEY_WORDS.has(words.at(-1) ?? '')
}
