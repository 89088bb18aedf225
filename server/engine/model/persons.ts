import { anyNamed, askedOnce } from './asked-once'
import { unaccented } from './fold'
import { type Named, wordsOf } from './identifier'
import { tally, totalOf } from './lesson'
import type { Column } from './table'

/** Whether a schema of the catalogue declares the column: the thing is then published as it is, as a law or an agreement has it. */
export function isPublic({ field }: Named): boolean {
  return field?.isOfCatalogue === true
}

/** Whether a label names people who hold or seek a public office, or who signed a work: their names are public. */
export function namesPublicPersons(column: Named): boolean {
  return wordsOf(column).some(word => PUBLIC.test(word))
}

/** Whether a label names somebody who deals with the town for himself: an applicant, a tenant, a parent… */
export function namesPrivatePersons(column: Named): boolean {
  return wordsOf(column).some(word => PRIVATE.test(word))
}

/** Whether the titles in a column are those of works of art, which may be called by a name. */
export function areTitlesOfWorks(column: Named, beside: readonly Named[]): boolean {
  const words = wordsOf(column)
  if (words.some(word => WORK.test(word))) return true
  return words.some(word => TITLE.test(word)) && beside.some(other => wordsOf(other).some(word => OF_WORKS.test(word)))
}

/** Whether a table speaks of elected officials or candidates: by its labels, the votes that it counts or the offices held. */
export function areOfficials(beside: readonly Column[]): boolean {
  return areNamedOfficials(beside) || areResults(beside) || officesIn(beside).some(column => column.learn(areOffices))
}

/** As the national register has them. */
const areNamedOfficials = askedOnce((beside: readonly Named[]): boolean => {
  return beside.some(column => {
    const words = wordsOf(column)
    const isTerm = words.includes('mandat') && words.some(word => SPAN.test(word))
    const isParty = words.some(word => PARTY.test(word)) && words.some(word => OF_POLITICS.test(word))
    return words.some(word => ELECTED.test(word)) || isTerm || isParty
  })
})

/** Results of an election, which name its candidates: several in each row in those of the ministry. */
function areResults(beside: readonly Column[]): boolean {
  return haveVotes(beside) && haveVoters(beside)
}

const haveVotes = anyNamed(/^voix$/)
const haveVoters = anyNamed(/^(?:votants|exprimes)$/)

const officesIn = askedOnce((beside: readonly Column[]) =>
  beside.filter(column => wordsOf(column).some(word => OFFICE.test(word))),
)

/** Half of the values are offices to which one is elected; a councillor of whatever is one beside such an office only. */
const areOffices = tally<boolean, 'office' | 'councillor' | 'other'>({
  kindOf(value) {
    const plain = unaccented(value.trim()).toLowerCase()
    return ELECTIVE.test(plain) ? 'office' : COUNCILLOR.test(plain) ? 'councillor' : 'other'
  },
  judge(counts) {
    const offices = counts.get('office') ?? 0
    return offices > 0 && offices + (counts.get('councillor') ?? 0) >= totalOf(counts) / 2
  },
})

/** Whether the rows of a table are people who have died: what protects the living does not concern them. */
export function areDead(beside: readonly Column[]): boolean {
  return deathsIn(beside).some(column => column.isUsuallyFilled)
}

const deathsIn = askedOnce((beside: readonly Column[]) =>
  beside.filter(column => wordsOf(column).some(word => DEATH.test(word))),
)

/** Whether a table counts: how many there are of each kind, not one row for each person. */
export const isCounted = anyNamed(
  /^(?:nb|nbre|nombres?|dont|demandeurs|chomeurs|allocataires|menages|foyers|familles|femmes|hommes|filles|garcons|seniors|effectifs?|occurrences?|frequence|rang|total|count|number|valeurs?|values?|obs|population|habitants|licences|licencies|taux|part|ratio|pourcentage|pct|percent|moyenne|mediane|indice)$/,
)

/** Whether each sex has a column: the rows are then what may be of both, such as first names, and no persons. */
export function haveBothSexes(beside: readonly Column[]): boolean {
  return isMale(beside) && isFemale(beside)
}

const isMale = anyNamed(/^(?:males?|masculins?)$/)
const isFemale = anyNamed(/^(?:females?|feminins?)$/)

