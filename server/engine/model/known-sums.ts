import { labelWords } from './identifier'
import { mostlyOf } from './lesson'
import type { Column } from './table'

/** A column and those that add up to it. */
export interface KnownSum {
  readonly total: Column
  readonly parts: readonly Column[]
}

/** What adds up by definition, as labels name it. */
interface NamedSum {
  readonly total: RegExp
  readonly parts: readonly RegExp[]
  /** Whether the columns must stand side by side: the label of the total would name that of more parts as well. */
  readonly areNeighbours?: boolean
}

const SUMS: readonly NamedSum[] = [
  { total: /^(?:nb )?inscrits$/, parts: [/^(?:nb )?abstentions$/, /^(?:nb )?votants$/] },
  // Code électoral, art. L. 66: blank votes are counted apart from the void ones.
  {
    total: /^(?:nb )?votants$/,
    parts: [/^(?:nb )?(?:votes )?blancs$/, /^(?:nb )?(?:votes )?nuls$/, /^(?:nb )?(?:suffrages )?exprimes$/],
  },
  {
    total: /^(?:nb )?votants$/,
    parts: [/^(?:nb )?(?:votes )?blancs (?:et )?nuls$/, /^(?:nb )?(?:suffrages )?exprimes$/],
  },
  // Code général des collectivités territoriales, art. R. 2151-1, II.
  {
    total: /^(?:population totale|ptot)$/,
    parts: [/^(?:population municipale|pmun)$/, /^(?:population comptee a part|pcap)$/],
  },
  ...[
    [/^(?:nb )?(?:garcons|hommes)$/, /^(?:nb )?(?:filles|femmes)$/],
    [/^(?:nb )?(?:boys|men)$/, /^(?:nb )?(?:girls|women)$/],
  ].map(parts => ({
    total: /^(?:nb )?(?:total|ensemble|effectifs?|eleves|pupils|agents|staff)$/,
    parts,
    areNeighbours: true,
  })),
  { total: /^vote reel$/, parts: [/^vote pour$/, /^vote contre$/, /^vote abstention$/] },
  {
    total: /^(?:(?:montant|prix|total) )?ttc$/,
    parts: [/^(?:(?:montant|prix|total) )?ht$/, /^(?:(?:montant|prix|total) )?tva$/],
  },
]

/** The sums that labels name, each column of which is told by one label only. */
export function knownSums(columns: readonly Column[]): readonly KnownSum[] {
  const names = columns.map(({ label }) => labelWords(label).join(' '))
  const named = (name: RegExp) => {
    const found = columns.filter((_, i) => name.test(names[i]!))
    return found.length === 1 ? found[0] : undefined
  }
  return SUMS.flatMap(({ total, parts, areNeighbours }) => {
    const whole = named(total)
    const terms = parts.flatMap(part => named(part) ?? [])
    if (!whole || terms.length < parts.length || terms.some(term => term.learn(areRates))) return []
    if (areNeighbours && !standTogether([whole, ...terms])) return []
    return { total: whole, parts: terms }
  })
}

function standTogether(columns: readonly Column[]): boolean {
  const places = columns.map(({ index }) => index)
  return Math.max(...places) - Math.min(...places) === places.length - 1
}

/** French rates of VAT: a column of these is no amount. */
const RATES = new Set([0, 2.1, 5.5, 8.5, 10, 20, 0.021, 0.055, 0.085, 0.1, 0.2])

const areRates = mostlyOf(0.8, value => {
  const plain = value.replace(/\s*%$/, '').replace(',', '.')
  return value.includes('%') || (RATES.has(Number(plain)) && Number(plain) !== 0)
})
