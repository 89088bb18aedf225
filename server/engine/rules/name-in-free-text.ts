import { mostlyOf } from '../model/lesson'
import { holdsNoTitle, holdsTitledName, nameShares, nameSign } from '../model/person-name'
import { areOfficials, areTitlesOfWorks, isPublic, namesPublicPersons } from '../model/persons'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { cellRule } from './rule'

/** The name of a person, or a day of birth, in the middle of a text. */
export const nameInFreeText = cellRule<Record<never, never>>({
  id: 'name-in-free-text',
  severity: 'information',
  preset: 'complet',
  concepts: ['anonymisation-vs-pseudonymisation', 'personal-data'],
  concerns: signature.letter,

  check(column) {
    if (areTheirNamesPublic(column)) return undefined
    return { accept: holdsNoTitle, test: text => (holdsName(text) || isOneAmongOthers(text, column) ? {} : undefined) }
  },

  personal: column => !areTheirNamesPublic(column) && column.learn(areNamed),

  message: {
    fr: () =>
      'Ce texte semble nommer une personne : relisez-le, et remplacez le nom par la fonction ou videz la cellule.',
    en: () =>
      'This text seems to name a person: read it again, and put the role in place of the name or empty the cell.',
  },
})

/** Whether those whom the column may name hold an office, or are named by law. */
function areTheirNamesPublic(column: Column): boolean {
  if (isPublic(column) || namesPublicPersons(column) || areOfficials(column.beside)) return true
  return areTitlesOfWorks(column, column.beside)
}

/** A name that is the whole value is a matter of its column. */
function holdsName(text: string): boolean {
  return holdsTitledName(text) && nameSign(text) === undefined
}

/** A person among the organisations of a column. */
function isOneAmongOthers(text: string, column: Column): boolean {
  return nameSign(text) === 'titled' && holdsTitledName(text) && column.learn(nameShares).titled < HALF
}

/** In twentieths of the values. */
const HALF = 10

const areNamed = mostlyOf(0.5, holdsName)
