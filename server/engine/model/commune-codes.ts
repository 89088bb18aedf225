import { wordsOf } from './identifier'
import { mostlyOf } from './lesson'
import type { CommuneKind, Lists } from './lists'
import { placeColumn } from './place-column'
import type { Column } from './table'

/** The lists by which a column of commune codes is judged; undefined for any other column. */
export function communeCodes(column: Column): Lists | undefined {
  if (placeColumn(column)?.kind !== 'commune-code') return undefined
  // A schema says it; without one, half of the values at least must be such codes, or look so under a label that leaves no doubt.
  const isSure = column.field !== undefined || (namesInsee(column) && column.learn(lookLikeCommunes))
  return isSure || column.learn(areCommunes) ? column.lists : undefined
}

/** The same for a column in which postal codes may stand by mistake, whatever their number. */
export function communeOrPostalCodes(column: Column): Lists | undefined {
  if (placeColumn(column)?.kind !== 'commune-code') return undefined
  return column.field || column.learn(areCommunesOrPostal) ? column.lists : undefined
}

/** The kind of commune that has a code; undefined for none. */
export function communeKindOf(lists: Lists, code: string): CommuneKind | undefined {
  const bytes = encoder.encode(code)
  return lists.communeKind(bytes, 0, bytes.length)
}

/** True for a postal code of the list. */
export function isPostalCode(lists: Lists, code: string): boolean {
  const bytes = encoder.encode(code)
  return lists.isPostalCode(bytes, 0, bytes.length)
}

/** True for the code of a former commune from before its département was redrawn: that of today begins otherwise. */
export function isOfOldDepartment(lists: Lists, code: string): boolean {
  if (communeKindOf(lists, code) !== 'former') return false
  const { current } = lists.commune(code)!
  return current.slice(0, 2) !== code.slice(0, 2)
}

/** Whether at least half of the values are postal codes of the list. */
export const arePostalCodes = mostlyOf(
  0.5,
  (value, { lists }) => lists !== undefined && isPostalCode(lists, withoutDecimals(value.trim())),
)

/** `35238.0` and `1004.0` as the codes that they were before a program took them for numbers. */
export function withoutDecimals(code: string): string {
  return /^(\d{4,5})[.,]0+$/.exec(code)?.[1]?.padStart(5, '0') ?? code
}

/** True for a code that is no commune's and yet right: a country or a territory that Insee numbers (99), Monaco. */
export function isAbroad(code: string): boolean {
  return /^(?:99\d{3}|980\d\d)$/.test(code)
}

const INSEE = /^(?:insee|codeinsee|inseecom|depcom|codgeo)$/

function namesInsee(column: Column): boolean {
  return wordsOf(column).some(word => INSEE.test(word))
}

/** Whether at least half of the values are of the form of a commune’s code. */
export const lookLikeCommunes = mostlyOf(0.5, looksLikeCommune)

/** Whether a text has the form of the code of a commune, in France or abroad. */
export function looksLikeCommune(text: string): boolean {
  return /^(?:\d\d|2[AB])\d{3}$/.test(text.trim())
}

const encoder = new TextEncoder()

const areCommunes = mostlyOf(
  0.5,
  (value, { lists }) => lists !== undefined && communeKindOf(lists, withoutDecimals(value.trim())) !== undefined,
)

const areCommunesOrPostal = mostlyOf(
  0.5,
  (value, { lists }) =>
    lists !== undefined && (communeKindOf(lists, value.trim()) !== undefined || isPostalCode(lists, value.trim())),
)
