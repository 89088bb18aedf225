import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver/node'
import type { Requests } from '../../../server/protocol'
import type { DatasetShown, FolderShown } from '../../../server/protocol/folder'
import { Client } from './client'

const GOOD = 'jour;nombre\n2024-03-01;1\n2024-04-01;2\n'
const WRONG = 'jour;nombre\n2024-03-01;1\n2024-02-31;2\n'
const DOUBTFUL = 'jour;nom\n2024-03-01;A \n2024-04-01;B\n'

const packaged = (path: string, vigie: object, members: object = {}) => ({
  title: 'Données de Valbrume',
  resources: [{ name: 'a', path }],
  vigie,
  ...members,
})

/** Headings, and the names below each. */
const outline = ({ groups }: FolderShown) =>
  groups.map(({ title, datasets }) => [title, ...datasets.map(({ name, state }) => `${state} ${name}`)].join(', '))

const of = ({ groups }: FolderShown, name: string): DatasetShown =>
  groups.flatMap(({ datasets }) => datasets).find(one => one.name === name)!

describe('the page of a folder', () => {
  let client: Client
  let folder: string
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href
  const write = (name: string, content: string | object) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const check = (...names: readonly string[]): Promise<WorkspaceDiagnosticReport> =>
    client.connection.sendRequest('workspace/diagnostic', {
      previousResultIds: [],
      ...(names.length > 0 && { folders: names.map(uriOf) }),
    })
  const look = (wanted: Partial<Requests['vigie/folder']['params']> = {}) =>
    client.ask('vigie/folder', { folders: [pathToFileURL(folder).href], most: 100, ...wanted })
  const changed = (...names: readonly string[]) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map(name => ({ uri: uriOf(name), type: 2 })),
    })
  const states = async () => outline(await look())
  const saved = async (format: 'html' | 'markdown') =>
    (await client.ask('vigie/folderReport', { folders: [pathToFileURL(folder).href], format })).text
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-'))
    client = new Client()
    await client.begin({ language: 'fr' }, undefined, [{ uri: pathToFileURL(folder).href, name: 'folder' }])
  })
  afterEach(async () => {
    equal(await client.leave(), 0)
    rmSync(folder, { recursive: true })
  })

  it('tells datasets by public policy, what stands in the way of publication first, then what describes them', async () => {
    write('a.csv', GOOD)
    write('b.csv', DOUBTFUL)
    write('c.csv', WRONG)
    write('clubs/d.csv', GOOD)
    write('clubs/datapackage.json', packaged('d.csv', { policy: 'Vie associative' }))
    write('roads/e.csv', WRONG)
    write('roads/e.json', {
      title: 'E',
      license: 'lov2',
      tags: ['transport'],
      resources: [{ url: 'https://x.example/e.csv' }],
    })
    write('tool.json', '{"colour": "blue"}')
    await check()
    const shown = await look()
    deepEqual(outline(shown), [
      'Transports, no roads/e.csv',
      'Sans politique publique indiquée, no c.csv, nearly b.csv, yes a.csv',
      'Vie associative, yes clubs/d.csv',
      'Fiches et schémas, nearly clubs/datapackage.json, nearly roads/e.json',
    ])
    match(
      shown.summary,
      /^5 jeux de données\s: 2 pas encore prêts, 1 presque prêt, 2 prêts à publier\. S’y ajoutent 2 fiches ou schémas, à revoir\.$/,
    )
    deepEqual(
      shown.states.map(({ state, count }) => [state, count]),
      [
        ['no', 2],
        ['nearly', 1],
        ['yes', 2],
      ],
    )
    deepEqual(shown.untold, [])
    ok(shown.groups[1]!.hint)
    deepEqual(
      ['c.csv', 'clubs/d.csv', 'clubs/datapackage.json'].map(name => of(shown, name).lacksPolicy),
      [true, undefined, undefined],
    )
    deepEqual([of(shown, 'roads/e.csv').document, of(shown, 'c.csv').document], [uriOf('roads/e.json'), undefined])
  })

  it('tells of a dataset what was found, whence its schema is, how old it is, what for, and who keeps it', async () => {
    write('a.csv', WRONG)
    write('a.schema.json', {
      fields: [
        { name: 'jour', type: 'date' },
        { name: 'nombre', type: 'integer' },
      ],
    })
    write('datapackage.json', {
      ...packaged('a.csv', {
        purpose: 'Choisir les rues scolaires',
        frequency: 'monthly',
        governance: { steward: 'Service voirie' },
      }),
      modified: '2024-05-01',
    })
    await check()
    const { name, uri, told, rows, schema, freshness, purpose, keeper, place } = of(await look(), 'a.csv')
    deepEqual([name, uri, told, rows], ['a.csv', uriOf('a.csv'), '1 erreur', '2 lignes'])
    match(`${schema?.title}, ${schema?.told}`, /a\.schema\.json, trouvé à côté du fichier$/)
    deepEqual([purpose, keeper], ['Choisir les rues scolaires', 'Service voirie'])
    equal(freshness?.isLate, true)
    match(
      [freshness?.told, ...freshness!.more].join('; '),
      /^En retard depuis le 2 juin 2024; Modifié le 1er mai 2024; annoncé\s: tous les mois$/,
    )
    deepEqual(place?.start, { line: 2, character: 0 })
  })

  it('shows no person that a description names by a private mailbox', async () => {
    write('a.csv', GOOD)
    write(
      'datapackage.json',
      packaged('a.csv', { governance: { steward: 'anne.legoff@orange.fr' }, purpose: 'Joindre anne.legoff@orange.fr' }),
    )
    await check()
    const shown = await look()
    equal(of(shown, 'a.csv').keeper, 'Une personne, non montrée')
    doesNotMatch(JSON.stringify(shown), /legoff/)
    for (const format of ['html', 'markdown'] as const) {
      doesNotMatch(await saved(format), /legoff/)
    }
  })

  it('follows the disk and the text of open files', async () => {
    write('a.csv', GOOD)
    write('b.csv', GOOD)
    await check()
    deepEqual(await states(), ['Sans politique publique indiquée, yes a.csv, yes b.csv'])
    write('a.csv', WRONG)
    await changed('a.csv')
    deepEqual(await states(), ['Sans politique publique indiquée, no a.csv, yes b.csv'])
    await client.open(uriOf('b.csv'), DOUBTFUL)
    deepEqual(await states(), ['Sans politique publique indiquée, no a.csv, nearly b.csv'])
    await client.edit(uriOf('b.csv'), 2, 1, '2024-02-31;A')
    deepEqual(await states(), ['Sans politique publique indiquée, no a.csv, no b.csv'])
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('b.csv') } })
    deepEqual(await states(), ['Sans politique publique indiquée, no a.csv, yes b.csv'])
    rmSync(join(folder, 'a.csv'))
    deepEqual(await states(), ['Sans politique publique indiquée, yes b.csv'])
    // A client asks for what is found in a file that is new.
    write('d.csv', DOUBTFUL)
    await client.pull(uriOf('d.csv'))
    deepEqual(await states(), ['Sans politique publique indiquée, nearly d.csv, yes b.csv'])
    rmSync(join(folder, 'd.csv'))
    // A description says where a dataset belongs as soon as it is there and was checked.
    write('datapackage.json', packaged('b.csv', { policy: 'Environnement' }))
    await changed('datapackage.json')
    await check()
    deepEqual((await states())[0], 'Environnement, yes b.csv')
    await client.open(uriOf('datapackage.json'), JSON.stringify(packaged('b.csv', { policy: 'Transports' })))
    deepEqual((await states())[0], 'Transports, yes b.csv')
  })

  it('hears what a package above the folder says', async () => {
    write('datapackage.json', packaged('in/a.csv', { policy: 'Environnement' }))
    write('in/a.csv', GOOD)
    await check('in')
    deepEqual(outline(await look({ folders: [uriOf('in')] })), ['Environnement, yes a.csv'])
  })

  it('shows as many as are wanted of one verdict, and how many are left', async () => {
    for (const name of ['a', 'b', 'c', 'd']) write(`${name}.csv`, name < 'c' ? WRONG : GOOD)
    await check()
    const some = await look({ most: 3 })
    deepEqual([outline(some), some.left], [['Sans politique publique indiquée, no a.csv, no b.csv, yes c.csv'], 1])
    const ready = await look({ state: 'yes', most: 1 })
    deepEqual([outline(ready), ready.left], [['Sans politique publique indiquée, yes c.csv'], 1])
    match(ready.summary, /^4 jeux de données/)
  })

  it('says of files that nobody checked that they were not, and of what cannot be read that it cannot', async () => {
    write('a.csv', GOOD)
    await check()
    write('b.csv', GOOD)
    match((await look()).untold.join(), /^Un fichier n’a pas été vérifié/)
    write('c.csv', '')
    await check()
    const shown = await look()
    deepEqual([shown.untold, of(shown, 'c.csv').state], [[], 'no'])
  })

  it('writes the same as a page and as Markdown', async () => {
    write('a.csv', WRONG)
    write('<b>.csv', GOOD)
    await check()
    const page = await saved('html')
    match(page, /<th scope="row"[^>]*>a\.csv<\/th><td class="short">Pas encore prêt<\/td>/)
    match(page, /&lt;b&gt;\.csv/)
    doesNotMatch(page, /<b>|<script|href="#/)
    match(await saved('markdown'), /^\| a\.csv \| Pas encore prêt \| 1 erreur à traiter \| 2 \|/m)
  })

  it('tells of 5,000 files at most, and how many others there are', async () => {
    for (let i = 0; i < 5_002; i++) write(`many/${i}.csv`, GOOD)
    write('a.csv', GOOD)
    await check('none')
    const { untold, summary } = await look()
    match(summary, /^Aucun jeu de données/)
    match(untold[0]!, /^5\s000 fichiers n’ont pas été vérifiés/)
    match(untold[1]!, /les 5\s000 premiers fichiers\s; 3 autres ne sont que dans la vue Problèmes/)
  })
})
