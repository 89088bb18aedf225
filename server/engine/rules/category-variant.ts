import { meets } from '../model/constraint'
import { labelWords } from '../model/identifier'
import { tally, totalOf } from '../model/lesson'
import { putIn } from '../model/put-in'
import { placeColumn } from '../model/place-column'
import { remembered } from '../model/remembered'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import type { Column } from '../model/table'
import { slipFinder } from './category-slips'
import { sameCategory } from './same-category'
import { columnRule } from './rule'

/** Values for each category, below which the column holds names or texts. */
const REPEATED = 2
/** Different texts beyond which the column holds no categories, and the longest of a category. */
const MOST = 300
const LONGEST = 100
/** Cells of a spelling for each one of another, beyond which it is the usual one however it is written. */
const MAJORITY = 1.25
const NAMES =
  /^(?:noms?|prenoms?|name|names|surname|voies?|rues?|street|adresses?|quartiers?|lieux?|lieudit|especes?|species|genre)$/

/** A category that the same column writes otherwise: other capitals, accents, hyphens, or a plural. */
export const categoryVariant = columnRule<{ text: string; usual: string }>({
  id: 'category-variant',
  severity: 'warning',
  preset: 'standard',
  concepts: ['consistency', 'code-list'],
  insteadOf: ['pattern'],
  concerns: signature.letter | signature.nonAscii,

  check(column) {
    if (!holdsCategories(column)) return undefined
    const { field } = column
    const categoryOf = remembered(sameCategory, 2 * MOST)
    const slipsOf = slipFinder(2 * MOST)
    // Two places, or two persons, may well have names that differ by a letter.
    const isPlace = placeColumn(column) !== undefined || labelWords(column.label).some(word => NAMES.test(word))
    return {
      most: MOST,
      kindOf,
      judge(counts) {
        const variants = new Map<string, (text: string) => { text: string; usual: string }>()
        for (const [code, usual] of smallCodes(counts))
          if (!field || meets(field, usual)) variants.set(code, text => ({ text, usual }))
        for (const spellings of clusters(counts, categoryOf).values()) {
          if (spellings.length < 2) continue
          const usual = usualOf(spellings, counts)
          if (!field || meets(field, usual))
            for (const spelling of spellings) if (spelling !== usual) variants.set(spelling, text => ({ text, usual }))
        }
        if (!isPlace)
          for (const [slip, usual] of slipsOf(counts))
            if (!variants.has(slip) && !variants.has(usual) && (!field || meets(field, usual)))
              variants.set(slip, text => ({ text, usual }))
        return variants
      },
    }
  },

  message: {
    fr: ({ text, usual }) =>
      `${shown.fr(text)} s’écrit aussi ${shown.fr(usual)} dans cette colonne : un tri, un comptage ou un graphique en fera deux catégories au lieu d’une.`,
    en: ({ text, usual }) =>
      `${shown.en(text)} is also written ${shown.en(usual)} in this column: sorting, counting or a chart makes two categories of it instead of one.`,
  },

  fix: (_text, { usual }) => usual,
  usual: ({ usual }) => usual,
})

function kindOf(text: string): string | undefined {
  return text.length <= LONGEST && /[A-Za-z\u0080-\uFFFF]/.test(text) ? text.trim() || undefined : undefined
}

/** Whether the schema leaves the column free and its first values come back again and again. */
function holdsCategories({ field, learn }: Column): boolean {
  if (field && ((field.type !== 'string' && field.type !== 'any') || field.format !== 'default')) return false
  if (field?.constraints.enum || field?.identifier) return false
  return learn(areCategories)
}

const areCategories = tally<boolean, string>({
  kindOf: value => kindOf(value) ?? '',
  judge(counts) {
    const others = counts.get('') ?? 0
    const count = totalOf(counts) - others
    const kinds = counts.size - (others > 0 ? 1 : 0)
    if (kinds > MOST || count <= others) return false
    if (REPEATED * kinds <= count) return true
    const texts = [...counts.keys()].filter(kind => kind !== '')
    return REPEATED * new Set(texts.map(sameCategory)).size <= count
  },
})

/** Cells of a capital for each one of its small letter, which is then no code of its own. */
const CAPITALS = 3

/** The small letters that come once in a while in a column of codes of one capital, each with its capital. */
function smallCodes(counts: ReadonlyMap<string, number>): readonly (readonly [code: string, usual: string])[] {
  const kinds = [...counts.keys()]
  if (!kinds.every(kind => /^\p{L}$/u.test(kind))) return []
  return kinds.flatMap(kind => {
    const usual = kind.toUpperCase()
    return usual !== kind && (counts.get(usual) ?? 0) >= CAPITALS * counts.get(kind)! ? [[kind, usual]] : []
  })
}

/** The spellings of each category. */
function clusters(
  counts: ReadonlyMap<string, number>,
  categoryOf: (kind: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const kind of counts.keys()) {
    const category = categoryOf(kind)
    putIn(found, category, kind)
  }
  found.delete('')
  return found
}

/** The spelling that most cells have; when none is clearly ahead the best written, which no single edit overturns. */
function usualOf(spellings: readonly string[], counts: ReadonlyMap<string, number>): string {
  const [first, second] = spellings.toSorted((a, b) => counts.get(b)! - counts.get(a)!)
  if (counts.get(first!)! >= MAJORITY * counts.get(second!)!) return first!
  return spellings.toSorted((a, b) => pains(b) - pains(a) || (a < b ? -1 : 1))[0]!
}

/** How much care a spelling shows: accents first, then capitals and small letters together, then a capital first. */
function pains(text: string): number {
  const accents = text.normalize('NFD').replace(/\P{M}/gu, '').length
  const isMixed = /\p{Ll}/u.test(text) ? 2 : 0
  return 4 * accents + isMixed + (/^\p{Lu}/u.test(text) ? 1 : 0)
}
