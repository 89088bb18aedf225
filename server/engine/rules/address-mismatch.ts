import { addressParts } from '../model/address-key'
import { fantoirIn, fantoirKeys } from '../model/fantoir'
import { labelIdentifier, wordsOf } from '../model/identifier'
import type { Lists } from '../model/lists'
import { placeColumn } from '../model/place-column'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { type Row, type RowFinding, rowRule } from './rule'

interface Facts {
  /** The part of the code that does not go with another cell; `letter` is the one that ends a FANTOIR code. */
  readonly part: 'commune' | 'number' | 'suffix' | 'letter'
  readonly text: string
  /** That part as the code has it. */
  readonly own: string
  readonly other: string
  readonly otherLabel: string
  readonly otherColumn: number
}

/** The code of an address or of a street that is not of the commune, the number or the suffix in its row. */
export const addressMismatch = rowRule<Facts>({
  id: 'address-mismatch',
  severity: 'warning',
  preset: 'complet',
  concepts: ['address-base', 'consistency'],

  check(described) {
    const { columns, table } = described
    const keys = columns.filter(column => identifierOf(column) === 'address-key')
    const streets = columns.filter(column => identifierOf(column) === 'fantoir')
    const commune = only(
      columns,
      column => placeColumn(column)?.kind === 'commune-code' && placeColumn(column)?.of === '',
    )
    const number = only(columns, column => NUMBER.test(nameOf(column)))
    const suffix = only(columns, column => SUFFIX.test(nameOf(column)))
    if (keys.length + streets.length === 0 || !(commune || number)) return undefined
    const { lists } = described
    return row => {
      // A cell too many or too few puts other values under these labels.
      if (row.width !== table.columnCount) return undefined
      const ofKeys = keys.flatMap(column => keyFinding(row, column, { commune, number, suffix, lists }) ?? [])
      const ofStreets = streets.flatMap(column => (commune && streetFinding(row, column, commune, lists)) ?? [])
      return [...ofKeys, ...ofStreets]
    }
  },

  message: {
    fr({ part, text, own, other, otherLabel }) {
      const said = `la colonne ${shown.fr(otherLabel)} ${other === '' ? 'est vide' : `dit ${shown.fr(other)}`}`
      if (part === 'letter')
        return `${shown.fr(text)} ne peut pas finir par ${own} dans cette commune, car ${said} : la lettre, le code de la voie ou la commune est faux.`
      const has =
        part === 'commune'
          ? `commence par la commune ${shown.fr(own)}`
          : part === 'number'
            ? `a le numéro ${shown.fr(own)}`
            : own === ''
              ? 'n’a pas d’indice'
              : `a l’indice ${shown.fr(own)}`
      return `${shown.fr(text)} ${has}, mais ${said} : l’un des deux est faux, et l’adresse sera prise pour une autre.`
    },
    en({ part, text, own, other, otherLabel }) {
      const said = `column ${shown.en(otherLabel)} ${other === '' ? 'is empty' : `tells ${shown.en(other)}`}`
      if (part === 'letter')
        return `${shown.en(text)} cannot end with ${own} in this commune, since ${said}: the letter, the code of the street or the commune is wrong.`
      const has =
        part === 'commune'
          ? `begins with the commune ${shown.en(own)}`
          : part === 'number'
            ? `has the number ${shown.en(own)}`
            : own === ''
              ? 'has no suffix'
              : `has the suffix ${shown.en(own)}`
      return `${shown.en(text)} ${has}, but ${said}: one of them is wrong, and the address will be taken for another.`
    },
  },

  related: {
    places: ({ otherColumn }, at) => [{ ...at, column: otherColumn }],
    message: {
      fr: ({ other }) => (other === '' ? 'Cette cellule est vide.' : `${shown.fr(other)} ne va pas avec ce code.`),
      en: ({ other }) => (other === '' ? 'This cell is empty.' : `${shown.en(other)} does not go with this code.`),
    },
  },
})

