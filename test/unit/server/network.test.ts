import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { Fetched } from '../../../server/network/fetched'
import type { Cache } from '../../../server/network/remote-schemas'
import type { Status } from '../../../server/protocol'
import { serve } from '../../../server/editor/session'

const URL = 'https://schema.data.gouv.fr/a/schema.json'
const schema = new TextEncoder().encode('{"fields":[{"name":"a","type":"integer"},{"name":"b"}]}')
const uri = 'file:///data/a.csv'

describe('a schema on the network, in the editor', () => {
  let client: ProtocolConnection
  let asked: string[]
  let fetched: string[]
  let copy: Awaited<ReturnType<Cache['read']>>

  const begin = async (fetch: () => Promise<Fetched>, mayFetch: () => boolean | Promise<boolean>) => {
    const [there, back] = [new PassThrough(), new PassThrough()]
    serve(createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)), {
      lists: () => undefined,
      uriOf: path => path,
      pathOf: address => address,
      files: { read: async () => undefined },
      network: {
        fetch: url => {
          fetched.push(url)
          return fetch()
        },
        cacheIn: () => ({ read: async () => copy, keep: async () => {} }),
      },
    })
    client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
    client.onRequest<boolean, unknown>('vigie/mayFetch', ({ url }: { url: string }) => {
      asked.push(url)
      return mayFetch()
    })
    client.listen()
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      locale: 'fr',
      initializationOptions: { schemas: [{ files: '*.csv', schema: URL }] },
    })
    await client.sendNotification('initialized', {})
    const textDocument = { uri, languageId: 'csv', version: 1, text: 'a;b\nx;1\n' }
    await client.sendNotification('textDocument/didOpen', { textDocument })
  }
  const status = (): Promise<Status> => client.sendRequest('vigie/status', { uri })
  const until = async (why: RegExp) => {
    let last = ''
    for (let tries = 0; tries < 1000; tries++) {
      last = (await status()).why
      if (why.test(last)) return
      await wait(10)
    }
    assert.match(last, why)
  }

  beforeEach(() => {
    asked = []
    fetched = []
    copy = undefined
  })
  afterEach(() => client.dispose())

  it('is fetched once a person agrees, and nobody waits for the answer', async () => {
    let agree: ((agrees: boolean) => void) | undefined
    await begin(
      async () => ({ bytes: schema }),
      () => new Promise(done => (agree = done)),
    )
    await until(/attend votre accord/)
    assert.deepEqual(fetched, [])
    assert.equal((await status()).schema, undefined)
    agree!(true)
    await until(/Les réglages désignent ce schéma/)
    assert.equal((await status()).schema?.id, URL)
    assert.deepEqual([asked, fetched], [[URL], [URL]])
  })

  it('is left alone when a person declines, until the person names it', async () => {
    let agrees = false
    await begin(
      async () => ({ bytes: schema }),
      () => agrees,
    )
    await until(/vous n’avez pas voulu/)
    assert.deepEqual([asked, fetched], [[URL], []])
    agrees = true
    await client.sendRequest('vigie/setSchema', { uri, schema: URL })
    await until(/Vous avez choisi ce schéma/)
    assert.deepEqual([asked, fetched], [[URL, URL], [URL]])
  })

  it('that does not come is said, by the file that follows it', async () => {
    await begin(
      async () => ({ refused: { why: 'too-slow' } }),
      () => true,
    )
    await until(/a\/schema\.json n’a pas pu être lu\u00A0: le serveur n’a pas répondu/)
  })

  it('is in force by its old copy, whose age is said, while nothing newer comes', async () => {
    copy = { bytes: schema, at: Date.now() - 3 * 86_400_000 - 1000 }
    await begin(
      async () => ({ refused: { why: 'unreachable' } }),
      () => true,
    )
    await until(/la copie a 3 jours/)
    assert.equal((await status()).schema?.id, URL)
    for (let tries = 0; fetched.length === 0 && tries < 1000; tries++) await wait(10)
    assert.deepEqual([asked, fetched], [[URL], [URL]])
    await until(/la copie a 3 jours/)
  })

  it('is not asked for while its copy is of the same day', async () => {
    copy = { bytes: schema, at: Date.now() - 1000 }
    await begin(
      async () => ({ bytes: schema }),
      () => true,
    )
    await until(/Les réglages désignent ce schéma/)
    assert.deepEqual([asked, fetched], [[], []])
  })
})
