import type { Printed } from '../report/report'

/** Characters that are written at once. */
const ENOUGH = 65_536

/** Standard output: written in large pieces, never faster than its reader reads; what is written is free once it has been. */
export class Output {
  #pending = ''

  /** Writes when enough has come together. */
  async write(text: Printed): Promise<void> {
    if (typeof text === 'string') {
      this.#pending += text
      if (this.#pending.length > ENOUGH) await this.flush()
    } else {
      await this.flush()
      await written(text)
    }
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    const text = this.#pending
    this.#pending = ''
    if (text !== '') await written(text)
  }
}

function written(text: Printed): Promise<void> {
  // Of what cannot be written, the stream's own event says what comes of it.
  return new Promise(resolve =>
    process.stdout.write(text, error => {
      if (!error) resolve()
    }),
  )
}
