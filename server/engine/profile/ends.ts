/** Numbers that are kept at each end. */
const KEPT = 5

/** A number and the mark that it was given. */
interface Marked {
  readonly number: number
  readonly mark: number
}

/** The numbers at both ends of a column, those met first before others that are the same. */
export class Ends {
  readonly #least = new End()
  readonly #greatest = new End()

  add(number: number, mark: number): void {
    this.#least.add(-number, mark)
    this.#greatest.add(number, mark)
  }

  /** The numbers beyond two bounds, the farthest first; of many, those kept. */
  beyond(lower: number, upper: number): readonly Marked[] {
    const below = this.#least.kept.map(({ size, mark }) => ({ number: -size, mark }))
    const above = this.#greatest.kept.map(({ size, mark }) => ({ number: size, mark }))
    const far = [...below.filter(({ number }) => number < lower), ...above.filter(({ number }) => number > upper)]
    const distance = ({ number }: Marked) => Math.max(lower - number, number - upper)
    return far.toSorted((a, b) => distance(b) - distance(a)).slice(0, KEPT)
  }
}

/** The greatest of many sizes, with their marks. */
class End {
  readonly #sizes = new Float64Array(KEPT).fill(Number.NEGATIVE_INFINITY)
  readonly #marks = new Float64Array(KEPT)

  add(size: number, mark: number): void {
    const sizes = this.#sizes
    if (size <= sizes[KEPT - 1]!) return
    let at = KEPT - 1
    for (; at > 0 && sizes[at - 1]! < size; at--) {
      sizes[at] = sizes[at - 1]!
      this.#marks[at] = this.#marks[at - 1]!
    }
    sizes[at] = size
    this.#marks[at] = mark
  }

  /** The greatest first. */
  get kept(): { readonly size: number; readonly mark: number }[] {
    return [...this.#sizes]
      .map((size, i) => ({ size, mark: this.#marks[i]! }))
      .filter(({ size }) => size > Number.NEGATIVE_INFINITY)
  }
}
