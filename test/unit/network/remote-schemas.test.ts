import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, utimesSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskCache } from '../../../server/network/disk-cache'
import type { Fetched } from '../../../server/network/fetched'
import { remoteSchemas } from '../../../server/network/remote-schemas'

const URL = 'https://schema.data.gouv.fr/schemas/a/schema.json'
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a schema on the network', () => {
  let folder: string
  let answers: Fetched[]
  let asked: number
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'vigie-cache-')), 'schemas')
    answers = []
    asked = 0
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

  const fetch = async () => {
    asked++
    return answers.shift() ?? ({ refused: { why: 'too-slow' } } as const)
  }
  const read = async (mayFetch: boolean) => {
    const found = await remoteSchemas({ fetch, cache: diskCache(folder) })(URL, mayFetch)
    return 'problem' in found
      ? found.problem.en
      : { text: new TextDecoder().decode(found.bytes), notice: found.notice?.fr }
  }
  const ageBy = (days: number) => {
    const then = Date.now() / 1000 - days * 86_400 - 60
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then)
  }

  it('is fetched with consent only, and kept', async () => {
    assert.match(String(await read(false)), /--allow-network/)
    assert.equal(asked, 0)
    answers = [{ bytes: bytesOf('{}') }]
    assert.deepEqual(await read(true), { text: '{}', notice: undefined })
    assert.equal(asked, 1)
  })

  it('is not fetched again the same day, and works without consent from then on', async () => {
    answers = [{ bytes: bytesOf('{}') }]
    await read(true)
    assert.deepEqual(await read(true), { text: '{}', notice: undefined })
    assert.deepEqual(await read(false), { text: '{}', notice: undefined })
    assert.equal(asked, 1)
  })

  it('is fetched anew after a day, and its copy used with its age when nothing comes', async () => {
    answers = [{ bytes: bytesOf('{}') }, { bytes: bytesOf('{"a":1}') }]
    await read(true)
    ageBy(1)
    assert.deepEqual(await read(true), { text: '{"a":1}', notice: undefined })
    ageBy(12)
    const old = { text: '{"a":1}', notice: 'Le schéma en ligne n’a pas été relu\u00A0: la copie a 12 jours.' }
    assert.deepEqual(await read(true), old)
    answers = [{ bytes: bytesOf('<html>') }]
    assert.deepEqual(await read(true), old)
    assert.deepEqual(await read(false), old)
  })

  it('that does not come, or is none, is told by its address', async () => {
    assert.equal(await read(true), `The schema ${URL} could not be read: the server did not answer within ten seconds.`)
    answers = [{ bytes: bytesOf('<html>') }]
    assert.equal(await read(true), `The schema ${URL} could not be read: what lies there is not JSON.`)
    assert.match(String(await read(false)), /--allow-network/)
  })

  it('is asked for once, however many files follow it', async () => {
    const remote = remoteSchemas({ fetch, cache: diskCache(folder) })
    await Promise.all([remote(URL, true), remote(URL, true), remote(URL, true)])
    assert.equal(asked, 1)
  })
})
