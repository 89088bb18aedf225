import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FileChangeType } from 'vscode-languageserver'
import type { RowsWanted } from '../../../server/protocol/preview'
import { Desk } from './desk'

/** Rows that come to more than 50 MB. */
const ROWS = 2_000_000
/** Times that the preview is opened and closed to see what stays behind, the first ones for the heap to find its size. */
const TIMES = 15
const FIRST_ONES = 9
/** Megabytes that may stay behind of the others: less than the text of the first rows, 8 each time. */
const MAY_STAY = 40

describe('the preview of a file above 50 MB', () => {
  const desk = new Desk()
  const rowsOf = (uri: string, wanted: Partial<RowsWanted>) =>
    desk.client.ask('vigie/rows', { uri, view: {}, from: 0, count: 3, columns: [0, 1], ...wanted })
  const texts = async (uri: string, from: number) =>
    (await rowsOf(uri, { from }))!.rows.map(({ cells }) => cells.map(cell => cell?.text))

  it('shows its first rows at once, and all of them once they are counted', async () => {
    const uri = desk.write(
      'lourd.csv',
      `numero;date\n"deux\nlignes";25/02/2024\n${lines(i => `${i};2024-01-05 12:00:00`)}`,
    )
    const now = (await desk.client.ask('vigie/overview', { uri, when: 'now' }))!
    assert.match(
      now.part!.told,
      /\d{3}\u202F\d{3} premières lignes \(8\u00A0Mo sur \d\d\u00A0Mo\)\s; les suivantes arrivent/,
    )
    assert.ok(now.rows > 100_000 && now.rows < ROWS / 2)
    assert.equal((await rowsOf(uri, {}))!.total, now.rows)
    const counted = (await desk.client.ask('vigie/overview', { uri, when: 'counted' }))!
    assert.match(counted.part!.told, /toutes les lignes, mais recherche, tri, colonnes et verdict/)
    assert.deepEqual([counted.rows, counted.part!.rows], [ROWS + 1, now.rows])
    assert.deepEqual(await texts(uri, ROWS - 1), [
      [String(ROWS - 2), '2024-01-05 12:00:00'],
      [String(ROWS - 1), '2024-01-05 12:00:00'],
    ])
  })

  it('checks, searches and sorts the first rows alone, and says so of a cell behind them', async () => {
    const uri = desk.write(
      'lourd.csv',
      `numero;date\n"deux\nlignes";25/02/2024\n${lines(i => `${i};2024-01-05 12:00:00`)}`,
    )
    const counted = (await desk.client.ask('vigie/overview', { uri, when: 'counted' }))!
    const checked = (await desk.client.ask('vigie/overview', { uri, when: 'checked' }))!
    assert.equal(checked.rows, ROWS + 1)
    assert.match(checked.verdict!.sampled!, /faites vérifier tout le fichier/)
    assert.equal((await rowsOf(uri, {}))!.rows[0]!.cells[1]!.severity, 'warning')
    assert.equal((await rowsOf(uri, { view: { text: '777' } }))!.rows[0]!.row, 779)
    assert.equal((await rowsOf(uri, { view: { text: String(ROWS - 1) } }))!.total, 0)
    assert.equal((await rowsOf(uri, { view: { sort: { column: 0, order: 'down' } } }))!.total, counted.part!.rows)
    const known = (row: number) => desk.client.ask('vigie/cellKnown', { uri, row, column: 1 })
    const last = (await known(ROWS + 1))!
    // The first cell lies on two lines.
    assert.deepEqual(last.range.start, { line: ROWS + 2, character: String(ROWS - 1).length + 1 })
    assert.deepEqual([last.value, last.isUnchecked, last.findings], ['2024-01-05 12:00:00', true, []])
    assert.equal((await known(1))!.isUnchecked, undefined)
    assert.equal(await known(ROWS + 2), null)
  })

  it('shows all records of JSON and GeoJSON', async () => {
    const count = 250_000
    const feature = (i: number) => `{"type":"Feature","properties":${record(i)},"geometry":null}`
    const listed = (of: (i: number) => string) => `[\n${lines(i => of(i) + (i < count - 1 ? ',' : ''), count)}]`
    const files = {
      'lourd.jsonl': lines(record, count),
      'lourd.json': `${listed(record)}\n`,
      'lourd.geojson': `{"type":"FeatureCollection","features":${listed(feature)}}\n`,
    }
    for (const [name, text] of Object.entries(files)) {
      const uri = desk.write(name, text)
      const counted = (await desk.client.ask('vigie/overview', { uri, when: 'counted' }))!
      assert.ok(counted.part!.rows < count / 2)
      assert.equal(counted.rows, count, name)
      const columns = [counted.columns.findIndex(({ label }) => label === 'numero')]
      const { rows } = (await rowsOf(uri, { from: count - 1, columns }))!
      assert.deepEqual([rows.length, rows[0]!.cells[0]!.text], [1, String(count - 1)], name)
      const { range } = (await desk.client.ask('vigie/cellKnown', { uri, row: rows[0]!.row, column: columns[0]! }))!
      assert.equal(range.start.line, name === 'lourd.jsonl' ? count - 1 : count, name)
    }
  })

  it('tells no value in which personal data was found, wherever it lies', async () => {
    const secret = '1 84 12 76 451 089 46'
    const uri = desk.write(
      'agents.csv',
      `numero;nir\n${lines(i => `${i};${i % 1_000_000 === 999_999 ? secret : 'inconnu.............'}`)}`,
    )
    await desk.client.ask('vigie/overview', { uri, when: 'counted' })
    const { rows } = (await rowsOf(uri, { from: ROWS - 2 }))!
    assert.deepEqual(
      rows.map(({ cells }) => cells[1]),
      [{ text: 'inconnu.............' }, { text: '', isWithheld: true }],
    )
    const known = await desk.client.ask('vigie/cellKnown', { uri, row: ROWS, column: 1 })
    assert.ok(!JSON.stringify([rows, known]).includes(secret))
  })

  it('shows all rows of what is no UTF-8', async () => {
    const uri = desk.write(
      'lourd.csv',
      Buffer.from(`numero;nom\n${lines(i => `${i};Évry-sur-Seine et al.`)}`, 'latin1'),
    )
    await desk.client.ask('vigie/overview', { uri, when: 'first-rows' })
    assert.deepEqual((await texts(uri, 0))[0], ['0', 'Évry-sur-Seine et al.'])
    const counted = (await desk.client.ask('vigie/overview', { uri, when: 'counted' }))!
    assert.equal(counted.rows, ROWS)
    assert.deepEqual(await texts(uri, ROWS - 1), [[String(ROWS - 1), 'Évry-sur-Seine et al.']])
  })

  it('follows a file that becomes another, and lets go of one whose preview is closed', async () => {
    const uri = desk.write('lourd.csv', `numero;note\n${lines(i => `${i};avant..............`)}`)
    const counted = (await desk.client.ask('vigie/overview', { uri, when: 'counted' }))!
    assert.deepEqual((await texts(uri, ROWS - 1))[0], [String(ROWS - 1), 'avant..............'])
    desk.write('lourd.csv', `numero;note\n${lines(i => `${i + 1};après, autrement....`)}`)
    assert.deepEqual((await texts(uri, ROWS - 1))[0], [String(ROWS), 'après, autrement....'])
    assert.equal((await rowsOf(uri, {}))!.total, ROWS)
    const other = desk.write('autre.csv', `numero;note\n${lines(i => `${i + 2};remplacé...........`)}`)
    renameSync(fileURLToPath(other), fileURLToPath(uri))
    assert.deepEqual((await texts(uri, ROWS - 1))[0], [String(ROWS + 1), 'remplacé...........'])
    await desk.client.connection.sendNotification('vigie/previewClosed', { uri })
    const { total } = (await rowsOf(uri, {}))!
    assert.ok(total < ROWS && Math.abs(total - counted.part!.rows) < 100_000, String(total))
  })

  it('is judged again when the schema of its data package is another', async () => {
    const schema = desk.write('champs.json', schemaOf('string'))
    const resource = { name: 'lourd', path: 'lourd.csv', schema: 'champs.json' }
    desk.write('datapackage.json', JSON.stringify({ resources: [resource] }))
    const uri = desk.write('lourd.csv', `numero;note\n${lines(i => `${i};bien...............`)}`)
    const rules = async () => {
      const { verdict } = (await desk.client.ask('vigie/overview', { uri, when: 'checked' }))!
      return verdict!.first.map(({ rule }) => rule)
    }
    assert.ok(!(await rules()).includes('type-error'))
    desk.write('champs.json', schemaOf('integer'))
    const changes = [{ uri: schema, type: FileChangeType.Changed }]
    await desk.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    for (let tries = 0; tries < 100 && !(await rules()).includes('type-error'); tries++)
      await new Promise(done => setTimeout(done, 100))
    assert.ok((await rules()).includes('type-error'))
  })

  it('takes no more memory however often it is opened and closed', async () => {
    const uri = desk.write('lourd.csv', `numero;date\n${lines(i => `${i};2024-01-05 12:00:00`)}`)
    const taken: number[] = []
    for (let i = 0; i < TIMES; i++) {
      await desk.client.ask('vigie/overview', { uri, when: 'checked' })
      assert.equal((await desk.client.ask('vigie/overview', { uri, when: 'counted' }))!.rows, ROWS)
      assert.equal((await texts(uri, ROWS - 1)).length, 1)
      await desk.client.connection.sendNotification('vigie/previewClosed', { uri })
      taken.push(megabytesOf(desk.client.process.pid!))
    }
    const [settled, last] = [taken[FIRST_ONES - 1]!, taken.at(-1)!]
    assert.ok(last > 50 && last - settled < MAY_STAY, taken.map(Math.round).join(' '))
  })
})

function megabytesOf(process: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(process)], { encoding: 'utf8' })) / 1024
}

/** A schema that gives the notes a type. */
function schemaOf(type: string): string {
  return JSON.stringify({ fields: [{ name: 'numero' }, { name: 'note', type }] })
}

function lines(of: (i: number) => string, length = ROWS): string {
  return Array.from({ length }, (_, i) => `${of(i)}\n`).join('')
}

function record(i: number): string {
  return `{"numero":${i},"nom":"${'une commune, {[ '.repeat(14)}"}`
}
