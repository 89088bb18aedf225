import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv } from 'ajv'
import { CancellationTokenSource } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { ClientRequests } from '../../../server/protocol'
import { toolsInOrder } from '../../../server/tools/tools'
import { Client } from './client'

type Facts = { readonly [key: string]: any }

const clubs = 'club;jour;montant\nJudo ;2024-01-02;10.5\nÉchecs;31/01/2024;12.0\nChorale;2024-03-01;8.0\n'

describe('the tools of the language server', () => {
  let client: Client
  let folder: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    client = new Client()
    await client.begin({ language: 'en' }, undefined, [{ uri: pathToFileURL(folder).href, name: 'data' }])
  })
  afterEach(async () => {
    equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  function write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content)
    return pathToFileURL(join(folder, name)).href
  }

  /** The facts that a tool answers with, which are of the form that it promises. */
  async function facts(name: string, input: object = {}): Promise<Facts> {
    const answer = await client.ask('vigie/tool', { name, input })
    ok('facts' in answer, JSON.stringify(answer))
    const fits = new Ajv().compile(toolsInOrder.find(tool => tool.name === name)!.output)
    ok(fits(answer.facts), JSON.stringify(fits.errors))
    return answer.facts
  }

  async function refusal(name: string, input: object = {}): Promise<string> {
    const answer = await client.ask('vigie/tool', { name, input })
    ok('problem' in answer, JSON.stringify(answer))
    return answer.problem
  }

  async function rulesIn(path: string, more: object = {}): Promise<readonly string[]> {
    return (await facts('vigie_lint', { paths: [path], ...more })).groups.map(({ rule }: Facts) => rule)
  }

  /** What the client is asked to change, and what the text is then. */
  function changes(text: string, takes: boolean) {
    const asked: { version: number; text: string }[] = []
    type Change = ClientRequests['vigie/changeText']['params']
    client.connection.onRequest('vigie/changeText', ({ uri, version, edits }: Change) => {
      const document = TextDocument.create(uri, 'csv', version, text)
      asked.push({ version, text: TextDocument.applyEdits(document, [...edits] as never) })
      return takes
    })
    return asked
  }

  it('judge a text as it stands in the editor, and what is said of its bytes as they lie on disk', async () => {
    const uri = write('clubs.csv', Buffer.from('club;jour\nÉchecs;2024-01-02\nJudo;2024-01-03\n', 'latin1'))
    deepEqual(await rulesIn('clubs.csv'), ['legacy-encoding'])
    await client.open(uri, 'club;jour\nÉchecs ;2024-01-02\nJudo;2024-01-03\n')
    deepEqual(new Set(await rulesIn('clubs.csv')), new Set(['legacy-encoding', 'edge-whitespace']))
    await client.edit(uri, 2, 1, 'Échecs;31/01/2024')
    deepEqual(new Set(await rulesIn(uri)), new Set(['legacy-encoding', 'local-date']))
    const { columns, rows } = await facts('vigie_profile', { path: join(folder, 'clubs.csv') })
    deepEqual([rows, columns.length], [2, 2])
  })

  it('find the same as the editor shows, by what the person has chosen', async () => {
    const uri = write('clubs.csv', clubs)
    write('vigie.json', '{"rules":{"edge-whitespace":"off"}}')
    await client.open(uri, clubs)
    const shown = (await client.found(uri)).map(({ code }) => String(code))
    deepEqual(await rulesIn('clubs.csv'), shown)
    ok(!shown.includes('edge-whitespace') && shown.includes('local-date'))
    deepEqual(await rulesIn('clubs.csv', { rules: { 'local-date': 'off' } }), [])
    await client.ask('vigie/setSchema', { uri, schema: 'scdl/subventions' })
    const { files } = await facts('vigie_lint', { paths: ['clubs.csv'] })
    match(files[0].schema, /scdl\/subventions/)
    const { files: others } = await facts('vigie_lint', { paths: ['clubs.csv'], schema: 'none' })
    doesNotMatch(others[0].schema, /scdl/)
  })

  it('look through the folders of the editor', async () => {
    mkdirSync(join(folder, 'd'))
    write('d/a.csv', clubs)
    write('b.csv', clubs)
    write('x.json', '{"a":1}')
    const { files, counts } = await facts('vigie_lint')
    deepEqual(
      files.map(({ path }: Facts) => path),
      ['b.csv', 'd/a.csv'],
    )
    ok(counts.warning > 0)
    equal((await facts('vigie_lint', { paths: ['d'] })).files.length, 1)
    match(await refusal('vigie_lint', { paths: ['x.json'] }), /^x\.json holds no data/)
    match(await refusal('vigie_lint', { paths: ['none.csv'] }), /^There is no none\.csv/)
  })

  it('leave them by no path and no link, but to what is open', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'vigie-'))
    writeFileSync(join(outside, 'secret.csv'), clubs)
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'))
    symlinkSync(outside, join(folder, 'links'))
    const paths = [
      join(outside, 'secret.csv'),
      join(outside, 'none.csv'),
      '../secret.csv',
      'link.csv',
      'links',
      'links/secret.csv',
      '/etc',
    ]
    for (const path of paths) {
      const said = `${path} is neither open nor in a folder of the editor: nothing is read or written elsewhere.`
      equal(await refusal('vigie_lint', { paths: [path] }), said)
      equal(await refusal('vigie_fix', { path, dryRun: false }), said)
      equal(await refusal('vigie_lint', { schema: path }), said)
    }
    await client.open(pathToFileURL(join(outside, 'secret.csv')).href, clubs)
    ok((await rulesIn(join(outside, 'secret.csv'))).includes('local-date'))
    await client.open('untitled:Untitled-1', clubs)
    ok((await rulesIn('untitled:Untitled-1')).includes('local-date'))
    rmSync(outside, { recursive: true })
  })

  it('know a file that the editor alone can read by its name in the folder', async () => {
    const remote = 'vscode-vfs://github/mairie/donnees'
    equal(await client.leave(), 0)
    client = new Client()
    await client.begin({ language: 'en' }, undefined, [{ uri: remote, name: 'donnees' }])
    await client.open(`${remote}/nos%20clubs.csv`, clubs)
    for (const paths of [['nos clubs.csv'], ['.'], [`${remote}/nos%20clubs.csv`]]) {
      const { files } = await facts('vigie_lint', { paths })
      deepEqual(
        files.map(({ path }: Facts) => path),
        ['nos clubs.csv'],
      )
    }
    match(await refusal('vigie_lint', { paths: ['autres.csv'] }), /the editor cannot read it here/)
  })

  it('repair a text where it is shown, once asked, and leave the disk alone', async () => {
    const uri = write('clubs.csv', 'other;text\n1;2\n')
    await client.open(uri, clubs)
    await client.edit(uri, 2, 1, 'Judo ;2024-01-02;10.6')
    const text = clubs.replace('10.5', '10.6')
    const asked = changes(text, true)
    const shown = await facts('vigie_fix', { path: 'clubs.csv' })
    deepEqual([shown.written, asked], [false, []])
    const done = await facts('vigie_fix', { path: 'clubs.csv', dryRun: false })
    const wanted = text.replace('Judo ', 'Judo').replace('31/01/2024', '2024-01-31')
    deepEqual([done.written, asked], [true, [{ version: 2, text: wanted }]])
    match(done.notes.at(-1), /one step that can be undone; it is not saved yet/)
    equal(readFileSync(join(folder, 'clubs.csv'), 'utf8'), 'other;text\n1;2\n')
  })

  it('say so when the text is another by the time it is to be repaired', async () => {
    const uri = write('clubs.csv', clubs)
    await client.open(uri, clubs)
    changes(clubs, false)
    match(await refusal('vigie_fix', { path: uri, dryRun: false }), /changed meanwhile: nothing is repaired/)
  })

  it('repair no text that the editor reads in another encoding than its own', async () => {
    const uri = write('clubs.csv', Buffer.from(clubs, 'latin1'))
    await client.open(uri, clubs.replace('É', '\uFFFD'))
    const asked = changes(clubs, true)
    match(
      await refusal('vigie_fix', { path: 'clubs.csv', dryRun: false }),
      /another encoding than its own \(windows-1252\)/,
    )
    deepEqual(asked, [])
  })

  it('repair a file that nobody has open on disk, in its own encoding', async () => {
    write('clubs.csv', Buffer.from(clubs, 'latin1'))
    const asked = changes(clubs, true)
    const done = await facts('vigie_fix', { path: 'clubs.csv', dryRun: false })
    const wanted = clubs.replace('Judo ', 'Judo').replace('31/01/2024', '2024-01-31')
    deepEqual([done.written, asked, readFileSync(join(folder, 'clubs.csv'), 'latin1')], [true, [], wanted])
  })

  it('repair nothing while the settings cannot be read, and follow no address', async () => {
    write('clubs.csv', clubs)
    write('vigie.json', '{"rules":')
    match(await refusal('vigie_fix', { path: 'clubs.csv', dryRun: false }), /vigie\.json/)
    equal(readFileSync(join(folder, 'clubs.csv'), 'utf8'), clubs)
    const asked = { paths: ['clubs.csv'], schema: 'https://example.org/s.json' }
    match(await refusal('vigie_lint', asked), /opens no connection/)
  })

  it('explain, and know the catalogue', async () => {
    equal((await facts('vigie_explain', { id: 'local-date' })).kind, 'rule')
    ok((await facts('vigie_schema', { search: 'subventions' })).schemas.length > 0)
    equal(await refusal('vigie_fix'), 'The argument path is missing.')
    equal(await refusal('vigie_none'), 'Vigie has no tool vigie_none.')
  })

  it('tell no personal value, whatever is asked', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `Club ${index}; camille.roux${index}@example.org ;1${index % 9}/04/2024\n`,
    )
    const uri = write('mails.csv', `club;email;date\n${rows.join('')}`)
    await client.open(uri, `club;email;date\n${rows.join('')}`)
    const told = [
      await facts('vigie_lint', { paths: ['mails.csv'], preset: 'essentiel', cells: 50 }),
      await facts('vigie_fix', { path: 'mails.csv', unsafe: true }),
      await facts('vigie_profile', { path: 'mails.csv', preset: 'essentiel' }),
    ]
    match(JSON.stringify(told), /personal-email/)
    doesNotMatch(JSON.stringify(told), /camille/)
    match(await refusal('vigie_lint', { rules: { 'personal-email': 'off' } }), /protects personal data/)
  })

  it('are given up when nobody waits any longer, and answer others meanwhile', async () => {
    const long = `a;b;c\n${Array.from({ length: 200_000 }, (_, row) => `${row}; x${row};${row % 7},5\n`).join('')}`
    write('long.csv', long)
    write('clubs.csv', clubs)
    const ending = new CancellationTokenSource()
    const params = { name: 'vigie_fix', input: { path: 'long.csv', dryRun: false } }
    const given = client.connection.sendRequest('vigie/tool', params, ending.token)
    equal((await client.ask('vigie/rulePage', { id: 'local-date' })).markdown.length > 0, true)
    ending.cancel()
    await rejects(given, /cancelled/)
    ok((await rulesIn('clubs.csv')).length > 0)
    equal(readFileSync(join(folder, 'long.csv'), 'utf8'), long)
  })
})
