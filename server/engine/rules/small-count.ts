import { comparing } from '../model/accept'
import { anyNamed } from '../model/asked-once'
import { usualLeastCount } from '../model/conventions'
import { isNumeric } from '../model/field'
import { areWrittenNumbers } from '../model/written-number'
import { numberReading } from '../model/measure'
import { wordsOf } from '../model/identifier'
import { areOnePersonEach, haveIndividuals } from '../model/person-rows'
import { areOrganisations, isPublic } from '../model/persons'
import { signature } from '../model/signature'
import type { Column } from '../model/table'
import { cellRule } from './rule'

/** Whose rule sets the threshold: Insee’s for companies, the energy code’s for homes, that for tax households, or a convention. */
type Basis = 'companies' | 'energy' | 'tax' | 'convention'

interface Facts {
  readonly basis: Basis
  readonly least: number
}

/** Manual of Insee on the protection of tables; code de l’énergie, D.111-53; tax data by squares. */
const SET: Readonly<Record<Exclude<Basis, 'convention'>, number>> = { companies: 3, energy: 10, tax: 11 }

/** A number of persons or companies so small that it tells of each of them. */
export const smallCount = cellRule<Facts>({
  id: 'small-count',
  severity: 'warning',
  preset: 'standard',
  concepts: ['small-counts', 're-identification-risk'],
  concerns: signature.digit,

  check(column, _today, { leastCount = usualLeastCount } = {}) {
    const basis = basisOf(column)
    if (!basis) return undefined
    const least = basis === 'convention' ? leastCount : SET[basis]
    const reading = numberReading(column)
    return {
      accept: comparing(reading.at, '>=', least),
      test(text) {
        const count = reading.of(text)
        return Number.isInteger(count) && count > 0 && count < least ? { basis, least } : undefined
      },
    }
  },

  message: {
    fr: ({ basis, least }) =>
      `Moins de ${least} ${counted[basis].fr} : un effectif si petit peut dévoiler la situation de chacun (${bases[basis].fr}) ; regroupez des catégories, ou videz la cellule et dites pourquoi dans la description.`,
    en: ({ basis, least }) =>
      `Fewer than ${least} ${counted[basis].en}: so small a count may expose each of them (${bases[basis].en}); merge categories, or empty the cell and say why in the description.`,
  },

  fix: () => '',
})

const counted: Readonly<Record<Basis, { readonly fr: string; readonly en: string }>> = {
  companies: { fr: 'entreprises', en: 'companies' },
  energy: { fr: 'points de livraison', en: 'delivery points' },
  tax: { fr: 'foyers fiscaux', en: 'tax households' },
  convention: { fr: 'personnes', en: 'persons' },
}

const bases: Readonly<Record<Basis, { readonly fr: string; readonly en: string }>> = {
  companies: { fr: 'règle de l’Insee', en: 'rule of Insee' },
  energy: { fr: 'code de l’énergie, D.111-53', en: 'French energy code, D.111-53' },
  tax: { fr: 'seuil des données fiscales', en: 'threshold for tax data' },
  convention: {
    fr: 'convention, que règle smallCount dans vigie.json',
    en: 'a convention, set by smallCount in vigie.json',
  },
}

/** What a column counts that may not be published when it is small; undefined for any other column. */
function basisOf(column: Column): Basis | undefined {
  if (isPublic(column) || arePublic(column.beside)) return undefined
  const words = wordsOf(column)
  if (words.some(word => NO_COUNT.test(word))) return undefined
  const isCount = words.some(word => COUNT.test(word))
  const basis = BASES.find(
    ([, word, other]) => words.some(one => word.test(one)) && (!other || words.some(one => other.test(one))),
  )?.[0]
  const isPersons = basis === 'convention'
  const isNamed = isCount || isPersons || basis === 'energy'
  if (!basis || !isNamed || (isPersons && areOrganisations(column.beside))) return undefined
  // How many children somebody has is no count of persons alike.
  if (areOnePersonEach(column.beside) || haveIndividuals(column.beside)) return undefined
  return isOfNumbers(column) ? basis : undefined
}

function isOfNumbers({ field, learn }: Column): boolean {
  return field ? isNumeric(field) : learn(areWrittenNumbers)
}

const COUNT = /^(?:nb|nbre|nombres?|effectifs?|count|number)$/
/**
 * Votes, seats and those who may vote: in an election they are public down to the last one. So are the women and men among
 * the best paid.
 */
const arePublic = anyNamed(
  /^(?:votants?|votes?|voix|exprimes|suffrages|sieges?|abstentions?|procurations?|scrutin|ballots?|remunerations?)$/,
)
/** Words of averages, shares, differences, places and days, which are no persons, and of a column of a year. */
const NO_COUNT =
  /^(?:taux|part|pourcentage|moyenne?|median|mediane|delta|evolution|variation|ecart|difference|solde|change|places?|lits|postes?|capacite|max|min|jours?|heures?|montant|code|annee|tranche|surface|kwh|mwh|visites?|entrees|passages)$/

const BASES: readonly (readonly [Basis, RegExp, RegExp?])[] = [
  ['energy', /^(?:points?|pdl|livraison)$/, /^(?:residentiels?|residentielle|logements?|particuliers?)$/],
  ['tax', /^(?:foyers?|menages?)$/, /^(?:fiscaux|fiscal|fiscales?)$/],
  ['companies', /^(?:entreprises|societes|exploitations|companies)$/],
  [
    'convention',
    /^(?:allocataires|beneficiaires|demandeurs|chomeurs|menages|foyers|familles|malades|patients|hospitalises|victimes|condamnes|impayes|expulsions|personnes|eleves|enfants|mineurs|femmes|hommes|seniors|rsa|apa|pch|aah|handicapes|persons|people|children|recipients|patients)$/,
  ],
]
