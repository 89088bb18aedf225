import { communeKindOf, communeOrPostalCodes, isOfOldDepartment, isPostalCode } from '../model/commune-codes'
import { endsBefore } from '../model/dated-table'
import { share } from '../model/lesson'
import { isOfThePast } from '../model/place-column'
import { shown, shownList } from '../model/shown'
import { ofPlace } from '../model/of-place'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** Communes that the postal code serves, a few of them. */
  readonly served: readonly { readonly code: string; readonly name: string }[]
  readonly count: number
  /** Cities of which one of these is an arrondissement: their codes will do as well. */
  readonly cities: readonly string[]
}

/** Communes beyond which nobody reads the list. */
const MOST = 4

/** The year from which Corsica has two départements; the Seine and Seine-et-Oise had been parted in 1968. */
const REDRAWN = 1976

/** A postal code where a commune's code is asked for. */
export const postalCodeAsCommune = cellRule<Facts>({
  id: 'postal-code-as-commune',
  severity: 'warning',
  preset: 'standard',
  concepts: ['insee-commune-code'],
  insteadOf: ['unknown-commune', 'former-commune', 'commune-mismatch', 'foreign-key'],

  check(column) {
    const lists = communeOrPostalCodes(column)
    if (!lists) return undefined
    const isOld = isOfThePast(column, REDRAWN) || endsBefore(column.beside, REDRAWN)
    return {
      accept(bytes, from, to) {
        const kind = lists.communeKind(bytes, from, to)
        return kind !== undefined && kind !== 'former'
      },
      test(text) {
        const code = text.trim()
        if (!isPostalCode(lists, code)) return undefined
        const isOnlyOld = isOfOldDepartment(lists, code) && !isOld && !column.learn(holdOldCodes)
        if (communeKindOf(lists, code) !== undefined && !isOnlyOld) return undefined
        const all = lists.communesServedBy(code)
        const cities = all.flatMap(({ kind, current }) => (kind === 'arrondissement' ? current : []))
        const served = all.filter(one => !cities.includes(one.code))
        return {
          text,
          served: served.slice(0, MOST).map(({ code: own, name = own }) => ({ code: own, name })),
          count: served.length,
          cities,
        }
      },
    }
  },

  message: {
    fr({ text, served: [first, ...others], count }) {
      if (first && others.length === 0)
        return `${shown.fr(text)} est un code postal, celui ${ofPlace(first.name)} : cette colonne attend le code de la commune, ${first.code}, car un code postal sert à distribuer le courrier et peut couvrir plusieurs communes.`
      const names = count > MOST ? `${count} communes` : shownList.fr([first, ...others].map(one => one?.name ?? ''))
      return `${shown.fr(text)} est un code postal, que partagent ${names} : cette colonne attend le code d’une seule commune, qu’un code postal ne permet pas de retrouver.`
    },
    en({ text, served: [first, ...others], count }) {
      if (first && others.length === 0)
        return `${shown.en(text)} is a postal code, that of ${first.name}: this column asks for the commune’s code, ${first.code}, since a postal code is for mail and may cover several communes.`
      const names = count > MOST ? `${count} communes` : shownList.en([first, ...others].map(one => one?.name ?? ''))
      return `${shown.en(text)} is a postal code that ${names} share: this column asks for the code of one commune, which a postal code does not tell.`
    },
  },

  fix: (_text, { served, count, cities }) =>
    count > MOST ? undefined : [...served.map(({ code }) => code), ...new Set(cities)],
})

/** Whether some values are codes of before the départements were redrawn and can be nothing else. */
const holdOldCodes = share({
  test: (value, { lists }) =>
    lists !== undefined && isOfOldDepartment(lists, value.trim()) && !isPostalCode(lists, value.trim()),
  isEnough: old => old > 0,
})
