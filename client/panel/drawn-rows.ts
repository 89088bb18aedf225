/** The rows that are in the page, in order; those that look as before stay the elements they are. */
export class DrawnRows {
  readonly #body: HTMLElement
  readonly #rows = new Map<number, { readonly element: HTMLElement; readonly stamp: string }>()

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

  /** Puts the rows `from` to `to` below each other, the first where it lies, and any other where that one lies. */
  place(from: number, to: number, topOf: (index: number) => number): void {
    const top = topOf(from)
    this.#body.style.top = `${top}px`
    for (const [index, { element }] of this.#rows) {
      const isApart = index < from || index >= to
      element.classList.toggle('apart', isApart)
      // Chromium shares what it works out for cells between rows of one style: each with its own made scrolling ten times slower.
      if (isApart) element.style.top = `${topOf(index) - top}px`
      else element.removeAttribute('style')
    }
  }
}
