import { arePostalCodes, communeKindOf, isPostalCode } from '../model/commune-codes'
import { share } from '../model/lesson'
import type { Commune, Lists } from '../model/lists'
import { communeBeside } from '../model/place-agreement'
import { placeColumn } from '../model/place-column'
import { placeGroups } from '../model/place-group'
import { shown, shownList } from '../model/shown'
import type { Column } from '../model/table'
import { type Row, rowRule } from './rule'

interface Facts {
  readonly text: string
  /** The commune whose INSEE code the value is, or which stands beside it, and its postal codes. */
  readonly commune: { readonly name: string; readonly postalCodes: readonly string[] } | undefined
  readonly isInsee: boolean
  readonly year: number
}

/** Five digits that no commune has as its postal code, and that are no company's (CEDEX) either, as far as the table tells. */
export const unknownPostalCode = rowRule<Facts>({
  id: 'unknown-postal-code',
  severity: 'warning',
  preset: 'complet',
  concepts: ['insee-commune-code', 'code-list'],

  check({ columns, table }) {
    const codes = columns.filter(holdsPostalCodes)
    const lists = codes[0]?.lists
    if (!lists) return undefined
    const groups = placeGroups(columns)
    const besideIn = (row: Row, column: number) => communeBeside(lists, groups, column, other => row.text(other))
    const hasDeliveries = () => columns.some(column => column.learn(speakOfDelivery))
    const known = new Set<string>()
    return row => {
      if (row.width !== table.columnCount) return undefined
      for (const { index } of codes) {
        const text = row.text(index)
        if (text === '' || known.has(text)) continue
        const code = text.trim()
        if (!/^\d{5}$/.test(code) || isPostalCode(lists, code) || isElsewhere(code)) {
          if (known.size < MOST) known.add(text)
        } else if (!row.cells.some(cell => DELIVERY.test(cell)) && !(isDelivery(code) && hasDeliveries()))
          return { column: index, facts: factsOf(lists, text, besideIn(row, index)) }
      }
      return undefined
    }
  },

  message: {
    fr({ text, commune, isInsee, year }) {
      const value = shown.fr(text)
      if (commune && isInsee)
        return `${value} est le code INSEE de ${commune.name} et non un code postal : le courrier y arrive avec ${commune.postalCodes.join(' ou ')}.`
      return `${value} n’est le code postal d’aucune commune (liste de ${year}), et rien sur la ligne ne parle de CEDEX : un chiffre est sans doute erroné${commune ? `, car ${commune.name} a ${shownList.fr(commune.postalCodes)}` : ''}.`
    },
    en({ text, commune, isInsee, year }) {
      const value = shown.en(text)
      if (commune && isInsee)
        return `${value} is the INSEE code of ${commune.name} and no postal code: mail gets there with ${commune.postalCodes.join(' or ')}.`
      return `${value} is no commune’s postal code (list of ${year}), and nothing in the row speaks of CEDEX: a digit is most likely wrong${commune ? `, since ${commune.name} has ${shownList.en(commune.postalCodes)}` : ''}.`
    },
  },

  fix({ commune }, { row, column }) {
    const [value, ...others] = commune?.postalCodes ?? []
    if (value === undefined || others.length > 0 || row === undefined || column === undefined) return undefined
    return [{ set: 'cell', row, column, value }]
  },
})

/** Right codes that are remembered, so as to be looked up once. */
const MOST = 10_000

/** What says that the mail goes to a company or a box, which have codes of their own. */
const DELIVERY = /\b(?:cedex|cidex|bp|b\.p|cs|tsa|sp)\b/i

const speakOfDelivery = share({ test: value => DELIVERY.test(value), isEnough: passing => passing > 0 })

/** The codes of companies and boxes seldom end with 0, as those of communes do nearly all. */
function isDelivery(code: string): boolean {
  return !code.endsWith('0')
}

/** Armed forces, Monaco and, in some files, foreign places. */
function isElsewhere(code: string): boolean {
  return /^(?:00|980|99)/.test(code)
}

function holdsPostalCodes(column: Column): boolean {
  return placeColumn(column)?.kind === 'postal-code' && column.learn(arePostalCodes)
}

function factsOf(lists: Lists, text: string, beside: Commune | undefined): Facts {
  const code = text.trim()
  const coded = communeKindOf(lists, code) === 'current' ? lists.commune(code) : undefined
  const isInsee = coded !== undefined && (beside === undefined || coded.current === beside.current)
  const { name, postalCodes = [] } = (isInsee ? coded : beside) ?? {}
  return {
    text,
    year: lists.year,
    commune: name === undefined || postalCodes.length === 0 ? undefined : { name, postalCodes },
    isInsee,
  }
}
