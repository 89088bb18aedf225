import { type HashRoom, PlainHashRoom } from '../model/hash-room'
import { newInstance } from './instance'

/** Bytes of a page of WebAssembly's memory. */
const PAGE = 1 << 16

interface Exports extends Pick<HashRoom, 'scatter' | 'find'> {
  readonly memory: WebAssembly.Memory
  readonly HASHES: WebAssembly.Global<'i32'>
}

/** Words that are asked for at once, at most: there is room for twice as many. */
const MOST = 2 ** 29

/** Bytes of text below which a memory of its own costs more than it brings. */
const LARGE = 1 << 20

/** Memory for the hashes of a text of so many bytes. */
export function hashRoom(length: number): HashRoom {
  const exports = length < LARGE ? undefined : newInstance()
  return exports ? new SwiftHashRoom(exports as unknown as Exports) : new PlainHashRoom()
}

class SwiftHashRoom implements HashRoom {
  words: Uint32Array
  readonly first: number
  readonly #exports: Exports

  constructor(exports: Exports) {
    this.#exports = exports
    this.words = new Uint32Array(exports.memory.buffer)
    this.first = exports.HASHES.value >> 2
  }

  /**
   * By double: what nobody has written to takes no memory, and each time all of it is another to JavaScript, whose
   * collector comes the sooner the more it believes to be new.
   */
  grow(least: number): void {
    if (least <= this.words.length) return
    const { memory } = this.#exports
    const wanted = Math.max(least, Math.min(2 * this.words.length, MOST))
    memory.grow(Math.ceil((4 * wanted) / PAGE) - memory.buffer.byteLength / PAGE)
    this.words = new Uint32Array(memory.buffer)
  }

  scatter(from: number, to: number, row: number, heads: number): number {
    return this.#exports.scatter(from, to, row, heads)
  }

  find(from: number, to: number, slots: number, mask: number, out: number): number {
    return this.#exports.find(from, to, slots, mask, out)
  }
}
