import { type Accept, either } from '../model/accept'
import { type Absence, absenceIn, cannotBeAbsence } from '../model/absence'
import { isAllowed } from '../model/allowed'
import type { Field } from '../model/field'
import { labelIdentifier, labelWords } from '../model/identifier'
import { mostlyOf, share, tally, totalOf } from '../model/lesson'
import { type Part, partOf } from '../model/part'
import { namesCoordinate } from '../model/positions'
import { holdsQuantities } from '../model/quantity'
import { kindTest } from '../model/shape'
import { spellsOneOf } from '../model/spelling'
import { shown } from '../model/shown'
import type { Column, Evidence } from '../model/table'
import { areWrittenNumbers } from '../model/written-number'
import { holdsYears } from '../model/year-column'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly isRequired: boolean
  /** True where something is counted or measured: the mark may stand for none or for not known. */
  readonly mayBeZero: boolean
  /** True when an empty cell says the same. */
  readonly canBeEmpty: boolean
  /** True for a “not a number”, which the type of the field lets through. */
  readonly isNotANumber: boolean
}

/** Words of labels under which people answer in words. */
const REMARKS =
  /^(?:observations?|commentaires?|comments?|remarques?|remarks?|notes?|precisions?|complements?|informations?)$/
/** Words of labels under which two letters are a code. */
const CODES = /^(?:codes?|pays|country|iso|langues?|lang|devises?|currency|sigles?)$/

/** A word that says “no value here” and that nobody declared: it will be read as data. */
export const undeclaredMissingValue = cellRule<Facts>({
  id: 'undeclared-missing-value',
  severity: ({ isNotANumber }) => (isNotANumber ? 'information' : 'warning'),
  preset: 'standard',
  concepts: ['missing-value'],
  insteadOf: [
    'type-error',
    'enum',
    'pattern',
    'min-length',
    'max-length',
    'mixed-type-column',
    'lost-leading-zero',
    'malformed-siret',
    'malformed-siren',
    'malformed-rna',
    'malformed-uai',
    'malformed-opening-hours',
    'malformed-year-interval',
    'malformed-postal-code',
    'malformed-address-key',
    'malformed-rnb',
    'malformed-fantoir',
    'phone-spelling',
    'unknown-act-matter',
    'unknown-commune',
    'unknown-department',
    'unknown-region',
    'formula-injection',
    'edge-whitespace',
  ],

  check(column) {
    const { field } = column
    const others = partOf(column, presentValues)
    const isNumber = holdsQuantities(others, areWrittenNumbers)
    const isAbsence = isNumber && !field ? () => true : judgeOf(others)
    const isName = (text: string) => text.trim() === NAME && !field && column.learn(areNames)
    const isGroup = (text: string) => IN_WORDS.test(text.trim()) && !field && namesGroups(column)
    const canBeZero = isNumber && !namesCoordinate(column) && !holdsYears(others)
    const declared = field && declaredAccept(field)
    const isRequired = field?.constraints.required === true
    const canBeEmpty = !isRequired && (field?.missingValues.includes('') ?? true)
    return {
      accept: declared ? either(declared, cannotBeAbsence) : cannotBeAbsence,
      test(text) {
        const absence = absenceIn(text)
        if (absence === undefined || !isAbsence(text, absence) || isName(text) || isGroup(text)) return undefined
        const mayBeZero = canBeZero && (absence === 'mark' || absence === 'word' || absence === 'answer')
        return { text: text.trim(), isRequired, mayBeZero, canBeEmpty, isNotANumber: Number.isNaN(field?.read(text)) }
      },
    }
  },

  message: {
    fr({ text, isRequired, mayBeZero }) {
      const value = shown.fr(text)
      if (isRequired)
        return `${value} tient lieu d’une valeur que le schéma exige : donnez cette valeur, car un logiciel prendrait ${value} pour une donnée.`
      if (mayBeZero)
        return `${value} peut dire « aucun » ou « on ne sait pas » : écrivez 0 dans le premier cas, et laissez la cellule vide dans le second.`
      return `${value} dit qu’il n’y a pas de valeur, mais un logiciel y lit une donnée : laissez la cellule vide, ou déclarez dans le schéma (missingValues) que ce mot dit l’absence.`
    },
    en({ text, isRequired, mayBeZero }) {
      const value = shown.en(text)
      if (isRequired)
        return `${value} stands for a value that the schema requires: give that value, since software would take ${value} for data.`
      if (mayBeZero)
        return `${value} may mean “none” or “not known”: write 0 in the first case, and leave the cell empty in the second.`
      return `${value} says that there is no value, but software reads data in it: leave the cell empty, or declare in the schema (missingValues) that this word says so.`
    },
  },

  fix: (_text, { canBeEmpty }) => (canBeEmpty ? '' : undefined),
})

