import type { Range } from '../protocol/range'
import type { Standing } from '../report/standing'

/** What a file is worth, and where the first thing to do in it is. */
export interface Placed {
  readonly standing: Standing
  readonly place?: Range
}

/** What is known of a file. */
interface Known {
  /** Undefined for what holds no data. */
  readonly placed: Placed | undefined
  /** Which text of an open file it is about. */
  readonly generation: number | undefined
  /** Whether the file, or what it is judged by, may be another since. */
  readonly isStale: boolean
}

/** What the files of folders that were checked are worth, as far as it was found while they were. */
export class Standings {
  readonly #known = new Map<string, Known>()
  readonly #folders = new Set<string>()

  /** A folder is checked from now on: what comes into it is told of too. */
  add(folder: string): void {
    this.#folders.add(folder)
  }

  /** Whether a file lies in a folder that was checked. */
  has(path: string): boolean {
    return [...this.#folders].some(folder => path.startsWith(`${folder}/`))
  }

  /** A file was checked; `generation`: of an open one. */
  note(path: string, placed: Placed | undefined, generation?: number): void {
    this.#known.set(path, { placed, generation, isStale: false })
  }

  of(path: string): Known | undefined {
    return this.#known.get(path)
  }

  forget(path: string): void {
    this.#known.delete(path)
  }

  /** A file, or all of them, may be others than they were. */
  changed(path?: string): void {
    for (const one of path === undefined ? [...this.#known.keys()] : [path]) {
      const known = this.#known.get(one)
      if (known) this.#known.set(one, { ...known, isStale: true })
    }
  }
}
