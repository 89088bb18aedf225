import type { Dataset } from '../dataset'
import { communeCodes } from '../model/commune-codes'
import type { Commune, Lists } from '../model/lists'
import { communeBeside } from '../model/place-agreement'
import { placeColumn } from '../model/place-column'
import { placeGroups } from '../model/place-group'

/** A value of a cell that tells a place, and what it is. */
interface PlaceOffer {
  readonly value: string
  readonly label: string
  readonly detail: string
  /** What the reader’s text is compared with. */
  readonly sought: string
}

/** Places offered at once: more are not read. */
const MOST = 20
/** Names or codes of which a detail is made. */
const SOME = 3

/**
 * The places that a cell may name: communes whose code or name begins as it does, the postal codes of the commune that
 * stands beside it, else those that begin so. `isAll` is false when more could be offered once more is written.
 */
export function placeOffers(
  { table, described }: Dataset,
  row: number,
  column: number,
): { readonly offers: readonly PlaceOffer[]; readonly isAll: boolean } | undefined {
  const told = described.columns[column]
  const kind = told && placeColumn(told)?.kind
  if (kind !== 'commune-code' && kind !== 'commune-name' && kind !== 'postal-code') return undefined
  // A column of other codes may have the label of one of communes.
  const lists = kind === 'commune-code' ? communeCodes(told!) : described.lists
  if (!lists) return undefined
  const begun = (table.text(row, column) ?? '').trim()
  if (kind === 'postal-code') {
    const groups = placeGroups(described.columns)
    return postalCodes(
      lists,
      begun,
      communeBeside(lists, groups, column, other => table.text(row, other)),
    )
  }
  if (begun === '' || (kind === 'commune-name' && /\d/.test(begun))) return undefined
  const communes = lists.communesBeginning(begun, MOST)
  return {
    offers: communes.map(commune => (kind === 'commune-code' ? byCode(commune, begun) : byName(commune, begun))),
    isAll: communes.length < MOST && communes.every(({ code }) => code.startsWith(begun)),
  }
}

/** Found by its name as by its code, whichever was begun. */
function byCode({ code, name = code, postalCodes: postal }: Commune, begun: string): PlaceOffer {
  const sought = code.startsWith(begun) ? code : begun
  return { value: code, label: `${code} ${name}`, detail: [name, ...postal.slice(0, SOME)].join(' · '), sought }
}

function byName({ code, name = code, postalCodes: postal }: Commune, begun: string): PlaceOffer {
  return { value: name, label: `${name} ${code}`, detail: [code, ...postal.slice(0, SOME)].join(' · '), sought: begun }
}

function postalCodes(lists: Lists, begun: string, beside: Commune | undefined) {
  const own = (beside?.postalCodes ?? []).filter(code => code.startsWith(begun))
  const found = own.length > 0 || !/^\d+$/.test(begun) ? own : lists.postalCodesBeginning(begun, MOST)
  const offers = found.map(code => {
    const names = lists.communesServedBy(code).map(({ name, code: insee }) => name ?? insee)
    const others = names.length > SOME ? ' …' : ''
    return { value: code, label: code, detail: names.slice(0, SOME).join(' · ') + others, sought: code }
  })
  return { offers, isAll: found.length < MOST }
}