/** A name as well as what Python writes for no value, which it would write more than once. */
const NAME = 'None'
/** Names that are a list of them, and the share of them that must differ. */
const LIST = 200
const DIFFERENT = 0.95

const areNames = tally<boolean, string>({
  kindOf: value => value.trim(),
  judge(counts) {
    const total = totalOf(counts)
    return counts.get(NAME) === 1 && total >= LIST && counts.size >= DIFFERENT * total
  },
})

/** How an absence is said that may be the name of a group: by nobody who only had no value to write. */
const IN_WORDS = /^(?:non |not |inconnue?s?$|unknown$)/i

/** Whether a column names the groups by which the others count: each once, and nothing but quantities beside them. */
function namesGroups(column: Column): boolean {
  const others = column.beside.filter(other => other !== column)
  return (
    others.length > 0 &&
    column.learn(areAllDifferent) &&
    others.every(other => holdsQuantities(other, areWrittenNumbers) && !namesCoordinate(other))
  )
}

/** Groups that make a table of them. */
const GROUPS = 3

const areAllDifferent = tally<boolean, string>({
  kindOf: value => value.trim(),
  judge: counts => counts.size >= GROUPS && counts.size === totalOf(counts),
})

type Judge = (text: string, absence: Absence) => boolean

/** The values of a column without what may be absent. */
const presentValues: Part = { keeps: (text, { field }) => !(field && isDefinite(field)) && !absenceIn(text) }

/** What counts as absent in a column: more where something definite is expected than where any text will do. */
function judgeOf(column: Evidence): Judge {
  const { field, label, learn } = column
  if (field && isDefinite(field)) return text => !isDeclared(field, text)
  const fits = kindTest(column)
  if (fits) return text => !fits(text)
  const identifier = field ? field.identifier : labelIdentifier(label)
  if (identifier !== undefined && identifier !== 'code') return () => true
  const words = labelWords(label)
  const hasSigns = learn(haveSigns)
  const isRemark = words.some(word => REMARKS.test(word))
  const hasSteps = learn(areSteps)
  const hasCodes = words.some(word => CODES.test(word)) || learn(areShort)
  return (text, absence) =>
    absence === 'sure' ||
    (absence === 'mark' && !(hasSigns && text.trim() === '-')) ||
    (absence === 'word' && !isRemark && !(hasSteps && NO_STEP.test(text.trim()))) ||
    (absence === 'code' && !hasCodes)
}

const haveSigns = share({ test: value => value === '+', isEnough: signs => signs > 0 })
/** Words for none of a thing, beside those for little or much of it. */
const NO_STEP = /^(?:none|n[ée]ant)$/i
const STEPS =
  /^(?:low|lowest|minor|slight|light|mild|some|small|medium|moderate|average|major|substantial|severe|serious|heavy|strong|high|highest|large|full|complete|total|faibles?|l[ée]g(?:er|[èe]re)s?|mineure?s?|limit[ée]e?s?|mod[ée]r[ée]e?s?|moyen(?:ne)?s?|partiel(?:le)?s?|majeure?s?|importante?s?|fort(?:e)?s?|graves?|[ée]lev[ée]e?s?|tot(?:al|ale|aux|ales)|compl(?:et|[èe]te)s?)$/i
const areSteps = mostlyOf(0.5, value => STEPS.test(value.trim()))
const areShort = mostlyOf(0.5, value => value.trim().length <= 4)

function isDefinite({ type, constraints }: Field): boolean {
  if (type !== 'string' && type !== 'any') return true
  return constraints.enum !== undefined || constraints.pattern?.matches !== undefined
}

/** Accepts what `isDeclared` surely says is a value, where the type or the list alone tells; of texts, only those of a list. */
function declaredAccept({ type, format, accept, constraints }: Field): Accept | undefined {
  if (constraints.pattern) return undefined
  if (!constraints.enum) return type === 'string' || type === 'any' ? undefined : accept
  const isText = type === 'any' || (type === 'string' && format === 'default')
  return isText ? spellsOneOf(constraints.enum) : undefined
}

/** A word that the type, the list or the pattern lets through is a value; but “not a number” never says how many. */
function isDeclared(field: Field, text: string): boolean {
  const value = field.read(text)
  const isValue = value !== undefined && !Number.isNaN(value)
  return isValue && isAllowed(field, text) && field.constraints.pattern?.matches?.(text) !== false
}
