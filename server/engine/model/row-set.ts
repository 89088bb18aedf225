/** Rows by their numbers, from 0: a bit for each up to the last one. */
export class RowSet {
  #bits = new Uint8Array(1 << 10)

  add(row: number): void {
    const at = row >>> 3
    if (at >= this.#bits.length) {
      const more = new Uint8Array(2 * Math.max(at, this.#bits.length))
      more.set(this.#bits)
      this.#bits = more
    }
    this.#bits[at]! |= 1 << (row & 7)
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0
  }
}
