import { askedOnce } from './asked-once'
import { unaccented } from './fold'
import { haveFullNames } from './full-name'
import { type Named, wordsOf } from './identifier'
import { mostlyOf } from './lesson'
import { nameShares } from './person-name'
import {
  areDead,
  areOfficials,
  areOrganisations,
  areOtherThings,
  areThings,
  haveOtherBirths,
  isCounted,
} from './persons'
import type { Column } from './table'
import { writtenDate } from './written-date'
import { areWrittenNumbers } from './written-number'

/** Whether each row of a table stands for a person: several columns say of a row what only a person has. */
export function arePersons(beside: readonly Column[]): boolean {
  const traits = traitsOf(beside)
  return traits.has('name') || traits.has('birth') || traits.size > 1
}

/** What the columns of a table say of persons; nothing where its rows count them, or are officials or things. */
export function traitsOf(beside: readonly Column[]): ReadonlySet<Trait> {
  const traits = namedTraits(beside)
  if (traits.size === 0 || areOfficials(beside)) return NONE
  if (isCounted(beside) && !areOnePersonEach(beside)) return NONE
  return areThings(beside) && !ownThings(beside) ? NONE : traits
}

const NONE: ReadonlySet<Trait> = new Set()

const namedTraits = askedOnce(
  (beside: readonly Named[]): ReadonlySet<Trait> => new Set(beside.flatMap(column => traitOf(column) ?? [])),
)

/** Whether the rows of a table are organisations or their places, and not the persons who belong to them. */
export function areOnlyOrganisations(beside: readonly Column[]): boolean {
  return areOrganisations(beside) && !belongTo(beside)
}

/** Whether rows that tell a number are persons, of whom it tells how many they have: by a name, a day of birth, a number. */
export function areOnePersonEach(beside: readonly Column[]): boolean {
  if (areDead(beside) || areOfficials(beside)) return false
  if (haveFullNames(beside)) return true
  if (haveBirthDays(beside)) return !countRows(beside)
  return haveAges(beside) && haveSexes(beside) && (areNumbered(beside) || haveIndividuals(beside))
}

/** Whether the rows have a number each, which says nothing else. */
const areNumbered = askedOnce((beside: readonly Named[]) =>
  beside.some(column => wordsOf(column).every(word => NUMBER.test(word))),
)

const NUMBER = /^(?:id|identifiant|personne|individu|person|individual)$/

/** Whether rows that tell a thing are persons to whom it belongs, or who make use of it. */
function ownThings(beside: readonly Column[]): boolean {
  return belongTo(beside) || (haveFullNames(beside) && !areOtherThings(beside) && !areDead(beside))
}

/** Whether rows that tell an organisation are persons: it may be that of a person in charge, who has no age there. */
function belongTo(beside: readonly Column[]): boolean {
  if (areDead(beside) || haveOtherBirths(beside)) return false
  const traits = namedTraits(beside)
  if (haveBirthDays(beside) || (haveAges(beside) && haveSexes(beside))) return true
  return (traits.has('age') || traits.has('household') || traits.has('benefit')) && haveFullNames(beside)
}

const haveBirthDays = haveTrait(
  'birth',
  mostlyOf(0.5, value => writtenDate(value.trim()) !== undefined),
)
const haveAges = haveTrait(
  'age',
  mostlyOf(0.8, value => /^\s*\d{1,3}(?:\s*ans?)?\s*$/.test(value)),
)
const haveSexes = haveTrait(
  'sex',
  mostlyOf(0.8, value => SEX.test(unaccented(value.trim()))),
)

const SEX = /^(?:[fmhgx12]|femmes?|hommes?|filles?|garcons?|feminin|masculin|(?:fe)?male|(?:wo)?m[ae]n|autre)$/i

/** Whether a table has a column of a trait, whose values bear it out. */
function haveTrait(trait: Trait, lesson: ReturnType<typeof mostlyOf>): (beside: readonly Column[]) => boolean {
  const columnsOf = askedOnce((beside: readonly Column[]) => beside.filter(column => traitOf(column) === trait))
  return beside => columnsOf(beside).some(column => column.learn(lesson))
}

