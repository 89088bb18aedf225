import type { NumberAt } from './accept'
import { anyNamed, askedOnce } from './asked-once'
import { isNumeric } from './field'
import { labelWords, MOST_BESIDE_LONG } from './identifier'
import { share, tally } from './lesson'
import { numberAtMark } from './number-at'
import { decimalMark, holdsQuantities } from './quantity'
import type { Column, Evidence } from './table'
import { areWrittenNumbers, plainNumber, writtenNumbers } from './written-number'

/** Words of labels whose numbers place, date, rank or name something: their mean means nothing. */
const NO_MEASURE = new Set(
  (
    'lat latitude lon lng longitude x y z coord coordonnee coordonnees coordinates wgs84 lambert l93 geo geom geometry ' +
    'annee annees year years millesime exercice mois month jour day semaine week heure hour trimestre date an siecle ' +
    'rang rank ordre order position index version objectid fid gid gml uid idx niveau etage classe class categorie category type zone lot ' +
    'tranche article chapitre compte fonction sousfonction nature sens code cod cp insee circonscription canton bureau secteur ligne ' +
    'quartier arrondissement section parcelle feuille iris dep reg com dept departement region commune epci ilot azimut angle orientation'
  ).split(' '),
)

const POSITION = /latitude|longitude|coord|lambert/

/** Words of labels of what people add up and average. */
const MEASURE =
  /^(?:montants?|budgets?|depenses?|recettes?|prix|couts?|tarifs?|salaires?|revenus?|loyers?|subventions?|aides?|credits?|execute|population|habitants|inhabitants|consommations?|production|surfaces?|superficies?|longueurs?|largeurs?|hauteurs?|distances?|durees?|delais?|volumes?|puissances?|poids|quantites?|nombres?|nb|nbre|effectifs?|capacites?|valeurs?|montant|totaux|amounts?|values?|prices?|costs?|salary|salaries|incomes?|rents?|grants?|lengths?|widths?|heights?|areas?|durations?|weights?|counts?|quantity|power|prets|entrees|frequentation|visites?|visiteurs|passages|trafic|traffic|kwh|mwh|gwh|euros?|eur|m2|m3|km|ha|kg|tonnes?)$/

/** Words of labels of what is shared out among the rows: money, persons, things that are counted or used up. */
const SHARED =
  /^(?:montants?|budgets?|depenses?|recettes?|couts?|salaires?|revenus?|subventions?|aides?|credits?|dotations?|population|habitants|inhabitants|consommations?|productions?|surfaces?|superficies?|quantites?|nombres?|nb|nbre|effectifs?|amounts?|costs?|salary|salaries|incomes?|grants?|areas?|counts?|quantity|prets|entrees|frequentation|visites?|visiteurs|passages|kwh|mwh|gwh|euros?|eur)$/

/** Words of labels that say what, or in what unit, each row measures. */
const SAYS_WHAT = /^(?:indicateurs?|indicators?|variables?|parametres?|statistiques?|agregats?|unites?|units?)$/

/** True where a column says what each row measures, and not all measure the same: one mean of theirs means nothing. */
export function measuresDiffer(beside: readonly Column[]): boolean {
  return naming(beside).some(column => column.learn(haveSeveral))
}

const naming = askedOnce((beside: readonly Column[]) =>
  beside.filter(({ label }) => labelWords(label).some(word => SAYS_WHAT.test(word))),
)

const haveSeveral = tally<boolean, string>({
  kindOf: value => value.trim().slice(0, 100),
  judge: counts => counts.size > 1,
})

/** True for a label that names what is shared out, so that it makes sense to ask how evenly. */
export function namesShares(label: string): boolean {
  return label.includes('€') || labelWords(label).some(word => SHARED.test(word))
}

/**
 * Words of labels of what is the fact of one case, of which people say how much it usually is: what a grant, a rent or a
 * wait comes to. What a place has of something, its people, its surface, its lines of budget, differs with its size.
 */
const CASES =
  /^(?:montants?|prix|couts?|tarifs?|salaires?|revenus?|remunerations?|loyers?|subventions?|aides?|durees?|delais?|distances?|valeurs?|amounts?|values?|prices?|costs?|salary|salaries|incomes?|rents?|grants?|durations?)$/

/** True for a column of measures of which people quote a mean: each is the fact of one case, not the size of a place. */
export function holdsCases(column: Column): boolean {
  const { field, label } = column
  const words = [...labelWords(label), ...labelWords(field?.name ?? '')]
  if (!words.some(word => CASES.test(word)) || words.some(word => OF_PLACES.test(word))) return false
  return holdsMeasures(column) && !haveAccounts(column.beside)
}

/** Whether the rows are lines of a budget or of accounts. */
const haveAccounts = anyNamed(/^(?:comptes?|chapitres?|articles?|accounts?|chapters?)$/)

/** Words of totals and of lines of a budget. */
const OF_PLACES = /^(?:totaux|total|totale|budgets?|bp|ca|execute|vote|consommations?|surfaces?|superficies?)$/

/** True for a column of measures whose label says what people add up and average. */
export function holdsAverages(column: Evidence): boolean {
  const { field, label } = column
  const words = [...labelWords(label), ...labelWords(field?.name ?? '')]
  return holdsMeasures(column) && (label.includes('€') || words.some(word => MEASURE.test(word)))
}

/** How the numbers of a column are read, from their bytes where that is enough, else from their text; NaN for none. */
export interface NumberReading {
  readonly at: NumberAt
  readonly of: (text: string) => number
}

/** True for a column of amounts, counts or sizes, of which a mean means something. */
export function holdsMeasures(column: Evidence): boolean {
  if (!holdsQuantities(column, areWrittenNumbers)) return false
  const { field, label, learn } = column
  const words = [...labelWords(label), ...labelWords(field?.name ?? '')]
  const isLongitude = words.includes('long') && labelWords(label).length <= MOST_BESIDE_LONG
  return !isLongitude && !words.some(word => NO_MEASURE.has(word) || POSITION.test(word)) && !learn(areYears)
}

/** How the numbers of a column are written. */
export function numberReading(column: Evidence): NumberReading {
  const { field } = column
  if (field && isNumeric(field))
    return {
      at: field.numberAt ?? (() => Number.NaN),
      of(text) {
        const value = field.read(text)
        return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
      },
    }
  const mark = decimalMark(column)
  return { at: numberAtMark(mark.charCodeAt(0)), of: text => meant(text, mark) }
}

/** The number that a text stands for, a unit after it left aside; NaN for one that may be two. */
function meant(text: string, mark: string): number {
  const readings = writtenNumbers(text.trim().replace(/\s*[%€]$/u, ''))
  const numbers = readings.map(reading => Number(plainNumber(reading, '.')))
  if (numbers.length < 2) return numbers[0] ?? Number.NaN
  const decimal = readings.findIndex(({ decimals }) => decimals !== undefined)
  return text.includes(mark) ? (numbers[decimal] ?? Number.NaN) : Number.NaN
}

const areYears = share({
  test: value => /^(?:1[89]|20)\d\d$/.test(value.trim()),
  isEnough: (years, values) => years >= 0.9 * values,
})