const NUMBER = /^(?:numero|num|no|n)(?:voie|adresse)?$/
const SUFFIX = /^(?:suffixe|indice|indicerepetition|repetition|rep)$/

/** A number that the national base gives to localities and to streets without numbers. */
const WITHOUT_NUMBER = 99_999

interface Beside {
  readonly commune: Column | undefined
  readonly number: Column | undefined
  readonly suffix: Column | undefined
  readonly lists: Lists | undefined
}

function keyFinding(row: Row, column: Column, beside: Beside): RowFinding<Facts> | undefined {
  const text = row.text(column.index).trim()
  const parts = addressParts(text)
  if (!parts) return undefined
  const told = (other: Column | undefined) => (other ? row.text(other.index).trim() : '')
  const { commune, number, suffix, lists } = beside
  const code = told(commune).toUpperCase()
  if (commune && code !== '' && !areSame(lists, code, parts.commune))
    return findingOf(row, column, commune, { part: 'commune', text, own: parts.commune })
  const house = told(number)
  if (number && /^\d+$/.test(house) && Number(house) !== parts.number)
    return findingOf(row, column, number, { part: 'number', text, own: String(parts.number) })
  if (suffix && parts.number !== WITHOUT_NUMBER && !areAlike(plain(told(suffix)), plain(parts.suffix)))
    return findingOf(row, column, suffix, { part: 'suffix', text, own: parts.suffix })
  return undefined
}

function streetFinding(
  row: Row,
  column: Column,
  commune: Column,
  lists: Lists | undefined,
): RowFinding<Facts> | undefined {
  const text = row.text(column.index).trim()
  const found = fantoirIn(text)
  const code = row.text(commune.index).trim().toUpperCase()
  if (!found || code === '') return undefined
  if (found.commune !== undefined)
    return areSame(lists, code, found.commune)
      ? undefined
      : findingOf(row, column, commune, { part: 'commune', text, own: found.commune })
  // A commune that was merged has kept its own codes of streets.
  const whole = lists ? lists.commune(code) : undefined
  if (found.key === undefined || !whole || (lists?.sheet(whole.current)?.formerCodes.length ?? 0) > 0) return undefined
  return fantoirKeys(found, code)?.includes(found.key) === false
    ? findingOf(row, column, commune, { part: 'letter', text, own: found.key })
    : undefined
}

function findingOf(
  row: Row,
  { index }: Column,
  other: Column,
  facts: Pick<Facts, 'part' | 'text' | 'own'>,
): RowFinding<Facts> {
  const place = { other: row.text(other.index).trim(), otherLabel: other.label, otherColumn: other.index }
  return { column: index, reads: [index, other.index], facts: { ...facts, ...place } }
}

/** Whether two codes are of one commune, which may have been several: without the lists that may always be. */
function areSame(lists: Lists | undefined, code: string, other: string): boolean {
  if (code === other || !lists) return true
  const one = lists.commune(code)
  // A code that is none is said by its own rule.
  return one === undefined || one.current === lists.commune(other)?.current
}

/** `b` is short for `bis`. */
function areAlike(suffix: string, other: string): boolean {
  if (suffix === '' || other === '') return suffix === other
  return suffix.startsWith(other) || other.startsWith(suffix)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function identifierOf({ field, label }: Column) {
  return field ? field.identifier : labelIdentifier(label)
}

/** The words of a label, without those that only say that it is about an address. */
function nameOf(column: Column): string {
  return wordsOf(column)
    .filter(word => !/^(?:adr|adresse|de|du|la)$/.test(word))
    .join('')
}

/** The column that is meant when no other could be. */
function only(columns: readonly Column[], isOne: (column: Column) => boolean): Column | undefined {
  const [found, ...others] = columns.filter(isOne)
  return others.length === 0 ? found : undefined
}
