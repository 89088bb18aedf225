import type { Identifier } from './field'
import { withoutType } from './label'
import { remembered } from './remembered'
import type { Column } from './table'

/** A column by its label and its field. */
export type Named = Pick<Column, 'label' | 'field'>

/** Words that say what a column holds, by identifier. */
const WORDS: readonly (readonly [Identifier, readonly string[]])[] = [
  ['siret', ['siret']],
  ['siren', ['siren']],
  ['rna', ['rna']],
  ['uai', ['uai']],
  ['building', ['rnb']],
  ['fantoir', ['fantoir', 'rivoli']],
  ['postal-code', ['codepostal', 'postcode', 'zipcode']],
  ['phone', ['telephone', 'tel', 'numtel', 'phone', 'fax', 'telecopie']],
  ['commune-code', ['insee', 'codeinsee', 'codecommune', 'codgeo', 'depcom', 'inseecom']],
  ['code', ['code', 'cod', 'finess', 'nic', 'naf', 'ape', 'isbn', 'issn', 'ean']],
]

/** Words beside which `insee` still speaks of a commune. */
const COMMUNE = /^(?:insee|code|cod|codeinsee|inseecom|com|comm|commune|communes|cog|num|numero|no|n|id|c|de|la|d|l)$/

/** Words of a label in which `long` may be short for longitude, at most: in a longer one it says how long something is. */
export const MOST_BESIDE_LONG = 3

/** Words that turn a column into one about the identifier rather than of it. */
const ABOUT =
  /^(?:date|dates|annee|nb|nbre|nombre|total|statut|status|etat|valide|validite|validation|presence|avec|sans|has|is|type|types|libelle|lib|nom|name|intitule|label|url|lien|source|controle|score|erreur|commentaire|maj|operateur|qualite|categorie|postaux)$/

/** Labels of which the words are kept, and what they name: rules ask for those of all labels on behalf of each column. */
const MOST = 50_000

/** What identifier a label names on its own, without a schema; undefined at the least doubt. */
export const labelIdentifier: (label: string) => Identifier | undefined = remembered(identifierIn, MOST)

function identifierIn(label: string): Identifier | undefined {
  const words = labelWords(label)
  if (words.length === 0 || words.some(word => ABOUT.test(word))) return
  const found = identifierOf(words)
  if (found !== 'commune-code' || words.every(word => COMMUNE.test(word)) || words.length === 1) return found
  return words.some(word => word.startsWith('cod')) ? 'code' : undefined
}

/** The words of a label, without case and accents: `codeInsee_commune` has three. */
export const labelWords: (label: string) => readonly string[] = remembered(wordsIn, MOST)

/** The words of a column's label, or of the field that it is. */
export function wordsOf({ label, field }: Named): readonly string[] {
  return labelWords(field?.name ?? label)
}

function wordsIn(label: string): readonly string[] {
  const plain = withoutType(label.slice(0, 200))
    .replaceAll('°', ' ')
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu}\p{Ll})|(\p{Ll})(?=\p{Lu})/gu, '$& ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

function identifierOf(words: readonly string[]): Identifier | undefined {
  const joined = words.join(' ')
  if (/\b(?:code postal|postal code)\b/.test(joined)) return 'postal-code'
  if (/\bcle interop\b/.test(joined)) return 'address-key'
  if (/^(?:code (?:de la )?commune|commune code)$/.test(joined)) return 'commune-code'
  const named = WORDS.filter(([, names]) => words.some((word, index) => isEdge(index, words) && names.includes(word)))
  // SIRET or SIREN, both in one column: neither rule would be right.
  const sure = named.length > 1 ? named.filter(([identifier]) => identifier !== 'code') : named
  return sure.length === 1 ? sure[0]![0] : undefined
}

/** The word that says what a column holds begins or ends its label, numbers such as a year left aside. */
function isEdge(index: number, words: readonly string[]): boolean {
  const rest = words.slice(index + 1)
  return index === 0 || rest.every(word => /^(?:\d+|du|de|des|la|le|l|d)$/.test(word)) || isLead(words.slice(0, index))
}

function isLead(words: readonly string[]): boolean {
  return words.every(word => /^(?:n|no|num|numero|numeros|id|identifiant|code|cod|de|du|c)$/.test(word))
}