/** Whether each row of a table stands for an organisation or one of its places. */
export const areOrganisations = anyNamed(
  /^(?:siret|siren|rna|enseigne|denomination|raison|etablissements?|associations?|entreprises?|societes?|commerces?|structures?|organismes?|exploitants?|equipements?|equip|operateurs?|amenageurs?|company)$/,
)

/** Whether the rows are trees, buildings, vehicles or other things, which may have an age too. */
export function areThings(beside: readonly Named[]): boolean {
  return areOwned(beside) || areOtherThings(beside)
}

/** Things that people own or live in: a row that names a person beside one is rather that person. */
const areOwned = anyNamed(/^(?:logements?|vehicules?|immatriculation|marque|modele|animal|animaux|chiens?|race)$/)

/** Things that rather are the row, even if it names a person: trees, buildings, works, what is on offer. */
export const areOtherThings = anyNamed(
  /^(?:arbres?|essence|espece|especes|latin|circonference|tronc|batiments?|materiaux?|equipements?|canalisation|reseau|oeuvres?|parcelle|activites?|ateliers?|stages?|sejours?|spectacles?|films?|livres?|jeux|horaires?|tarifs?|capacite|tree|species)$/,
)

/** Whether the rows are animals, or works, whose author was born: no other thing has a day of birth. */
export const haveOtherBirths = anyNamed(
  /^(?:animal|animaux|chiens?|chats?|chevaux|race|espece|especes|species|oeuvres?|spectacles?|films?|livres?)$/,
)

const PUBLIC =
  /^(?:elus?|elues?|maires?|adjoints?|president|presidente|vicepresident|rapporteurs?|rapporteure|conseillers?|conseillere|deputes?|deputee|senateurs?|senatrice|ministre|prefet|candidats?|candidates?|tete|auteurs?|autrice|artistes?|sculpteur|sculptrice|architectes?|realisateur|realisatrice|compositeur|compositrice|illustrateur|illustratrice|interpretes?|photographe|dessinateur|peintre|inventeur|editeur|author|artist|architect|mayor|councillor)$/
const PRIVATE =
  /^(?:demandeurs?|demandeuse|usagers?|usagere|allocataires?|adherents?|locataires?|parents?|tuteur|tutrice|eleves?|enfants?|patients?|plaignants?|plaignante|concessionnaires?|petitionnaires?|habitants?|salaries?)$/
const WORK =
  /^(?:oeuvres?|expositions?|expo|spectacles?|films?|livres?|ouvrages?|romans?|sculptures?|tableaux?|artwork|film|book)$/
const TITLE = /^(?:titres?|intitules?|title)$/
const OF_WORKS =
  /^(?:artistes?|auteurs?|autrice|realisateur|realisatrice|compositeur|compositrice|interpretes?|compagnie|isbn|editeur|genre|spectacles?|films?|seances?|artist|author)$/
const ELECTED = /^(?:elus?|elues?|candidats?|candidates?|nuance|scrutin|deputes?|senateurs?|sortante?)$/
/** Words that together name the party or the group to which an elected official belongs. */
const PARTY = /^(?:partis?|groupes?)$/
const OF_POLITICS = /^(?:politiques?|parlementaires?|rattachement)$/
const OFFICE = /^(?:fonctions?|mandats?|qualite|role|titre)$/
const ELECTIVE =
  /^(?:(?:monsieur|madame|mme|m\.?) )?(?:(?:le|la|l.) ?)?(?:(?:\d+ ?(?:ere?|er|e|eme|nde?)|premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme) )?(?:maire\b|adjointe?(?:$|,| n.? ?\d| au maire| a la maire| delegue| charge)|vice[- ]presidente?\b|conseill(?:er|ere) (?:municipal|communautaire|departemental|regional|metropolitain|delegue|d.arrondissement)|deleguee? communautaire|presidente? (?:du conseil (?:communautaire|departemental|regional|metropolitain)|de la (?:communaute|metropole|region)|de l.epci)|deputee?$|senat(?:eur|rice)$)/
const COUNCILLOR = /^conseill(?:er|ere)$/
const DEATH = /^(?:deces|decedee?s?|defunte?s?|morts?|inhumations?|inhumee?s?|cremations?)$/
const SPAN = /^(?:debut|fin|date|libelle)$/
