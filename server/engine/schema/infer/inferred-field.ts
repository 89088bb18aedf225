import { folded } from '../../model/fold'
import { foldLabel, tidyLabel } from '../../model/label'
import { labelIdentifier, labelWords } from '../../model/identifier'
import { isNamed, namesKey } from './codes'
import type { Borne, ColumnEvidence } from './column-evidence'
import { shapePattern } from './shape'

/** A field as the values of its column allow to declare it. */
interface InferredField {
  readonly name: string
  readonly descriptor: Readonly<Record<string, unknown>>
  /** Validata's check that every value passes. */
  readonly check: string | undefined
  /** Whether the column tells rows apart: it is called so, or its values are codes. */
  readonly isKey: boolean
}

/** Values from which a category is believed, and how often each comes on average. */
const ENUM = { values: 20, each: 5, kinds: 25 }
/** Values from which a common shape is believed, and how many of them differ. */
const SHAPE = { values: 10, kinds: 5 }

/** Writes the field of a column; every constraint holds for all its values. `rows`: data rows of the table. */
export function inferredField(
  evidence: ColumnEvidence,
  name: string,
  rows: number,
  mayTell: (values: readonly string[]) => boolean = () => true,
): InferredField {
  const typed = untold(typeOf(evidence), mayTell)
  const { constraints = {}, ...type } = typed.descriptor
  const isRequired = rows > 0 && evidence.filled === rows
  const isKey = typed.isCode || (namesKey(evidence.label) && typed.isExact)
  const isUnique = isKey && evidence.isUnique && evidence.filled >= (namesPostalCode(evidence.label) ? LISTED : 5)
  const all = { ...(isRequired && { required: true }), ...(isUnique && { unique: true }), ...constraints }
  const title = titleOf(name)
  return {
    name,
    descriptor: {
      name,
      ...(title !== name && { title }),
      ...type,
      ...(Object.keys(all).length > 0 && { constraints: all }),
    },
    check: typed.check,
    isKey: isUnique && isRequired,
  }
}

/** The same without a category whose values may not be named. */
function untold(typed: Typed, mayTell: (values: readonly string[]) => boolean): Typed {
  const { enum: values, ...constraints } = typed.descriptor.constraints ?? {}
  if (!Array.isArray(values) || mayTell(values.map(String))) return typed
  return { ...typed, descriptor: { ...typed.descriptor, constraints } }
}

/** True when the values are of a type that a word for no value is not of. */
export function isTyped(evidence: ColumnEvidence): boolean {
  if (evidence.filled === 0) return false
  const { descriptor, isCode } = typeOf(evidence)
  return isCode || descriptor.type !== 'string' || 'format' in descriptor
}

interface Typed {
  readonly descriptor: {
    readonly type: string
    readonly constraints?: Readonly<Record<string, unknown>>
    readonly [key: string]: unknown
  }
  readonly check?: string
  /** Whether the values are codes by their shape. */
  readonly isCode: boolean
  /** Whether two values that are written differently are different: not so for numbers with decimals and texts. */
  readonly isExact: boolean
}

function typeOf(evidence: ColumnEvidence): Typed {
  if (evidence.filled === 0) return { descriptor: { type: 'string' }, isCode: false, isExact: false }
  return french(evidence) ?? yesOrNo(evidence) ?? digits(evidence) ?? guessed(evidence) ?? text(evidence)
}

/** A French identifier, named so by the label, or surely by its keys. */
function french({ label, fitting, variety }: ColumnEvidence): Typed | undefined {
  for (const { code, areRight } of fitting) {
    const isSure = code.enough !== undefined && areRight && variety >= code.enough
    if (!isSure && !isNamed(code, label)) continue
    return {
      descriptor: { type: 'string', constraints: { pattern: code.pattern } },
      ...(code.check !== undefined && areRight && { check: code.check }),
      isCode: true,
      isExact: true,
    }
  }
  return undefined
}

const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['vrai', 'faux'],
  ['oui', 'non'],
  ['yes', 'no'],
]

function yesOrNo({ distinct }: ColumnEvidence): Typed | undefined {
  const spellings = [...(distinct?.keys() ?? [])].toSorted()
  const pair = PAIRS.find(pair => spellings.length > 0 && spellings.every(text => pair.includes(text.toLowerCase())))
  if (!pair) return undefined
  const [trueValues, falseValues] = pair.map(word => {
    const found = spellings.filter(text => text.toLowerCase() === word)
    return found.length > 0 ? found : [likeCase(word, spellings[0]!)]
  })
  const isUsual = pair[0] === 'true' && spellings.every(text => /^(?:true|false|True|False|TRUE|FALSE)$/.test(text))
  return {
    descriptor: { type: 'boolean', ...(!isUsual && { trueValues, falseValues }) },
    isCode: false,
    isExact: false,
  }
}

/** A word with the capitals of another. */
function likeCase(word: string, model: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase()
  return model[0] === model[0]!.toUpperCase() ? word[0]!.toUpperCase() + word.slice(1) : word
}

/** Postal codes that all differ beyond which they are what is listed: of fewer places, each may well have one of its own. */
const LISTED = 1_000

/** Whether a label names a postal code; CP alone may be a class at school. */
function namesPostalCode(label: string): boolean {
  return labelIdentifier(label) === 'postal-code' || labelWords(label).some(word => /^(?:cp|plz|zip)$/.test(word))
}

