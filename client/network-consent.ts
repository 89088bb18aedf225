import { type Memento, Uri, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ClientRequests } from '../server/protocol'
import { words } from './words'

interface Remembered {
  /** By address: whether it may be fetched. */
  readonly addresses: Readonly<Record<string, boolean>>
  /** Hosts from which everything may be fetched. */
  readonly hosts: readonly string[]
}

const KEY = 'network'
const nothing: Remembered = { addresses: {}, hosts: [] }

/** What a person said of fetching schemas from the network, kept on this machine for all folders. */
export class NetworkConsent {
  readonly #memory: Memento

  constructor(memory: Memento) {
    this.#memory = memory
  }

  /** Answers the server, which asks before it fetches anything. */
  answer(client: BaseLanguageClient): void {
    const method: keyof ClientRequests = 'vigie/mayFetch'
    client.onRequest<boolean, unknown>(method, ({ url }: ClientRequests['vigie/mayFetch']['params']) =>
      this.#mayFetch(url),
    )
  }

  /** Who names an address wants it fetched. */
  async give(url: string): Promise<void> {
    const { addresses, hosts } = this.#remembered
    await this.#memory.update(KEY, { addresses: { ...addresses, [url]: true }, hosts })
  }

  async #mayFetch(url: string): Promise<boolean> {
    const { addresses, hosts } = this.#remembered
    const host = Uri.parse(url).authority
    if (addresses[url] !== undefined || hosts.includes(host)) return addresses[url] ?? true
    const { mayFetch, yes, no, alwaysFrom } = words()
    const answer = await window.showInformationMessage(mayFetch(url), yes, alwaysFrom(host), no)
    // Who closes the message has decided nothing: the next session asks again.
    if (answer === undefined) return false
    const agrees = answer !== no
    const isForAll = answer === alwaysFrom(host)
    await this.#memory.update(KEY, {
      addresses: isForAll ? addresses : { ...addresses, [url]: agrees },
      hosts: isForAll ? [...hosts, host] : hosts,
    })
    return agrees
  }

  get #remembered(): Remembered {
    return this.#memory.get(KEY, nothing)
  }
}
