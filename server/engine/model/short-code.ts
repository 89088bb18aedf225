import { communeKindOf, isPostalCode } from './commune-codes'
import { type Identifier, isNumeric } from './field'
import { labelIdentifier, labelWords } from './identifier'
import type { Lists } from './lists'
import { placeColumn } from './place-column'
import { isSiren, isSiret } from './siret'
import type { Column } from './table'

/** What a code that lost its first zero looks like. */
export interface ShortCode {
  /** Bytes between which a short one lies. */
  readonly least: number
  readonly most: number
  readonly isShort: (text: string) => boolean
  readonly isWhole: (text: string) => boolean
  /** Whether the official lists have a whole one, where they have all of them. */
  readonly isListed?: (lists: Lists, whole: string) => boolean
  /** Whether they have it, where some that they lack are right too: then they have most of a column. */
  readonly isUsual?: (lists: Lists, whole: string) => boolean
  /** Short ones alone may be numbers of any kind. */
  readonly needsWhole?: boolean
}

const DEPARTMENT = new Set(
  (
    'dep dept deptmt dpt dpmt departement departements department ' +
    'codedep codedept codedpt coddep coddept coddpt numdep numdept numdpt'
  ).split(' '),
)
const REGION = new Set('reg region regions codereg coderegion codreg numreg'.split(' '))
const BESIDE_PLACE = /^(?:code|cod|num|numero|no|n|insee|officiel|official|courant|current|c|id|de|du|d|le|\d+)$/

const INSEE = /^(?:\d\d|2[AB])\d{3}$/

const CODES: Readonly<Partial<Record<Identifier | 'department' | 'region' | 'work-place' | 'finess', ShortCode>>> = {
  'commune-code': {
    least: 4,
    most: 4,
    isShort: matches(/^[1-9]\d{3}$/),
    isWhole: matches(INSEE),
    isListed: (lists, whole) => communeKindOf(lists, whole) !== undefined,
  },
  // Those of Belgium, Luxembourg and Switzerland have four digits; those of companies (CEDEX) are in no list.
  'postal-code': {
    least: 4,
    most: 4,
    isShort: matches(/^[1-9]\d{3}$/),
    isWhole: matches(/^\d{5}$/),
    isUsual: isPostalCode,
  },
  department: {
    least: 1,
    most: 1,
    isShort: matches(/^[1-9]$/),
    isWhole: matches(/^(?:\d\d|2[AB]|9[78]\d)$/),
  },
  region: {
    least: 1,
    most: 1,
    isShort: matches(/^[1-6]$/),
    // Those of the régions until 2015 too.
    isWhole: matches(/^(?:0[1-6]|11|2[1-8]|3[12]|4[1-4]|5[2-4]|7[2-6]|8[2-4]|9[1-4])$/),
    needsWhole: true,
  },
  // Where a contract is carried out: a commune or a postal code, and now and then a larger place.
  'work-place': { least: 4, most: 4, isShort: matches(/^[1-9]\d{3}$/), isWhole: matches(INSEE), needsWhole: true },
  // Of a health establishment: the département comes first.
  finess: {
    least: 8,
    most: 8,
    isShort: matches(/^[1-9]\d{7}$/),
    isWhole: matches(/^(?:\d\d|2[AB])\d{7}$/),
    needsWhole: true,
  },
  // The key of the number with its zero leaves little to chance.
  siren: { least: 8, most: 8, isShort: text => isSiren(`0${text}`), isWhole: matches(/^\d{9}$/) },
  siret: { least: 13, most: 13, isShort: text => isSiret(`0${text}`), isWhole: matches(/^\d{14}$/) },
  phone: {
    least: 9,
    most: 13,
    isShort: matches(/^[1-9](?:\d{8}|(?:([ .-])\d\d)(?:\1\d\d){3})$/),
    isWhole: matches(/^(?:0[1-9]|\+)[\d .-]{8,16}$/),
  },
}

/** How the codes of a column look without their first zero, when the schema or the label says which codes they are. */
export function shortCode({ field, label }: Pick<Column, 'field' | 'label'>): ShortCode | undefined {
  const words = labelWords(field?.name ?? label)
  if (namesAlone(DEPARTMENT, words)) return CODES.department
  if (namesAlone(REGION, words)) return CODES.region
  const isUndeclared = !field || isNumeric(field)
  if (isUndeclared && isAbbreviated(words)) return CODES['postal-code']
  if (isUndeclared && namesWorkPlace(words)) return CODES['work-place']
  const identifier = field ? field.identifier : labelIdentifier(label)
  if (identifier === 'code' && words.includes('finess')) return CODES.finess
  return identifier && CODES[identifier]
}

/** Whether what is called “CP” stands beside communes: it may be money else, “crédits de paiement”. */
export function mayBePostal(
  { label }: Pick<Column, 'label'>,
  beside: readonly Pick<Column, 'field' | 'label'>[],
): boolean {
  return !isAbbreviated(labelWords(label)) || beside.some(other => placeColumn(other)?.kind === 'commune-name')
}

/** Whether so many codes, short or whole, of so many values make of a column one of codes. */
export function areEnoughCodes(codes: number, values: number): boolean {
  return codes >= 0.8 * values
}

/** Whether a label says “CP”, which may be a postal code. */
function isAbbreviated(words: readonly string[]): boolean {
  return words.includes('cp') && words.every(word => word === 'cp' || BESIDE_PLACE.test(word))
}

/** As the essential data of public contracts have it: `lieuExecution_code`. */
function namesWorkPlace(words: readonly string[]): boolean {
  return words.includes('lieu') && words.includes('code') && words.some(word => /^exec(?:ution)?$/.test(word))
}

function namesAlone(names: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.some(word => names.has(word)) && words.every(word => names.has(word) || BESIDE_PLACE.test(word))
}

function matches(shape: RegExp): (text: string) => boolean {
  return text => shape.test(text)
}