/** What other languages call a postal code or a telephone number. */
const FOREIGN = /^(?:plz|postleitzahl|zip|telefono?|telefone)$/

/** Whether a label names what digits stand for without being a quantity. */
function namesIdentifier(label: string): boolean {
  return labelIdentifier(label) !== undefined || labelWords(label).some(word => FOREIGN.test(word))
}

/** Digits that are no quantity: with leading zeros, too long, or called a code. */
function digits({ label, digits: are, shape, borne }: ColumnEvidence): Typed | undefined {
  if (are === false) return undefined
  const isDate = borne[0]?.guess.descriptor.type === 'date'
  if (are === 'plain' && (isDate || !namesIdentifier(label))) return undefined
  const pattern = typeof shape === 'string' ? shapePattern(shape) : String.raw`^\d+$`
  return { descriptor: { type: 'string', constraints: { pattern } }, isCode: true, isExact: true }
}

const YEAR = /^(?:an|annee|annees|year|exercice|millesime|campagne)$/

function guessed({ borne, label, digits: are }: ColumnEvidence): Typed | undefined {
  const [best] = borne
  if (!best) return undefined
  const { descriptor } = best.guess
  // What a program made of codes that it took for numbers: 84.0.
  if (descriptor.type === 'number' && namesIdentifier(label)) return undefined
  const isWhole = descriptor.type === 'integer'
  if (
    isWhole &&
    are === 'plain' &&
    best.low >= 1000 &&
    best.high <= 2999 &&
    labelWords(label).some(word => YEAR.test(word))
  )
    return { descriptor: { type: 'year' }, isCode: false, isExact: false }
  const constraints = isWhole || descriptor.type === 'number' ? boundsOf(best, label) : undefined
  return { descriptor: { ...descriptor, ...(constraints && { constraints }) }, isCode: false, isExact: isWhole }
}

const QUANTITY =
  /^(?:montant|montants|nombre|nb|nbre|effectif|effectifs|population|surface|superficie|longueur|largeur|hauteur|prix|tarif|quantite|capacite|place|places|duree|distance|puissance|amount|count|quantity|price|length|width|height|area|capacity)$/
const SHARE = /^(?:taux|pourcentage|pourcent|pct|percent|percentage)$/

/**
 * Bounds that the nature of the thing sets, never the least and greatest value met: the next delivery would break those.
 * They are declared only where the label says what is measured, and where they hold.
 */
function boundsOf({ low, high }: Borne, label: string): Typed['descriptor']['constraints'] {
  const words = labelWords(label)
  const has = (expression: RegExp) => words.some(word => expression.test(word))
  const within = (minimum: number, maximum: number) =>
    low >= minimum && high <= maximum ? { minimum, maximum } : undefined
  if (has(/^(?:lat|latitude)$/)) return within(-90, 90)
  if (has(/^(?:lon|long|lng|longitude)$/)) return within(-180, 180)
  if (has(SHARE)) return high > 1 ? within(0, 100) : within(0, 1)
  return has(QUANTITY) && low >= 0 ? { minimum: 0 } : undefined
}

function text({ filled, distinct, shape, variety, label }: ColumnEvidence): Typed {
  const kinds = distinct?.size ?? Number.POSITIVE_INFINITY
  const isCategory = filled >= ENUM.values && kinds >= 2 && kinds <= ENUM.kinds && filled >= ENUM.each * kinds
  if (isCategory && !namesKey(label) && !isRespelt([...distinct!.keys()]))
    return {
      descriptor: { type: 'string', constraints: { enum: [...distinct!.keys()].toSorted() } },
      isCode: false,
      isExact: false,
    }
  if (typeof shape === 'string' && filled >= SHAPE.values && variety >= SHAPE.kinds)
    return {
      descriptor: { type: 'string', constraints: { pattern: shapePattern(shape) } },
      isCode: true,
      isExact: true,
    }
  return { descriptor: { type: 'string' }, isCode: false, isExact: namesKey(label) }
}

/** Whether some of the texts are spellings of one: a list of them would make the variants right, and the next delivery is to choose. */
function isRespelt(texts: readonly string[]): boolean {
  return new Set(texts.map(folded)).size < texts.length
}

/** The words of a label as a person writes them: `nomBeneficiaire` is “Nom beneficiaire”, `titulaires.0.nom` “Titulaires 0 nom”. */
function titleOf(label: string): string {
  const spaced = tidyLabel(label)
    .replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/(?<=\p{L})\.(\d+)\.(?=\p{L})/gu, ' $1 ')
    .replace(/(?<=\p{L}{2})\.(?=\p{L}{2})/gu, ' ')
    .replace(/[_\s]+/g, ' ')
    .trim()
  const isShouted = foldLabel(label) !== '' && spaced === spaced.toUpperCase() && /[\s\p{L}]{5,}/u.test(spaced)
  const calm = isShouted || /\p{Ll} \p{Lu}\p{Ll}/u.test(spaced) ? lowered(spaced, isShouted) : spaced
  return calm.charAt(0).toUpperCase() + calm.slice(1)
}

/** Small letters, but for abbreviations among words that have small letters. */
function lowered(text: string, isShouted: boolean): string {
  const words = text.split(' ')
  return words.map(word => (!isShouted && /^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase())).join(' ')
}
