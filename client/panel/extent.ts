/**
 * The tallest that rows may be together, in CSS pixels: beyond it, they pass faster than the scroll bar. Browsers count what
 * is scrolled in numbers of 24 bits, and now and then go back to 2^24.
 */
const TALLEST = 16_000_000

/** Where rows of one height lie in a place that is scrolled; all lengths are in CSS pixels. */
export class Extent {
  total = 0
  rowHeight = 26
  /** Height in which rows are seen. */
  room = 0
  /** What the browser lets a page be, which depends on how far it is enlarged. */
  tallest = TALLEST

  get height(): number {
    return Math.min(this.total * this.rowHeight, this.tallest)
  }

  /** Rows that are seen at once, with the part of the last one. */
  get seen(): number {
    return this.room / this.rowHeight
  }

  /** The row at the upper edge, with its part that is beyond it. */
  rowAt(scrolled: number): number {
    const hidden = this.height - this.room
    return hidden <= 0 ? 0 : Math.min(1, Math.max(0, scrolled / hidden)) * (this.total - this.seen)
  }

  /** How far to scroll for a row to be at the upper edge. */
  scrolledTo(row: number): number {
    const last = this.total - this.seen
    return last <= 0 ? 0 : Math.min(1, Math.max(0, row / last)) * (this.height - this.room)
  }

  /** Where a row lies below the top of all, when it is seen from there. */
  topOf(row: number, scrolled: number): number {
    if (this.total * this.rowHeight <= this.tallest) return row * this.rowHeight
    return scrolled + (row - this.rowAt(scrolled)) * this.rowHeight
  }
}

/** How tall something in a place may be; browsers cut what is taller. */
export function tallestIn(place: HTMLElement): number {
  const probe = document.createElement('div')
  probe.style.height = `${TALLEST}px`
  place.append(probe)
  const { height } = probe.getBoundingClientRect()
  probe.remove()
  // What is near the limit is drawn inexactly.
  return height < TALLEST ? 0.9 * height : TALLEST
}
