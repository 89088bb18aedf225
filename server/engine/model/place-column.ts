import { labelIdentifier, wordsOf } from './identifier'
import type { Column } from './table'

/** What a column says of a place in France. */
export type PlaceKind = 'commune-code' | 'commune-name' | 'postal-code' | 'department' | 'region' | 'group'

/** A column about places. */
interface PlaceColumn {
  readonly kind: PlaceKind
  /** The other words of its label: columns that share them speak of the same place. */
  readonly of: string
}

const WORDS: readonly (readonly [PlaceKind, RegExp])[] = [
  ['postal-code', /^(?:cp|postal|codepostal|postcode|zipcode|zip)$/],
  ['group', /^(?:epci|siren)$/],
  ['department', /^(?:dep|dept|dpt|departements?|department)$/],
  ['region', /^(?:reg|regions?)$/],
  ['commune-name', /^(?:communes?|villes?|com|nomcom|libcom|libgeo|localite|municipalite|town|city)$/],
  ['commune-code', /^(?:insee|cog|codgeo|codeinsee|codecommune|depcom|inseecom|communes?|com)$/],
]

/** Words that say how a place is told, not which place it is. */
const HOW =
  /^(?:code|cod|codes|num|numero|no|n|c|id|insee|de|du|des|d|la|le|l|et|nom|noms|libelle|lib|name|of|the|officiel|officielle)$/

/** Words that turn a column into one about a place rather than of it. */
const ABOUT =
  /^(?:nb|nbre|nombre|total|date|annee|type|types|taux|part|pop|population|surface|superficie|url|lien|statut|rang|politique|centre|hotel|conseil|site|mail|email|telephone|logo|limite|hors)$/

/** Words for another division of the country than that into régions and départements: the académies, the gendarmerie… */
const DIVIDES =
  /^(?:academi(?:e|es|que|ques)|gendarmerie|militaires?|agricoles?|viticoles?|judiciaires?|penitentiaires?|sanitaires?|hydrographiques?|climatiques?|forestieres?|biogeographiques?|ecclesiastiques?|naturelles?)$/

/** What a column says of a place, as its field or its label tells; undefined at the least doubt. */
export function placeColumn({ field, label }: Pick<Column, 'field' | 'label'>): PlaceColumn | undefined {
  if (field && field.type !== 'string' && field.type !== 'any' && field.type !== 'integer') return undefined
  const words = wordsOf({ field, label })
  const kind = kindOf(words, field ? field.identifier : labelIdentifier(label))
  if (!kind) return undefined
  const own = WORDS.find(([of]) => of === kind)![1]
  return { kind, of: words.filter(word => !HOW.test(word) && !own.test(word)).join(' ') }
}

function kindOf(words: readonly string[], identifier: string | undefined): PlaceKind | undefined {
  if (identifier === 'commune-code' || identifier === 'postal-code') return identifier
  if (identifier === 'siren') return words.includes('epci') ? 'group' : undefined
  if ((identifier !== undefined && identifier !== 'code') || words.some(word => ABOUT.test(word) || DIVIDES.test(word)))
    return undefined
  const telling = words.filter(word => !HOW.test(word))
  const [first = '', last = ''] = [telling[0], telling.at(-1)]
  const found = WORDS.find(([kind, word]) => kind !== 'commune-code' && (word.test(first) || word.test(last)))?.[0]
  if (found === 'group') return words.includes('epci') ? 'group' : undefined
  // “Code commune de résidence” may be any code.
  return found === 'commune-name' && identifier === 'code' ? undefined : found
}

const OLD = /^(?:anciens?|anciennes?|former|old|historiques?|origine|avant)$/

/** True when the label says that the column holds places as they were, by a word or by a year before that one. */
export function isOfThePast(column: Pick<Column, 'field' | 'label'>, year: number): boolean {
  return wordsOf(column).some(word => OLD.test(word) || isYearBefore(word, year))
}

/** True for a year in four digits, from 1950 on, before that one. */
function isYearBefore(word: string, year: number): boolean {
  return /^(?:19[5-9]|20\d)\d$/.test(word) && Number(word) < year
}

/** True when the label says that the column holds parts of communes. */
export function isOfParts(column: Pick<Column, 'field' | 'label'>): boolean {
  return wordsOf(column).some(word => /^(?:deleguees?|associees?)$/.test(word))
}
