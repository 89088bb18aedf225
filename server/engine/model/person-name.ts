import { without } from './accept'
import { unaccented } from './fold'
import { tally, totalOf } from './lesson'

/** What the name of a person is told by: a title before it, its two parts, or only a word that could be a name. */
type NameSign = 'titled' | 'two-part' | 'word'

/** What a whole text has of the name of a person; undefined when it is none. */
export function nameSign(text: string): NameSign | undefined {
  const name = text.trim().replace(OTHER_NAME, '')
  if (name.length > LONGEST || /\d/.test(name)) return undefined
  const titled = TITLE.exec(name)
  const words = (titled ? name.slice(titled[0].length) : name).split(/[\s,]+/).filter(word => word !== '')
  if (words.length === 0 || words.length > 5 || words.some(word => ORGANISATION.test(unaccented(word))))
    return undefined
  const named = words.filter(word => !PARTICLE.test(word))
  if (named.length === 0 || !named.every(word => NAME.test(word))) return undefined
  if (titled) return 'titled'
  if (named.length === 1) return words.length === 1 ? 'word' : undefined
  // “Jeanne MOULIN” or “MOULIN Jeanne”: capitals alone, or none, may be any name.
  const [capital, small] = [named.some(word => CAPITALS.test(word)), named.some(word => !CAPITALS.test(word))]
  return capital && small ? 'two-part' : named.length < 4 ? 'word' : undefined
}

/** How many values of a column carry which sign, in twentieths of those that are filled. */
interface NameShares {
  readonly titled: number
  readonly twoPart: number
  /** Values with any sign, those above included. */
  readonly any: number
}

/** What the values of a column have of the names of persons. */
export const nameShares = tally<NameShares, NameSign | 'none'>({
  kindOf: value => nameSign(value) ?? 'none',
  judge(counts) {
    const total = Math.max(1, totalOf(counts))
    const share = (...signs: NameSign[]) =>
      Math.floor((20 * signs.reduce((sum, sign) => sum + (counts.get(sign) ?? 0), 0)) / total)
    return { titled: share('titled'), twoPart: share('two-part'), any: share('titled', 'two-part', 'word') }
  },
})

/** A title and a name anywhere in a text, unless it is that of somebody who holds a public office; or a day of birth. */
export function holdsTitledName(text: string): boolean {
  // Every title begins with it, and few texts hold either: the patterns take some ten times as long to say so.
  if (!text.includes('M') && !text.includes('né')) return false
  if (BORN.test(text)) return true
  return [...text.matchAll(TITLED)].some(
    ({ index, 0: found, groups }) =>
      !OFFICE.test(unaccented(groups?.['name'] ?? '')) &&
      !OFFICE_AFTER.test(unaccented(text.slice(index + found.length, index + found.length + AROUND))) &&
      !PLACE_BEFORE.test(unaccented(text.slice(Math.max(0, index - AROUND), index))),
  )
}

/** How the titles begin, and how the word for being born ends. */
const TITLES = ['M.', 'MM', 'Mr', 'MR', 'Mm', 'Ml', 'ML', 'Mons', 'MONS', 'Mad', 'MAD'].map(bytesOf)
const ENDS_OF_BORN = ['é', 'ée', 'és', 'ées'].map(bytesOf)
/** How spaces of any kind but the plain one begin: controls, U+00A0 and those beyond. */
const OTHER_SPACES = [
  ...[9, 10, 11, 12, 13].map(control => [control]),
  ...['\u00A0', '\u1680', '\u2000', '\u205F', '\u3000', '\uFEFF'].map(space => bytesOf(space).slice(0, 2)),
]

/** True for bytes in which no title stands, nor the word for being born before “le”. */
export const holdsNoTitle = without([
  ...TITLES,
  ...ENDS_OF_BORN.flatMap(end => [
    ...OTHER_SPACES.map(space => [...end, ...space]),
    ...[[32], ...OTHER_SPACES, bytesOf('l')].map(next => [...end, 32, ...next]),
  ]),
])

