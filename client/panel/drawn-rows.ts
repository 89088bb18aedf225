/** Rows beyond which they count from another. */
const FAR = 100_000

/** The rows that are in the page, in order; those that look as before stay the elements they are. */
export class DrawnRows {
  readonly #body: HTMLElement
  readonly #rows = new Map<number, { readonly element: HTMLElement; readonly stamp: string }>()

  #base = 0

  constructor(body: HTMLElement) {
    this.#body = body
  }

  /** Has these rows in the page and no others; `stampOf`: the same when one looks as before, nothing when it is not to be touched. */
  show(
    indices: readonly number[],
    stampOf: (index: number) => string | undefined,
    made: (index: number) => HTMLElement,
  ): void {
    const wanted = new Set(indices)
    for (const [index, { element }] of this.#rows) {
      if (wanted.has(index)) continue
      element.remove()
      this.#rows.delete(index)
    }
    let after: Element | null = this.#body.firstElementChild
    for (const index of indices) {
      const known = this.#rows.get(index)
      const stamp = stampOf(index) ?? known?.stamp ?? ''
      if (known?.stamp === stamp) {
        after = known.element.nextElementSibling
        continue
      }
      const element = made(index)
      if (known) known.element.replaceWith(element)
      else this.#body.insertBefore(element, after)
      after = element.nextElementSibling
      this.#rows.set(index, { element, stamp })
    }
  }

  /** The next time a row is drawn anew, however it looks. */
  forget(index: number): void {
    const known = this.#rows.get(index)
    if (known) this.#rows.set(index, { ...known, stamp: '' })
  }

  /**
   * Puts the rows where they lie, so many pixels below each other. Each counts from one that is not far, so that scrolling
   * moves what holds them and no row in it.
   */
  place(rowHeight: number, topOf: (index: number) => number): void {
    const [first = 0] = this.#rows.keys()
    const base = Math.abs(first - this.#base) < FAR ? this.#base : first
    this.#body.style.top = `${topOf(base)}px`
    for (const [index, { element }] of this.#rows) {
      const top = `${(index - base) * rowHeight}px`
      if (element.style.top !== top) element.style.top = top
    }
    this.#base = base
  }
}
