/** Seconds. */
const LATE = 1
const PACE = 0.1
const WIDTH = 24

/** How far the work is, drawn on a terminal once it has lasted over a second; nothing anywhere else. */
export class Progress {
  // A finer clock is not ready yet, and most runs end without it, as without the stream of the terminal.
  readonly #began = process.uptime()
  #drawn = 0

  /** `done` is a share from 0 to 1. */
  show(path: string, done: number): void {
    const now = process.uptime()
    if (now - this.#began < LATE || now - this.#drawn < PACE || !process.stderr.isTTY) return
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
