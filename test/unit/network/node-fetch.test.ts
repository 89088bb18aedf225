import assert from 'node:assert/strict'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nodeFetch } from '../../../server/network/node-fetch'
import { usualLimits } from '../../../server/network/fetched'

const SCHEMA = '{"fields":[{"name":"a"}]}'

const isAllowed = (address: string) => address === '127.0.0.1'

describe('what is fetched from the network', () => {
  let server: Server
  let base: string
  const paths: Readonly<Record<string, RequestListener>> = {
    '/schema.json': (_, answer) => answer.end(SCHEMA),
    '/moved': (_, answer) => answer.writeHead(302, { location: '/schema.json' }).end(),
    '/round': (_, answer) => answer.writeHead(301, { location: '/round' }).end(),
    '/inwards': (_, answer) => answer.writeHead(302, { location: 'http://10.0.0.1/schema.json' }).end(),
    '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/large': (_, answer) => answer.end('x'.repeat(2_000)),
    // Without its length, which is then only known by counting.
    '/endless': (_, answer) => {
      const more = setInterval(() => answer.write('x'.repeat(500)), 1)
      answer.on('close', () => clearInterval(more))
    },
    '/silent': () => {},
    '/slow': (_, answer) => void answer.write('{'),
  }
  before(done => {
    server = createServer((request, answer) => {
      const path = paths[request.url!]
      if (path) path(request, answer)
      else answer.writeHead(404).end('{}')
    }).listen(0, '127.0.0.1', done)
  })
  before(() => {
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => server.closeAllConnections())
  after(done => void server.close(done))

  const limits = { ...usualLimits, bytes: 1_000, milliseconds: 400 }
  const fetched = async (url: string, rules: Parameters<typeof nodeFetch>[1] = { isAllowed, limits }) => {
    const answer = await nodeFetch(url, rules)
    return 'bytes' in answer ? new TextDecoder().decode(answer.bytes) : answer.refused
  }

  it('comes, also from where an address leads', async () => {
    assert.equal(await fetched(`${base}/schema.json`), SCHEMA)
    assert.equal(await fetched(`${base}/moved`), SCHEMA)
  })

  it('never comes from a private address, by number, by name or by redirection', async () => {
    const refused = { why: 'private' }
    assert.deepEqual(await fetched(`${base}/schema.json`, { limits }), refused)
    assert.deepEqual(await fetched(`${base.replace('127.0.0.1', 'localhost')}/schema.json`, { limits }), refused)
    assert.deepEqual(await fetched('http://[::1]/schema.json', { limits }), refused)
    assert.deepEqual(await fetched('http://0x7f000001/schema.json', { limits }), refused)
    assert.deepEqual(await fetched(`${base}/inwards`), refused)
  })

  it('comes over http and https only, also when an address leads elsewhere', async () => {
    assert.deepEqual(await fetched(`${base}/file`), { why: 'scheme' })
    assert.deepEqual(await fetched('ftp://data.gouv.fr/schema.json'), { why: 'scheme' })
    assert.deepEqual(await fetched('file:///etc/passwd'), { why: 'scheme' })
  })

  it('is bounded in size, announced or not', async () => {
    assert.deepEqual(await fetched(`${base}/large`), { why: 'too-large' })
    assert.deepEqual(await fetched(`${base}/endless`), { why: 'too-large' })
  })

  it('is bounded in time, before the answer and within it', async () => {
    assert.deepEqual(await fetched(`${base}/silent`), { why: 'too-slow' })
    assert.deepEqual(await fetched(`${base}/slow`), { why: 'too-slow' })
  })

  it('is led on five times at most', async () => assert.deepEqual(await fetched(`${base}/round`), { why: 'redirects' }))

  it('is not there, or not reached', async () => {
    assert.deepEqual(await fetched(`${base}/absent`), { why: 'status', status: 404 })
    assert.deepEqual(await fetched('http://127.0.0.1:1/'), { why: 'unreachable' })
  })
})
