import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commitAll } from '../commit-all'
import { Client } from './client'

const FORMER = 'id;velos\ns1;12\ns2;8\ns3;15\n'

describe('the language server on a file that git knows', () => {
  let client: Client
  let folder: string
  let uri: string
  const drifts = async () =>
    (await client.found(uri))
      .map(({ code }) => String(code))
      .filter(code => code.endsWith('-drift'))
      .toSorted()
  const begin = async (settings: object = {}, env: NodeJS.ProcessEnv = process.env) => {
    client = new Client({ env })
    await client.begin(settings)
  }
  /** The environment in which git notes that it is asked, and answers once there is a file `go`. */
  const slowGit = (): NodeJS.ProcessEnv => {
    mkdirSync(join(folder, 'bin'))
    const waits = `#!/bin/sh\ncd '${folder}'\ntouch asked\nwhile [ ! -e go ]; do sleep 0.05; done\n`
    writeFileSync(join(folder, 'bin/git'), `${waits}PATH=\${PATH#*${delimiter}} exec git "$@"\n`, { mode: 0o755 })
    return { ...process.env, PATH: join(folder, 'bin') + delimiter + process.env['PATH'] }
  }
  const save = () => client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    const file = join(folder, 'velos.csv')
    uri = pathToFileURL(file).href
    writeFileSync(file, FORMER)
    commitAll(folder)
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  it('compares what is typed with its former version, until that is the present one', async () => {
    await begin()
    await client.open(uri, FORMER)
    assert.deepEqual(await drifts(), [])
    await client.edit(uri, 2, 0, 'id;places')
    assert.deepEqual(await drifts(), ['schema-drift'])
    await client.edit(uri, 3, 2, 's7;8')
    assert.deepEqual(await drifts(), ['schema-drift', 'volume-drift'])
    writeFileSync(join(folder, 'velos.csv'), 'id;places\ns1;12\ns7;8\ns3;15\n')
    commitAll(folder)
    await save()
    assert.deepEqual(await drifts(), [])
  })

  it('does not hold the first rows of a long file against all of the former one', async () => {
    const text = `id;velos\n${Array.from({ length: 300_000 }, (_, i) => `s${i};${i % 9} velos\n`).join('')}`
    writeFileSync(join(folder, 'velos.csv'), text)
    commitAll(folder)
    await begin()
    await client.open(uri, `${text}s300001;3 velos\n`)
    assert.deepEqual(await drifts(), [])
    const first = await client.ask('vigie/overview', { uri, when: 'first-rows' })
    assert.ok(first?.verdict?.sampled)
    assert.deepEqual(first.verdict.first, [])
  })

  it('reads the former version by the schema and the dialect in force now', async () => {
    const schema = join(folder, 'mine.json')
    const fields = [{ name: 'id' }, { name: 'velos' }]
    writeFileSync(schema, JSON.stringify({ fields, primaryKey: 'velos' }))
    await begin()
    await client.open(uri, FORMER.replace('8', '9'))
    assert.deepEqual(await drifts(), [])
    await client.ask('vigie/setSchema', { uri, schema: pathToFileURL(schema).href })
    assert.deepEqual(await drifts(), ['volume-drift'])
    await client.ask('vigie/setSchema', { uri, schema: 'none' })
    assert.deepEqual(await drifts(), [])
    await client.ask('vigie/setDialect', { uri, delimiter: ',' })
    // The only column is called “id;velos” then, and has an identifier less.
    assert.deepEqual(await drifts(), ['volume-drift'])
  })

  it('waits for git with the findings only', async () => {
    await begin({}, slowGit())
    await client.open(uri, FORMER.replace('velos', 'places'))
    assert.equal((await client.ask('vigie/overview', { uri, when: 'now' }))?.columns[1]?.label, 'places')
    writeFileSync(join(folder, 'go'), '')
    assert.deepEqual(await drifts(), ['schema-drift'])
  })

  it('does not ask git when the rules are off', async () => {
    const rules = { 'schema-drift': 'off', 'volume-drift': 'off', 'distribution-drift': 'off' }
    await begin({ rules }, slowGit())
    await client.open(uri, 'id;places\ns1;12\n')
    assert.deepEqual(await drifts(), [])
    assert.equal(existsSync(join(folder, 'asked')), false)
  })
})
