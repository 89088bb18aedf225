import type { Printed } from '../report/report'

/** Characters that are written at once. */
const ENOUGH = 65_536

/** Standard output: written in large pieces, never faster than its reader reads; what is written is free once it has been. */
export class Output {
  #pending = ''
  #isRead = true

  /** Whether somebody reads on: of what is written for nobody, nothing is kept. */
  get isRead(): boolean {
    return this.#isRead
  }

  /** Writes when enough has come together. */
  async write(text: Printed): Promise<void> {
    if (!this.#isRead) return
    if (typeof text === 'string') {
      this.#pending += text
      if (this.#pending.length > ENOUGH) await this.flush()
    } else {
      await this.flush()
      await this.#written(text)
    }
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    const text = this.#pending
    this.#pending = ''
    if (text !== '') await this.#written(text)
  }

  async #written(text: Printed): Promise<void> {
    if (this.#isRead && (await written(text)) === 'unread') this.#isRead = false
  }
}

function written(text: Printed): Promise<'read' | 'unread'> {
  return new Promise(resolve =>
    process.stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (!error) resolve('read')
      else if (error.code === 'EPIPE') resolve('unread')
      // Of what else cannot be written, the stream's own event says what comes of it.
    }),
  )
}
