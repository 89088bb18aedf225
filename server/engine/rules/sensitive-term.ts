import { wordsOf } from '../model/identifier'
import { haveFullNames } from '../model/full-name'
import { areFullNames, areOnlyOrganisations, haveIndividuals, traitsOf } from '../model/person-rows'
import { areOfficials, isPublic, namesPublicPersons } from '../model/persons'
import { tally } from '../model/lesson'
import type { Said } from '../model/language'
import type { Column } from '../model/table'
import { tableRule } from './rule'

/** What article 9 of the GDPR names, as far as columns of local files tell it. */
type Matter = 'health' | 'religion' | 'union' | 'origin' | 'opinion' | 'sexual-life' | 'biometrics'

interface Facts {
  readonly matter: Matter
}

/** A column that may reveal of each person what the GDPR protects most. */
export const sensitiveTerm = tableRule<Facts>({
  id: 'sensitive-term',
  severity: 'warning',
  preset: 'complet',
  concepts: ['sensitive-data', 'personal-data'],

  *check({ columns, table }) {
    const row = table.headerRow
    for (const column of columns) {
      const matter = matterOf(column)
      if (matter) yield { column: column.index, ...(row !== undefined && { row }), facts: { matter } }
    }
  },

  personal: column => matterOf(column) !== undefined,

  message: {
    fr: ({ matter }) =>
      `Cette colonne semble dire ${matters[matter].fr()} de chaque personne : une donnée que l’article 9 du RGPD interdit en principe de traiter ; demandez au délégué à la protection des données avant de publier.`,
    en: ({ matter }) =>
      `This column seems to tell ${matters[matter].en()} of each person, which article 9 of the GDPR forbids to process in principle: ask the data protection officer before publishing.`,
  },
})

const matters: Readonly<Record<Matter, Said<void>>> = {
  health: { fr: () => 'la santé ou le handicap', en: () => 'the health or disability' },
  religion: { fr: () => 'la religion', en: () => 'the religion' },
  union: { fr: () => 'le syndicat', en: () => 'the union membership' },
  origin: { fr: () => 'l’origine', en: () => 'the origin' },
  opinion: { fr: () => 'les opinions politiques', en: () => 'the political opinions' },
  'sexual-life': { fr: () => 'la vie sexuelle', en: () => 'the sexual life' },
  biometrics: { fr: () => 'les empreintes', en: () => 'the biometrics' },
}

/** What a column of a table of persons reveals, by its label, or by the values that it is made of. */
function matterOf(column: Column): Matter | undefined {
  const { beside } = column
  if (isPublic(column) || (areOnlyOrganisations(beside) && !haveFullNames(beside))) return undefined
  if (traitsOf(beside).size > 0 || haveIndividuals(beside)) return namedMatter(column) ?? column.learn(revealed)
  // A menu without pork may be that of a cook.
  const matter = namedMatter(column) ?? (column.learn(revealed) === 'health' ? 'health' : undefined)
  return matter && areNamed(beside) ? matter : undefined
}

function namedMatter(column: Column): Matter | undefined {
  const words = wordsOf(column)
  if (words.some(word => OF_PLACES.test(word))) return undefined
  return LABELS.find(([, word]) => words.some(one => word.test(one)))?.[0]
}

/** Words of what a place or an offer has for people with a handicap, or what they pay. */
const OF_PLACES = /^(?:acces|accessible|accessibilite|accueil|places?|parking|stationnement|tarif)$/

/** Whether the values of a column, whatever its label, are nearly all names of persons who are in charge of nothing. */
function areNamed(beside: readonly Column[]): boolean {
  if (areOfficials(beside)) return false
  return beside.some(column => !namesPublicPersons(column) && !isInCharge(column) && areFullNames(column))
}

function isInCharge(column: Column): boolean {
  return wordsOf(column).some(word => IN_CHARGE.test(word))
}

const IN_CHARGE =
  /^(?:contacts?|responsables?|directeurs?|directrice|gestionnaires?|signataires?|interlocuteurs?|interlocutrice|referente?|medecins?|praticiens?)$/

const LABELS: readonly (readonly [Matter, RegExp])[] = [
  [
    'health',
    /^(?:sante|maladies?|pathologies?|diagnostic|allergies?|handicaps?|invalidite|incapacite|rqth|medical|grossesse|addiction|vaccins?|vaccination|health|disability|disease)$/,
  ],
  ['religion', /^(?:religions?|religieux|religieuse|culte|confession|croyance)$/],
  ['union', /^(?:syndicat|syndical|syndicale|union)$/],
  ['origin', /^(?:ethnie|ethnique|raciale?|ethnic)$/],
  ['sexual-life', /^(?:sexuelle?|sexual)$/],
  ['opinion', /^(?:politique|politiques|militant)$/],
  ['biometrics', /^(?:biometrie|biometrique|empreintes?|biometric)$/],
]

// `\b` takes an accented letter for the end of a word.
const RELIGION = /(?<!\p{L})(?:sans porc|halal|casher|kasher)(?!\p{L})/iu
const HEALTH =
  /(?<!\p{L})(?:diab[eé]tique|allergique|handicap(?:[eé]e?)?|asthmatique|[eé]pileptique|maladie|invalidit[eé])s?(?!\p{L})/iu

/** Values that reveal it whatever the label is. */
const revealed = tally<Matter | undefined, Matter>({
  kindOf(value) {
    if (RELIGION.test(value)) return 'religion'
    return HEALTH.test(value) ? 'health' : undefined
  },
  judge: counts => (['religion', 'health'] as const).find(matter => counts.has(matter)),
})
