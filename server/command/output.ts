import { once } from 'node:events'

const ENOUGH = 65_536

/** Standard output: written in large pieces, never faster than its reader reads. */
export class Output {
  #pending = ''

  /** Writes when enough has come together. */
  async write(text: string): Promise<void> {
    this.#pending += text
    if (this.#pending.length > ENOUGH) await this.flush()
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    const text = this.#pending
    this.#pending = ''
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
  }
}
