const LATE = 1_000
const PACE = 100
const WIDTH = 24

/** How far the work is, drawn on a terminal once it has lasted over a second; nothing anywhere else. */
export class Progress {
  readonly #began = performance.now()
  #drawn = 0

  /** `done` is a share from 0 to 1. */
  show(path: string, done: number): void {
    const now = performance.now()
    if (!process.stderr.isTTY || now - this.#began < LATE || now - this.#drawn < PACE) return
    this.#drawn = now
    const full = Math.round(Math.min(done, 1) * WIDTH)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    process.stderr.write(`\r\u001B[2K${bar} ${Math.round(done * 100)} % ${path}`)
  }

  /** Wipes what was drawn. */
  clear(): void {
    if (this.#drawn > 0) process.stderr.write('\r\u001B[2K')
    this.#drawn = 0
  }
}
