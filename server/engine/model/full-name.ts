import { askedOnce } from './asked-once'
import { type Named, wordsOf } from './identifier'
import { nameShares } from './person-name'
import { namesPrivatePersons } from './persons'
import type { Column } from './table'

/** Whether each row of a table names a person of its own in full: a first name and a family name, which the values bear out. */
export function haveFullNames(beside: readonly Column[]): boolean {
  return firstNamesIn(beside).some(
    column => isOwn(column) && areNames(column) && beside.some(other => isFamilyNameOf(other, column)),
  )
}

const firstNamesIn = askedOnce((beside: readonly Column[]) => beside.filter(saysFirstName))

/** Whether it is the row that is named, and not somebody who is in charge of it. */
function isOwn(column: Named): boolean {
  return subjectOf(column) === '' || namesPrivatePersons(column)
}

/** Whether a column holds the family name of the person whose first name another holds. */
export function isFamilyNameOf(column: Column, firstName: Named): boolean {
  return isFamilyName(column) && subjectOf(column) === subjectOf(firstName) && areNames(column)
}

/** Whether nearly all values of a column could be names of persons. */
export function areNames(column: Column): boolean {
  return column.learn(nameShares).any >= MOST
}

/** In twentieths of the values. */
const MOST = 14

/** Whether a label names the family name of a person, as it does beside a first name. */
export function isFamilyName(column: Named): boolean {
  return saysName(column) && !saysFirstName(column) && !isAboutOther(column)
}

/** Whether a label says that names stand below it, of whatever it is. */
export function saysName(column: Named): boolean {
  return wordsOf(column).some(word => NAME.test(word))
}

/** Whether a label names the first name of a person. */
export function saysFirstName(column: Named): boolean {
  const words = wordsOf(column)
  return words.some((word, i) => FIRST_NAME.test(word) || (/^(?:first|given)$/.test(word) && words[i + 1] === 'name'))
}

/** Whose name it is, as the rest of the label has it. */
export function subjectOf(column: Named): string {
  return wordsOf(column)
    .filter(word => !NAME.test(word) && !FIRST_NAME.test(word) && !HOW.test(word))
    .join(' ')
}

/** Whether a column is about persons rather than of their names, or about what is named after one. */
export function isAboutOther(column: Named): boolean {
  const words = wordsOf(column)
  // A species has a “nom usuel”, a person has a “prénom usuel”.
  return words.some(word => ABOUT.test(word)) || (words.includes('usuel') && !saysFirstName(column))
}

const NAME = /^(?:noms?|name|names|surname|lastname|patronyme|patronymique)$/
const FIRST_NAME = /^(?:prenoms?\d?|firstname|firstnames|givenname)$/
/** Words of which name it is. */
const HOW =
  /^(?:usuel|naissance|usage|famille|family|marital|epouse|jeune|fille|complet|first|last|de|du|d|l|la|le|et)$/
const ABOUT =
  /^(?:nb|nbre|nombre|effectifs?|total|types?|categories?|code|id|identifiant|date|tel|telephone|mobile|mail|email|courriel|adresse|adr|ville|commune|url|site|lien|montant|taux|statut|fonction|qualite|voies?|rues?|lieux?|lieu|ecoles?|etablissements?|equipements?|station|parc|place|square|latin|vernaculaire|scientifique|espece|plat|menu|file|fichier|defunt|defunts|deces|decedes?|soldats?|morts?)$/
