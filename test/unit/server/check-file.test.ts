import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CancellationTokenSource, type Diagnostic, type PublishDiagnosticsParams } from 'vscode-languageserver/node'
import type { Errand, News } from '../../../server/from-disk/process'
import type { FileChecked } from '../../../server/protocol'
import { commitAll } from '../commit-all'
import { copyWith, vigie } from '../cli/run'
import { Client, theNode } from './client'

/** Makes rows long, so that few of them are a large file. */
const bourg = ', au bourg'.repeat(28)

describe('a file checked from disk by the server', function () {
  // The process that checks gives way to whatever else the machine does.
  this.timeout(300_000)
  let client: Client
  let folder: string
  let published: Map<string, readonly Diagnostic[]>
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return pathToFileURL(join(folder, name)).href
  }
  const reportOn = async (uri: string) => {
    const { reports } = await client.ask('vigie/checkFile', { uri })
    return JSON.parse(textAt(reports!.json)).files[0]
  }
  const stoppedAtOnce = (uri: string) => {
    const ending = new CancellationTokenSource()
    const method: string = 'vigie/checkFile'
    const stopped = client.connection.sendRequest<FileChecked>(method, { uri }, ending.token)
    ending.cancel()
    return stopped
  }
  beforeEach(async () => {
    client = new Client()
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    published = new Map()
    client.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => void published.set(uri, diagnostics),
    )
    await client.begin({ language: 'en' })
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  it('tells all findings in a report, as the command line does, and publishes the entries', async () => {
    const uri = write('measures.csv', `day;name\n${'31/12/2024;A \n'.repeat(30)}2024-01-02;B\n`)
    const { told, reports } = await client.ask('vigie/checkFile', { uri })
    assert.match(told, /^measures\.csv: 60 warnings\.$/)
    const [own] = JSON.parse(textAt(reports!.json)).files
    const [other] = JSON.parse(vigie(folder, ['lint', '--format', 'json', 'measures.csv']).stdout).files
    assert.deepEqual(own.diagnostics, other.diagnostics)
    assert.ok(own.diagnostics.length > 30)
    assert.deepEqual([own.rows, own.columns, own.counts], [other.rows, other.columns, other.counts])
    assert.equal(own.path, 'measures.csv')
    assert.match(textAt(reports!.html), /<h2[^>]*>measures\.csv</)
    const entries = published.get(uri)!
    assert.ok(entries.length > 0 && entries.length < 10)
    assert.ok(entries.some(({ message }) => String(message).startsWith('30 cells of the column “name”')))
  })

  it('goes by the settings of the editor and by the schema that was chosen', async () => {
    const uri = write('measures.csv', 'day;price\n2024-01-02 ;x\n2024-01-03;1\n')
    const schema = write('my.json', '{"fields":[{"name":"day"},{"name":"price","type":"number"}]}')
    const settings = { vigie: { language: 'en', rules: { 'edge-whitespace': 'off' } } }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    await client.ask('vigie/setSchema', { uri, schema })
    await client.ask('vigie/checkFile', { uri })
    assert.deepEqual(
      published.get(uri)!.map(({ code }) => code),
      ['type-error'],
    )
  })

  it('finds what the editor finds in the open file: small counts, and drifts from its former version', async () => {
    const former = 'ecole;nb_eleves_impayes\nA;12\nB;9\nC;30\nD;20\n'
    const now = 'ecole;nb_eleves_impayes\nA;12\nB;9\n'
    const uri = write('arrears.csv', former)
    commitAll(folder)
    write('arrears.csv', now)
    const settings = { vigie: { language: 'en', smallCount: 10 } }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings })
    await client.ask('vigie/checkFile', { uri })
    const fromDisk = published.get(uri)!.map(({ code }) => code)
    await client.open(uri, now)
    const shown = (await client.found(uri)).map(({ code }) => code)
    assert.deepEqual(shown.toSorted(), ['small-count', 'volume-drift'])
    assert.deepEqual(fromDisk.toSorted(), shown.toSorted())
  })

  it('takes its findings back once the file is another, or is open', async () => {
    const uri = write('names.csv', 'name;town\nA ;B\n')
    const text = 'name;town\nA;B\n'
    await client.ask('vigie/checkFile', { uri })
    assert.equal(published.get(uri)!.length, 1)
    write('names.csv', text)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] })
    await client.ask('vigie/glossary', {})
    assert.deepEqual(published.get(uri), [])
    write('names.csv', 'name;town\nA ;B\n')
    await client.ask('vigie/checkFile', { uri })
    await client.open(uri, text)
    await client.ask('vigie/glossary', {})
    assert.deepEqual(published.get(uri), [])
  })

  it('goes on when the file is opened meanwhile, whose text is then judged', async () => {
    const uri = write('names.csv', 'name;town\nA ;B\n')
    const asked = client.ask('vigie/checkFile', { uri })
    await client.open(uri, 'name;town\nA;B\n')
    const { told, reports } = await asked
    assert.match(told, /1 warning/)
    assert.ok(reports)
    assert.equal(published.get(uri), undefined)
  })

  it('says why nothing is told of what cannot be read', async () => {
    const { told, reports } = await client.ask('vigie/checkFile', { uri: pathToFileURL(join(folder, 'none.csv')).href })
    assert.match(told, /cannot be read from disk/)
    assert.equal(reports, undefined)
  })

  it('says why its report cannot be written', async () => {
    const rows = Array.from({ length: 300_000 }, (_, i) => `A${i};${i}\n`)
    const uri = write('names.csv', `name;size\n${rows.join('')}`)
    const around = { settings: {}, folders: [], schema: undefined, dialect: {}, cacheFolder: undefined }
    const errand: Errand = { job: { uri, language: 'en', related: false, ...around }, folder: join(folder, 'gone') }
    const child = fork('dist/cli.js', ['check-apart'], { execArgv: [] })
    const told = new Promise<string>((resolve, reject) => {
      child.on('message', (news: News) => 'result' in news && resolve(news.result.told))
      child.once('exit', code => reject(new Error(`ended with ${code}`)))
    })
    child.send(errand)
    assert.match(await told, /^The check could not be carried out: .*vigie\.json/)
    child.disconnect()
  })

  it('keeps its last report until it has another', async () => {
    const uri = write('names.csv', 'name;town\nA ;B\n')
    const { reports: first } = await client.ask('vigie/checkFile', { uri })
    assert.match((await stoppedAtOnce(uri)).told, /was stopped/)
    assert.ok(existsSync(fileURLToPath(first!.json)))
    const { reports: second } = await client.ask('vigie/checkFile', { uri })
    assert.deepEqual(
      [first, second].map(report => existsSync(fileURLToPath(report!.json))),
      [false, true],
    )
  })

  it('goes on serving when no process can be begun', async () => {
    const uri = write('names.csv', 'name;town\nA ;B\n')
    const node = join(folder, 'node')
    copyFileSync(theNode, node)
    assert.equal(await client.leave(), 0)
    client = new Client({ node })
    await client.begin()
    // As an update of the editor does.
    rmSync(node)
    await assert.rejects(client.ask('vigie/checkFile', { uri }), /ENOENT/)
    assert.ok((await client.ask('vigie/glossary', {})).body)
  })

  it('leaves no report behind', async () => {
    const uri = write('names.csv', 'name;town\nA ;B\n')
    const { reports } = await client.ask('vigie/checkFile', { uri })
    assert.equal(await client.leave(), 0)
    assert.ok(!existsSync(fileURLToPath(reports!.json)))
    client = new Client()
    await client.begin()
  })

  /** Worth being read page by page; the quotes of some rows hide line ends. */
  const long = `id;objet;jour\n${Array.from(
    { length: 120_000 },
    (_, i) =>
      `${i};"Été à Valbrume, ""${i}""${bourg}${i % 1_000 === 0 ? '\r\n;suite\n"",' : ''}";${i % 1_000 === 0 ? '31/12/2024' : '2024-01-02'}\n`,
  ).join('')}`

  it('has a large file read by two threads, and tells in the same order what one finds', async () => {
    const found = await reportOn(write('long.csv', long))
    assert.ok(found.diagnostics.length > 100)
    const alone = vigie(folder, ['lint', '--format', 'json', '--threads', '1', 'long.csv']).stdout
    assert.deepEqual(found.diagnostics, JSON.parse(alone).files[0].diagnostics)
  })

  it('tells the same of a large file when its second thread breaks down', async () => {
    const uri = write('long.csv', long)
    const found = await reportOn(uri)
    assert.equal(await client.leave(), 0)
    const begun = join(folder, 'begun')
    const broken = `require('node:fs').writeFileSync(${JSON.stringify(begun)}, '')\nthrow new Error('broken')`
    client = new Client({ dist: copyWith(broken) })
    await client.begin({ language: 'en' })
    assert.deepEqual(await reportOn(uri), found)
    assert.equal(existsSync(begun), availableParallelism() > 1)
  })

  it('does not read a file of more than 50 MB when its tab is asked for, goes on serving, and stops when told to', async () => {
    const uri = write(
      'large.csv',
      `day;name;amount\n${Array.from({ length: 60_000 }, (_, i) => `2024-01-02;Été à Valbrume ${i}${bourg.repeat(3)} ;${i}.5\n`).join('')}`,
    )
    const shares: number[] = []
    client.connection.onNotification('$/progress', ({ value }) => void shares.push(value.percentage))
    assert.deepEqual(await client.found(uri), [])
    const order: string[] = []
    const params = { uri, workDoneToken: 'large' }
    const whole = client.ask('vigie/checkFile', params).then(({ told }) => void order.push(told))
    await client.ask('vigie/glossary', {}).then(() => void order.push('served'))
    await whole
    assert.equal(order[0], 'served')
    assert.match(order[1]!, /60,000 warnings/)
    assert.equal(published.get(uri)!.length, 1)
    assert.ok(shares.length > 1 && shares.every((share, i) => share <= 100 && share >= (shares[i - 1] ?? 0)))
    const ending = new CancellationTokenSource()
    const method: string = 'vigie/checkFile'
    const stopped = client.connection.sendRequest<FileChecked>(method, params, ending.token)
    shares.length = 0
    while (shares.length === 0) await new Promise(done => setTimeout(done, 10))
    ending.cancel()
    assert.match((await stopped).told, /was stopped/)
    assert.deepEqual(published.get(uri), [])
  })
})

function textAt(uri: string): string {
  return readFileSync(fileURLToPath(uri), 'utf8')
}
