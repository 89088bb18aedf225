import { addressOf, type Asked, programOf, type Room } from './program'
import type { Program } from './writer'

/** The programs in the kernel's memory, one behind the other while there is room: to change from one to another costs nothing. */
export class Programs {
  readonly #memory: Uint8Array
  readonly #room: Room
  /** Behind the one that was written last. */
  #next: number
  readonly #loaded = new Set<Uint8Array>()

  constructor(memory: Uint8Array, room: Room) {
    this.#memory = memory
    this.#room = room
    this.#next = room.address
  }

  /** Writes a program, for the room that is left or, where that is too little, for all of it; undefined when there is none. */
  written(asked: Asked): Program | undefined {
    const behind = this.#writtenAt(this.#next, asked)
    const program = behind?.isCut === false ? behind : this.#writtenAt(this.#room.address, asked)
    if (program) this.#next = Math.ceil(endOf(program.bytes) / 16) * 16
    return program
  }

  /** Brings a program into the memory, unless it lies there, and gives its address. */
  load(bytes: Uint8Array): number {
    const address = addressOf(bytes)
    if (this.#loaded.has(bytes)) return address
    for (const other of this.#loaded)
      if (addressOf(other) < endOf(bytes) && address < endOf(other)) this.#loaded.delete(other)
    this.#memory.set(bytes, address)
    this.#loaded.add(bytes)
    return address
  }

  #writtenAt(address: number, asked: Asked): Program | undefined {
    const room = this.#room
    return programOf(asked, { ...room, address, bytes: room.address + room.bytes - address })
  }
}

function endOf(bytes: Uint8Array): number {
  return addressOf(bytes) + bytes.length
}