/** Whether a column only counts the rows of a kind, or births. */
const countRows = askedOnce((beside: readonly Named[]) =>
  beside.some(column => {
    const words = wordsOf(column)
    return words.some(word => COUNT.test(word)) && words.every(word => COUNT.test(word) || OF_BIRTHS.test(word))
  }),
)

const COUNT =
  /^(?:nb|nbre|nombres?|effectifs?|occurrences?|frequence|total|count|number|valeurs?|values?|obs|population)$/
const OF_BIRTHS = /^(?:naissances?|births?|de|des|d|of)$/

/** Whether a column tells somebody of each row by a word for one person, or by the number that an employer gives. */
export function haveIndividuals(beside: readonly Column[]): boolean {
  if (areOfficials(beside)) return false
  return individualsIn(beside).some(column => wordsOf(column).includes('matricule') || !column.learn(areWrittenNumbers))
}

const individualsIn = askedOnce((beside: readonly Column[]) =>
  beside.filter(column => {
    const words = wordsOf(column)
    return words.some(word => INDIVIDUAL.test(word)) && words.every(word => INDIVIDUAL.test(word) || WHICH.test(word))
  }),
)

const WHICH = /^(?:id|identifiant|n|no|num|numero|code|nom|prenom|de|du|d|l|la|le)$/
const INDIVIDUAL =
  /^(?:matricule|agente?|salariee?|employee?|enfant|eleve|allocataire|usager|usagere|patiente?|locataire|adherente?|plaignante?|child|pupil|employee|patient)$/

/** Whether the rows tell by name who lives at an address or owns what stands there: the address is rather his. */
export function nameOccupants(beside: readonly Column[]): boolean {
  if (areOtherThings(beside) || areOfficials(beside)) return false
  return occupantsIn(beside).some(column => areFullNames(column))
}

const occupantsIn = askedOnce((beside: readonly Column[]) =>
  beside.filter(column => wordsOf(column).some(word => OCCUPANT.test(word))),
)

const OCCUPANT =
  /^(?:proprietaire|occupante?|titulaire|locataire|plaignante?|demandeur|demandeuse|petitionnaire|concessionnaire|usagere?|adherente?|allocataire|beneficiaire|patiente?|eleve|enfant|owner|tenant)$/

/** Whether nearly all values of a column are names of persons in two parts, or with a title. */
export function areFullNames(column: Column): boolean {
  const { titled, twoPart } = column.learn(nameShares)
  return titled + twoPart >= MOST
}

/** In twentieths of the values. */
const MOST = 16

/** What a column says of a person. */
type Trait = 'name' | 'birth' | 'age' | 'sex' | 'job' | 'benefit' | 'household'

/** What a column says of a person, by its label; undefined when it says nothing, or counts persons. */
export function traitOf(column: Named): Trait | undefined {
  const words = wordsOf(column)
  if (words.some(word => ABOUT.test(word))) return undefined
  return TRAITS.find(([, word]) => words.some(one => word.test(one)))?.[0]
}

const TRAITS: readonly (readonly [Trait, RegExp])[] = [
  ['name', /^(?:prenoms?|civilite|firstname|surname|lastname|patronyme|patronymique)$/],
  ['birth', /^(?:naissance|naiss|birth|birthdate|birthday|datenaissance|datenaiss|dob|ddn)$/],
  [
    'benefit',
    /^(?:allocataire|beneficiaire|demandeur|demandeuse|usager|eleve|patient|plaignant|locataire|rsa|apa|pch|aah)$/,
  ],
  ['age', /^(?:age|ages|trancheage|classeage)$/],
  ['sex', /^(?:sexe|genre|sex|gender)$/],
  ['job', /^(?:profession|metier|csp|pcs|occupation|emploi|job)$/],
  ['household', /^(?:situationfamiliale|matrimoniale?|familiale?|quotient|revenus?|enfants|conjoint)$/],
]

/** Words that turn a column into one about how many, or about something else than a person. */
const ABOUT =
  /^(?:nb|nbre|nombre|total|taux|part|pourcentage|moyenne?|mediane?|type|types|categorie|lieu|commune|code|statut|service|batiment|arbre|montant|min|max|mini|maxi|minimum|maximum|public|litteraire)$/
