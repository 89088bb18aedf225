/** Things that are there for a while, each by a number that no other has meanwhile. */
export class Numbered<Thing> implements Iterable<Thing> {
  readonly #numbers = new Map<Thing, number>()
  readonly #things: (Thing | undefined)[] = [undefined]
  readonly #free: number[] = []

  /** The number of what comes, from 1. */
  add(thing: Thing): number {
    const number = this.#free.pop() ?? this.#things.length
    this.#things[number] = thing
    this.#numbers.set(thing, number)
    return number
  }

  delete(thing: Thing): void {
    const number = this.#numbers.get(thing)
    if (number === undefined) return
    this.#numbers.delete(thing)
    this.#things[number] = undefined
    this.#free.push(number)
  }

  at(number: number): Thing | undefined {
    return this.#things[number]
  }

  numberOf(thing: Thing): number | undefined {
    return this.#numbers.get(thing)
  }

  [Symbol.iterator](): Iterator<Thing> {
    return this.#numbers.keys()
  }
}
