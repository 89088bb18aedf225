import { communeKindOf, communeOrPostalCodes, isPostalCode } from '../model/commune-codes'
import { shown, shownList } from '../model/shown'
import { ofPlace } from '../model/of-place'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** Communes that the postal code serves, a few of them. */
  readonly served: readonly { readonly code: string; readonly name: string }[]
  readonly count: number
}

/** Communes beyond which nobody reads the list. */
const MOST = 4

/** A postal code where a commune's code is asked for. */
export const postalCodeAsCommune = cellRule<Facts>({
  id: 'postal-code-as-commune',
  severity: 'warning',
  preset: 'standard',
  concepts: ['insee-commune-code'],
  insteadOf: ['unknown-commune', 'commune-mismatch', 'foreign-key'],

  check(column) {
    const lists = communeOrPostalCodes(column)
    if (!lists) return undefined
    return {
      accept: (bytes, from, to) => lists.communeKind(bytes, from, to) !== undefined,
      test(text) {
        const code = text.trim()
        if (communeKindOf(lists, code) !== undefined || !isPostalCode(lists, code)) return undefined
        const served = lists.communesServedBy(code)
        return {
          text,
          served: served.slice(0, MOST).map(({ code: own, name = own }) => ({ code: own, name })),
          count: served.length,
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

  fix: (_text, { served, count }) => (count > MOST ? undefined : served.map(({ code }) => code)),
})
