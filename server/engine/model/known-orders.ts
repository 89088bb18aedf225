import { labelWords } from './identifier'
import type { Column } from './table'

/** Two columns of which the second counts all that the first counts. */
interface KnownOrder {
  readonly less: Column
  readonly more: Column
}

const ORDERS: readonly (readonly [less: RegExp, more: RegExp])[] = [
  [/^(?:(?:nb|nombre)(?: de| d)? )?votants$/, /^(?:(?:nb|nombre)(?: de| d)? )?inscrits$/],
  [/^(?:(?:nb|nombre)(?: de| d)? )?(?:suffrages )?exprimes$/, /^(?:(?:nb|nombre)(?: de| d)? )?votants$/],
  [/^vote reel$/, /^vote effectif$/],
]

/** The orders that labels name, each column of which is told by one label only. */
export function knownOrders(columns: readonly Column[]): readonly KnownOrder[] {
  const named = (name: RegExp) => {
    const found = columns.filter(({ label }) => name.test(labelWords(label).join(' ')))
    return found.length === 1 ? found[0] : undefined
  }
  return ORDERS.flatMap(([one, other]) => {
    const [less, more] = [named(one), named(other)]
    return less && more ? [{ less, more }] : []
  })
}
