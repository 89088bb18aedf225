import { isBlank } from '../model/description'
import type { SenseBreach } from '../model/document-fault'
import type { Breach } from '../model/inner-fault'
import { child, type Node } from '../model/tree'
import { writtenDate } from '../model/written-date'
import { localName, said } from './linked'
import { vocabulary } from './vocabulary'

/** How the value of a member, named without prefix, is not of the form that DCAT-AP 3 asks; undefined where it is, or says nothing yet. */
export function badForm(name: string, value: Node): Breach | SenseBreach | undefined {
  if (TEXTS.has(name)) return isReference(value) ? { kind: 'type', expected: ['string'] } : undefined
  const text = said(value)?.text
  return text === undefined || isBlank(text) || !Object.hasOwn(FORMS, name) ? undefined : FORMS[name]!(text)
}

/** What is read by people, and so is a text, not an address. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'description', 'keyword', 'name'])

const FORMS: Readonly<Record<string, (text: string) => Breach | SenseBreach | undefined>> = {
  issued: day,
  modified: day,
  startDate: day,
  endDate: day,
  byteSize: amount,
  spatialResolutionInMeters: amount,
  temporalResolution: text => unless(DURATION.test(text), 'duration'),
  checksumValue: text => unless(/^(?:[\dA-F]{2})+$/i.test(text), 'hexBinary'),
  accessURL: address,
  downloadURL: address,
  endpointURL: address,
  landingPage: address,
  homepage: address,
  theme,
}

const DURATION = /^-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

const MOMENT =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:(-\d\d)(?:T(?:[01]\d|2[0-4]):[0-5]\d:[0-5]\d(?:\.\d+)?)?)?)?(?:Z|[+-]\d\d:\d\d)?$/

/** A year, a month, a day or a moment as XML Schema writes them. */
function day(text: string): Breach | undefined {
  const [found, dayOfMonth] = MOMENT.exec(text) ?? []
  const isDay = dayOfMonth === undefined || writtenDate(text.slice(0, 10)) !== undefined
  return unless(found !== undefined && isDay, 'date')
}

function amount(text: string): Breach | undefined {
  if (Number.isNaN(Number(text))) return { kind: 'type', expected: ['number'] }
  return Number(text) < 0 ? { kind: 'minimum', bound: '0' } : undefined
}

/** An address has no spaces and none of the signs that RFC 3987 leaves out. */
function address(text: string): Breach | undefined {
  return unless(!/[\s<>"{}|\\^`]/.test(text), 'uri')
}

const THEMES = vocabulary('themes').map(({ value }) => value)
const THEME_LIST = THEMES[0]!.replace(/[^/]+$/, '')

/** A theme of the list of the European Union is one that it has; other lists are as good. */
function theme(text: string): SenseBreach | undefined {
  if (!text.startsWith(THEME_LIST) || THEMES.includes(text)) return undefined
  return { kind: 'unlisted-theme', codes: THEMES.map(localName) }
}

function unless(isFit: boolean, format: string): Breach | undefined {
  return isFit ? undefined : { kind: 'format', format }
}

function isReference(value: Node): boolean {
  return value.kind === 'object' && child(value, '@id') !== undefined && child(value, '@value') === undefined
}
