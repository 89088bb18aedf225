import { areNear, type NameForm, nameForm } from '../model/near-name'
import { remembered } from '../model/remembered'

/** Cells of the usual spelling for each one of a slip of the hand, and the least of them. */
const USUAL = 10
const LEAST = 10
/** Cells of a slip: one that comes more often is a category of its own. */
const SLIPS = 2

/**
 * Finds the spellings that hardly come, each with the one that comes again and again and is but a slip away, or has the
 * same words. Two spellings are compared once, however often the counts are others; of `most` it is remembered.
 */
export function slipFinder(
  most: number,
): (counts: ReadonlyMap<string, number>) => (readonly [slip: string, usual: string])[] {
  const formOf = remembered(formToCompare, most)
  const nearOf = remembered(text => new Near(text, formOf), most)
  let usual: ReadonlySet<string> = new Set()
  return counts => {
    const now = [...counts.keys()].filter(kind => counts.get(kind)! >= LEAST)
    if (now.length === 0) return []
    if (!now.every(kind => usual.has(kind))) usual = new Set(now)
    return [...counts].flatMap(([kind, count]) => {
      if (count > SLIPS) return []
      const near = nearOf(kind)
        .among(usual)
        .filter(other => (counts.get(other) ?? 0) >= USUAL * count)
      // Halfway between two, nothing tells which was meant.
      return near.length === 1 ? [[kind, near[0]!]] : []
    })
  }
}

/** The spellings that are a slip away from one. */
class Near {
  readonly #text: string
  readonly #formOf: (text: string) => Form
  readonly #compared = new Set<string>()
  readonly #near: string[] = []
  #asked: ReadonlySet<string> | undefined

  constructor(text: string, formOf: (text: string) => Form) {
    this.#text = text
    this.#formOf = formOf
  }

  /** All that are among these, and some of those asked about before. */
  among(others: ReadonlySet<string>): readonly string[] {
    if (others === this.#asked) return this.#near
    this.#asked = others
    for (const other of others) {
      if (this.#compared.has(other)) continue
      this.#compared.add(other)
      if (isSlip(this.#formOf(this.#text), this.#formOf(other))) this.#near.push(other)
    }
    return this.#near
  }
}

/** A text as it is compared with others. */
interface Form {
  readonly name: NameForm
  readonly lower: string
  /** Its words in alphabetical order, the fingerprint of OpenRefine; empty for less than three words. */
  readonly words: string
}

function formToCompare(text: string): Form {
  const lower = text.toLowerCase()
  const words = lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  return { name: nameForm(text), lower, words: words && words.length > 2 ? words.toSorted().join(' ') : '' }
}

/** A letter more at the end may be a plural or a feminine, which is another word. */
function isSlip(one: Form, other: Form): boolean {
  if (one.lower.startsWith(other.lower) || other.lower.startsWith(one.lower)) return false
  return areNear(one.name, other.name) || (one.words !== '' && one.words === other.words)
}
