import {
  areNames,
  isAboutOther,
  isFamilyName,
  isFamilyNameOf,
  saysFirstName,
  saysName,
  subjectOf,
} from '../model/full-name'
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
  const isPerson = words.some(word => PERSON.test(word))
  const mayBePerson = isPerson || words.some(word => PERHAPS.test(word))
  // The “responsable du site” is a person where a title says so.
  const isOther = isAboutOther(column)
  if ((isOther && !mayBePerson) || areOfficials(column.beside)) return undefined
  const { titled, twoPart, any } = column.learn(nameShares)
  if (titled >= HALF) return 'sure'
  if (isOther) return undefined
  if (areDead(column.beside) && subjectOf(column) === '') return undefined
  if (saysFirstName(column)) {
    if (!areNames(column)) return undefined
    if (column.beside.some(other => isFamilyNameOf(other, column))) return 'sure'
    if (isCounted(column.beside) || areThings(column.beside)) return undefined
    if (column.beside.some(isFamilyName)) return 'sure'
    return haveBothSexes(column.beside) ? undefined : 'likely'
  }
  if (isFamilyName(column) && hasFirstName(column)) return areNames(column) ? 'sure' : undefined
  const isNamed = isPerson && saysName(column)
  if (isNamed && any >= NEARLY_ALL) return 'likely'
  if (twoPart < MOST) return undefined
  return mayBePerson ? 'likely' : undefined
}

function hasFirstName(column: Column): boolean {
  const own = subjectOf(column)
  return column.beside.some(other => saysFirstName(other) && subjectOf(other) === own)
}

function isText({ field }: Column): boolean {
  return field === undefined || field.type === 'string' || field.type === 'any'
}

/** Words for persons who are nothing else. */
const PERSON =
  /^(?:agents?|techniciens?|technicienne|referents?|referente|usagers?|usagere|demandeurs?|demandeuse|allocataires?|adherents?|interlocuteurs?|interlocutrice|locataires?|parents?|tuteur|tutrice|eleves?|enfants?|patients?|plaignants?|declarant|signalant|signalee?|redacteur|redactrice|animateurs?|animatrice|employes?|salaries?|gardiens?|gardienne|licencies?|stagiaires?|habitants?|temoins?|assistante|nourrice|instructeur|instructrice|controleur|chauffeur|conducteur|pere|mere|conjointe?|intervenante?s?)$/
/** Words for persons or organisations. */
const PERHAPS =
  /^(?:beneficiaires?|contacts?|responsables?|resp|proprietaires?|gestionnaires?|titulaires?|occupants?|petitionnaires?|participants?|inscrits?|abonnes?|civilite|identite)$/
