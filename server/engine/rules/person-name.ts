import { nameShares } from '../model/person-name'
import { wordsOf } from '../model/identifier'
import {
  areDead,
  areOfficials,
  areThings,
  haveBothSexes,
  isCounted,
  isPublic,
  namesPublicPersons,
} from '../model/persons'
import type { Column } from '../model/table'
import { tableRule } from './rule'

interface Facts {
  /** `sure`: titles or a first name beside tell it; `likely`: the label and the shape of the values do. */
  readonly is: 'sure' | 'likely'
}

/** A column of the names of persons who hold no public office. */
export const personName = tableRule<Facts>({
  id: 'person-name',
  severity: ({ is }) => (is === 'sure' ? 'warning' : 'information'),
  preset: 'essentiel',
  concepts: ['personal-data', 'legal-secrets'],
  insteadOf: ['name-in-free-text'],

  *check({ columns, table }) {
    const row = table.headerRow
    for (const column of columns) {
      const is = namesPersons(column)
      if (is) yield { column: column.index, ...(row !== undefined && { row }), facts: { is } }
    }
  },

  personal: column => namesPersons(column) !== undefined,

  message: {
    fr: ({ is }) =>
      is === 'sure'
        ? 'Cette colonne contient des noms de personnes : retirez-la, ou gardez-la en notant ce qui le permet (loi, fonction élective, accord des personnes).'
        : 'Cette colonne semble contenir des noms de personnes : si c’est le cas, retirez-la, ou gardez-la en notant ce qui le permet (loi, fonction élective, accord des personnes).',
    en: ({ is }) =>
      is === 'sure'
        ? 'This column holds names of persons: remove it, or keep it and note what allows it (law, elective office, consent).'
        : 'This column seems to hold names of persons: if so, remove it, or keep it and note what allows it (law, elective office, consent).',
  },

  fix: (_facts, { column }) => (column === undefined ? undefined : [{ remove: 'columns', column, count: 1 }]),
})

/** Shares in twentieths of the values. */
const HALF = 10
const MOST = 14
const NEARLY_ALL = 16

/** How surely a column holds names of persons; undefined when it does not, or when they are public. */
function namesPersons(column: Column): Facts['is'] | undefined {
  if (isPublic(column) || namesPublicPersons(column) || !isText(column)) return undefined
  const words = wordsOf(column)
  if (words.some(word => ABOUT.test(word)) || areOfficials(column.beside)) return undefined
  const { titled, twoPart, any } = column.learn(nameShares)
  if (titled >= HALF) return 'sure'
  if (areDead(column.beside) && subjectOf(column) === '') return undefined
  if (saysFirstName(words)) {
    if (any < MOST || isCounted(column.beside) || areThings(column.beside)) return undefined
    if (column.beside.some(isFamilyName)) return 'sure'
    return haveBothSexes(column.beside) ? undefined : 'likely'
  }
  if (isFamilyName(column) && hasFirstName(column)) return any >= MOST ? 'sure' : undefined
  const isPerson = words.some(word => PERSON.test(word))
  const isNamed = isPerson && words.some(word => NAME.test(word))
  if (isNamed && any >= NEARLY_ALL) return 'likely'
  if (twoPart < MOST) return undefined
  return isPerson || words.some(word => PERHAPS.test(word)) ? 'likely' : undefined
}

/** Whether a label names the family name of a person, as it does beside a first name. */
function isFamilyName(column: Column): boolean {
  const words = wordsOf(column)
  return words.some(word => NAME.test(word)) && !saysFirstName(words) && !words.some(word => ABOUT.test(word))
}

function hasFirstName(column: Column): boolean {
  const own = subjectOf(column)
  return column.beside.some(other => saysFirstName(wordsOf(other)) && subjectOf(other) === own)
}

function saysFirstName(words: readonly string[]): boolean {
  return words.some((word, i) => FIRST_NAME.test(word) || (/^(?:first|given)$/.test(word) && words[i + 1] === 'name'))
}

/** Whose name it is, as the rest of the label has it. */
function subjectOf(column: Column): string {
  return wordsOf(column)
    .filter(word => !NAME.test(word) && !FIRST_NAME.test(word) && !HOW.test(word))
    .join(' ')
}

function isText({ field }: Column): boolean {
  return field === undefined || field.type === 'string' || field.type === 'any'
}

const NAME = /^(?:noms?|name|names|surname|lastname|patronyme|patronymique)$/
const FIRST_NAME = /^(?:prenoms?|firstname|firstnames|givenname)$/
/** Words of which name it is. */
const HOW =
  /^(?:usuel|naissance|usage|famille|family|marital|epouse|jeune|fille|complet|first|last|de|du|d|l|la|le|et)$/

/** Words for persons who are nothing else. */
const PERSON =
  /^(?:agents?|techniciens?|technicienne|referents?|referente|usagers?|usagere|demandeurs?|demandeuse|allocataires?|adherents?|interlocuteurs?|interlocutrice|locataires?|parents?|tuteur|tutrice|eleves?|enfants?|patients?|plaignants?|declarant|signalant|signalee?|redacteur|redactrice|animateurs?|animatrice|employes?|salaries?|gardiens?|gardienne|licencies?|stagiaires?|habitants?|temoins?|assistante|nourrice|instructeur|instructrice|controleur|chauffeur|conducteur|pere|mere|conjointe?|intervenante?s?)$/
/** Words for persons or organisations. */
const PERHAPS =
  /^(?:beneficiaires?|contacts?|responsables?|proprietaires?|gestionnaires?|titulaires?|occupants?|petitionnaires?|participants?|inscrits?|abonnes?|civilite|identite)$/
/** Words of a column about persons rather than of their names, or about what is named after one. */
const ABOUT =
  /^(?:nb|nbre|nombre|effectifs?|total|types?|categories?|code|id|identifiant|date|tel|telephone|mobile|mail|email|courriel|adresse|adr|ville|commune|url|site|lien|montant|taux|statut|fonction|qualite|voies?|rues?|lieux?|lieu|ecoles?|etablissements?|equipements?|station|parc|place|square|latin|usuel|vernaculaire|scientifique|espece|plat|menu|file|fichier|defunt|defunts|deces|decedes?|soldats?|morts?)$/
