import { mix } from './hash'

/** Slots of the only table at first, and those that it has at most. */
const FEW = 1_024
const ONE = 16_384
/** Tables among which the hashes are shared out beyond. */
const MANY = 64

// Words of a slot: the halves of a hash and its number, 0 where the slot is free.
const SLOT = 3
const NUMBER = 2

/** A number for each of some 64-bit hashes, in memory that is used again once a hash is gone. */
export class HashMap {
  /** Many tables, so that none takes long to grow however many hashes there are. */
  #tables = [new Uint32Array(SLOT * FEW)]
  /** Slots that are taken in each of them. */
  #taken = [0]

  /** The number of a hash; 0 when it has none. */
  of(low: number, high: number): number {
    const table = this.#tables[this.#tableOf(low, high)]!
    return table[slotOf(table, low, high) + NUMBER]!
  }

  /** `number`: from 1 to 2 ** 32 - 1. */
  set(low: number, high: number, number: number): void {
    const index = this.#tableOf(low, high)
    const table = this.#tables[index]!
    const at = slotOf(table, low, high)
    if (table[at + NUMBER] === 0) this.#take(index, at, low, high, number)
    else table[at + NUMBER] = number
  }

  /** Gives a hash that has no number this one; the number that it has already, else 0. */
  add(low: number, high: number, number: number): number {
    const index = this.#tableOf(low, high)
    const table = this.#tables[index]!
    const at = slotOf(table, low, high)
    const known = table[at + NUMBER]!
    if (known === 0) this.#take(index, at, low, high, number)
    return known
  }

  delete(low: number, high: number): void {
    const index = this.#tableOf(low, high)
    const table = this.#tables[index]!
    let hole = slotOf(table, low, high)
    if (table[hole + NUMBER] === 0) return
    this.#taken[index]!--
    // What could not stand here moves up, so that who looks for it does not end at the hole.
    for (let at = after(table, hole); table[at + NUMBER] !== 0; at = after(table, at)) {
      const home = firstSlot(table, table[at]!, table[at + 1]!)
      if (distance(table, home, at) < distance(table, hole, at)) continue
      // Of so few words `copyWithin` takes many times as long.
      for (let word = 0; word < SLOT; word++) table[hole + word] = table[at + word]!
      hole = at
    }
    table[hole + NUMBER] = 0
  }

  /** Puts a hash and its number to a free slot. */
  #take(index: number, at: number, low: number, high: number, number: number): void {
    const table = this.#tables[index]!
    table[at] = low
    table[at + 1] = high
    table[at + NUMBER] = number
    if (++this.#taken[index]! * SLOT > mostTaken(index) * table.length) this.#grow(index)
  }

  /** Gives a table twice as many slots, or many tables to all. */
  #grow(index: number): void {
    const before = this.#tables[index]!
    if (this.#tables.length === 1 && before.length === SLOT * ONE) {
      this.#tables = Array.from({ length: MANY }, () => new Uint32Array((SLOT * 2 * ONE) / MANY))
      this.#taken = Array.from({ length: MANY }, () => 0)
    } else {
      this.#tables[index] = new Uint32Array(2 * before.length)
      this.#taken[index] = 0
    }
    for (let at = 0; at < before.length; at += SLOT)
      if (before[at + NUMBER] !== 0) this.set(before[at]!, before[at + 1]!, before[at + NUMBER]!)
  }

  #tableOf(low: number, high: number): number {
    return (mix(low, high) >>> 26) & (this.#tables.length - 1)
  }
}

/** The share of the slots of a table that may be taken, from a half to two thirds: else all would grow at once. */
function mostTaken(index: number): number {
  return 1 / 2 + index / (6 * MANY)
}

/** Where a hash stands in a table, or the free slot where it may be put. */
function slotOf(table: Uint32Array, low: number, high: number): number {
  let at = firstSlot(table, low, high)
  while (table[at + NUMBER] !== 0 && (table[at] !== low >>> 0 || table[at + 1] !== high >>> 0)) at = after(table, at)
  return at
}

/** The slot at which a hash is looked for first. */
function firstSlot({ length }: Uint32Array, low: number, high: number): number {
  return SLOT * (mix(low, high) & (length / SLOT - 1))
}

function after({ length }: Uint32Array, at: number): number {
  return at + SLOT === length ? 0 : at + SLOT
}

/** How far one goes from a slot to another. */
function distance({ length }: Uint32Array, from: number, to: number): number {
  return to >= from ? to - from : to - from + length
}