function bytesOf(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)]
}

const LONGEST = 60
const AROUND = 40

const TITLE =
  /^(?:M{1,2}\.|Mr\.?|Mme\.?|Mlle\.?|Mmes|Monsieur|Madame|Mademoiselle|Docteur|Dr\.?|Ma[iî]tre|Me)\s+(?=\p{Lu})/u
/** The other name of a person, or whose widow she is, as registers add it. */
const OTHER_NAME = /\s*\((?:née?|veuve?|vve|[ée]pouse|[ée]p\.|divorcée?)\s[^()]*\)$/iu
const NAME = /^\p{Lu}[\p{L}'’.-]*$/u
const CAPITALS = /^\p{Lu}[\p{Lu}'’-]+$/u
const PARTICLE = /^(?:de|du|des|le|la|d['’]|von|van|den|der|da|dos|el|al|ben|et|DE|DU|DES|LE|LA)$/

/** Words of the names of organisations, services and places. */
const ORGANISATION =
  /^(?:l['’].*|d['’].*|les|aux?|sur|sous|pour|par|avec|associations?|asso|club|comite|amicale|amis|union|federation|cooperative|societe|ste|sarl|sasu?|sa|sci|eurl|scic?|scop|gie|groupe|groupement|fondation|fonds|institut|compagnie|cie|theatre|centre|maison|mairie|ville|communes?|communaute|metropole|agglomeration|departement|region|etat|prefecture|syndicat|agence|office|direction|services?|pole|equipe|secteur|ecole|college|lycee|creche|universite|hopital|clinique|ehpad|residence|foyer|paroisse|eglise|musee|mediatheque|bibliotheque|gymnase|stade|piscine|parc|jardin|square|place|rue|avenue|boulevard|chemin|quartier|voirie|proprete|urbanisme|espaces|verts|technique|techniques|administration|prestataire|entreprise|entreprises|ets|etablissements?|garage|hotel|restaurant|cabinet|pharmacie|regie|sdis|cc|ca|cu|epci|ccas|cias|mjc|us|as|ac|fc|non|oui|inconnu|neant|nc|autre|autres|divers|tous|aucun|interne|externe|nord|sud|est|ouest)$/

const TITLED =
  /(?<![\p{L}\d])(?:MM?\.|Mr|MR|Mme|MME|Mlle|MLLE|Mmes|Monsieur|Madame|Mademoiselle|MONSIEUR|MADAME)\s+(?:(?:et|ou)\s+(?:M\.|Mme|Monsieur|Madame)\s+)?(?:(?:de|du|de la|d['’])\s*)?(?<name>\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+){0,2}/gu

const BORN = /(?<![\p{L}\d])née?s?\s+le\s+(?:\d|1er)/u

const OFFICE =
  /^(?:le|la|les|l|maire|adjoint|adjointe|president|presidente|prefet|prefete|ministre|conseiller|conseillere|depute|deputee|senateur|senatrice|directeur|directrice|inspecteur|inspectrice|recteur|rectrice|secretaire|commissaire|garde|haut|defenseur)\b/
const OFFICE_AFTER =
  /^[\s,(:–-]{1,4}(?:(?:le|la|l['’]|notre|votre|premiere?|\d+e?r?e?|deuxieme|troisieme|quatrieme|ancienn?e?)\s*)*(?:maire|adjoint|president|vice|conseill|depute|senat|ministre|garde des sceaux|prefet|prefete|secretaire d|elue?\b|rapporteu)/
const PLACE_BEFORE =
  /(?:rue|avenue|boulevard|place|square|allee|impasse|ecole|college|lycee|salle|stade|gymnase|espace|fondation|prix(?:\s+\p{L}+)?)\s+(?:(?:de|du|de la|des)\s+|d['’])?$/u
