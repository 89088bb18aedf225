import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from './client'

/** A folder, and a client of the server, which each test of a suite has for itself. */
export class Desk {
  client!: Client
  folder!: string

  constructor() {
    beforeEach(async () => {
      this.folder = mkdtempSync(join(tmpdir(), 'vigie-'))
      this.client = new Client()
      await this.client.begin()
    })
    afterEach(async () => {
      assert.equal(await this.client.leave(), 0)
      rmSync(this.folder, { recursive: true })
    })
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.folder, name)).href
  }

  /** Writes a file; gives its address. */
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content)
    return this.uriOf(name)
  }

  /** The rules that speak of a file. */
  async codes(uri: string): Promise<readonly string[]> {
    return (await this.client.found(uri)).map(({ code }) => String(code))
  }

  /** Waits until a rule speaks of a file, or is silent. */
  async until(uri: string, rule: string, isThere: boolean): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      if ((await this.codes(uri)).includes(rule) === isThere) return
      await new Promise(done => setTimeout(done, 100))
    }
    assert.fail(`${rule} ${isThere ? 'is not told' : 'is still told'}`)
  }
}
