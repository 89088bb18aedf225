import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { RowsWanted } from '../../../server/protocol/preview'
import { folderWith } from '../cli/run'
import { Client } from './client'

const uri = 'untitled:musees.csv'
const TEXT = [
  'nom;ville;entrees;date',
  'Musée du lavoir;Valbrume;1200;2024-01-05',
  'Musée du fil;Valbrume;950;25/02/2024',
  'Maison <b>rose</b>;Évry;;2024-03-01',
  'Musée du lavoir;Valbrume;1200;2024-01-05',
  `Long;${'x'.repeat(300)};3`,
  '',
].join('\n')

describe('the preview’s server', () => {
  let client: Client
  beforeEach(async () => {
    client = new Client()
    await client.begin({ language: 'fr', schemas: [{ files: '**', schema: 'none' }] })
    await client.open(uri, TEXT)
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
  })

  it('gives rows as they are, with what was found in them', async () => {
    // Rows do not wait for their findings; once those are there, they come with them.
    await client.found(uri)
    const answer = await client.ask('vigie/rows', { uri, view: {}, from: 1, count: 4, columns: [0, 1, 3] })
    assert.equal(answer?.total, 5)
    assert.deepEqual(
      answer.rows.map(({ row, cells }) => [row, cells.map(cell => cell?.text.slice(0, 20))]),
      [
        [2, ['Musée du fil', 'Valbrume', '25/02/2024']],
        [3, ['Maison <b>rose</b>', 'Évry', '2024-03-01']],
        [4, ['Musée du lavoir', 'Valbrume', '2024-01-05']],
        [5, ['Long', 'xxxxxxxxxxxxxxxxxxxx', undefined]],
      ],
    )
    assert.equal(answer.rows[0]!.cells[2]?.severity, 'warning')
    assert.equal(answer.rows[3]!.cells[1]?.isCut, true)
    assert.equal(answer.rows[3]!.cells[2], null)
  })

  it('gives the rows that are looked for, in the order wanted, and those that a rule is about', async () => {
    assert.deepEqual(await rows(client, { text: 'evry' }), [3])
    assert.deepEqual(await rows(client, { sort: { column: 2, order: 'down' } }), [1, 4, 2, 5, 3])
    assert.deepEqual(await rows(client, { rule: 'local-date' }), [2])
    assert.deepEqual(await rows(client, { rule: 'any', text: 'lavoir' }), [4])
    assert.deepEqual(await rows(client, { rule: 'spreadsheet-error' }), [])
  })

  it('follows the text, whatever the view', async () => {
    const asked = { uri, view: { text: 'lavoir' }, from: 0, count: 10, columns: [0] }
    const before = await client.ask('vigie/rows', asked)
    await client.edit(uri, 2, 1, 'Musée neuf;Valbrume;1200;2024-01-05')
    const after = await client.ask('vigie/rows', asked)
    assert.deepEqual([before?.total, after?.total], [2, 1])
    assert.ok(after!.version > before!.version)
  })

  it('says all that is known of a cell, where it lies, and which one lies at a place', async () => {
    const cell = await client.ask('vigie/cellKnown', { uri, row: 2, column: 3 })
    assert.equal(cell?.value, '25/02/2024')
    assert.deepEqual(cell.range, { start: { line: 2, character: 26 }, end: { line: 2, character: 36 } })
    assert.equal(cell.findings[0]?.rule, 'local-date')
    const here = await client.ask('vigie/cell', { uri, position: cell.range.start })
    assert.deepEqual([here?.row, here?.column], [2, 3])
    assert.equal(await client.ask('vigie/cellKnown', { uri, row: 5, column: 3 }), null)
  })

  it('writes a value with the quotes it needs', async () => {
    const answer = await client.ask('vigie/setCell', { uri, row: 1, column: 1, value: 'Val;brume', was: 'Valbrume' })
    assert.deepEqual(answer?.edits, [
      { range: { start: { line: 1, character: 16 }, end: { line: 1, character: 24 } }, newText: '"Val;brume"' },
    ])
    // Somebody else wrote there meanwhile.
    assert.equal(await client.ask('vigie/setCell', { uri, row: 1, column: 1, value: 'Lens', was: 'Arras' }), null)
  })

  it('keeps a table of one column one, whatever stands in a cell', async () => {
    const uri = 'untitled:seule.csv'
    const typed = async (rows: readonly string[], row: number, value: string) => {
      await client.open(uri, rows.join('\n'))
      const answer = await client.ask('vigie/setCell', { uri, row, column: 0, value, was: rows[row]! })
      const [edit] = answer!.edits
      await client.open(uri, rows.with(row, edit!.newText).join('\n'))
      const overview = await client.ask('vigie/overview', { uri, when: 'checked' })
      assert.equal(overview?.columns.length, 1)
      return edit!.newText
    }
    const places = ['lieu', 'Mairie', 'Halles']
    for (const value of ['Mairie;annexe', 'Mairie|annexe', 'Mairie\tannexe', 'Mairie, annexe', '1,20'])
      assert.equal(await typed(places, 1, value), `"${value}"`)
    // A decimal comma among others is known for one; between quotes it no longer would be.
    const prices = ['prix', ...Array.from({ length: 12 }, (_, i) => `${i},20`)]
    assert.equal(await typed(prices, 1, '1,30'), '1,30')
    assert.equal(await typed(prices, 0, 'prix, en euros'), '"prix, en euros"')
    assert.equal(await typed(prices, 1, 'gratuit,ou presque'), '"gratuit,ou presque"')
  })

  it('leaves an element that is no object as it is', async () => {
    const place = { uri: 'untitled:odd.json', row: 3, column: 1, value: '7', was: '' }
    const setIn = async (element: string) => {
      await client.open(place.uri, `[{"a":1,"b":2},{"a":3,"b":4},${element}]`)
      return (await client.ask('vigie/setCell', place))?.edits
    }
    for (const element of ['5', '"x"', '[5]']) assert.deepEqual(await setIn(element), [])
    assert.equal((await setIn('{}'))?.[0]?.newText, '"b": 7')
  })

  it('gives the verdict, with what to do first and where', async () => {
    const overview = await client.ask('vigie/overview', { uri, when: 'checked' })
    assert.equal(overview?.rows, 5)
    assert.deepEqual(
      overview.columns.map(({ isNumeric }) => isNumeric),
      [false, false, true, false],
    )
    const { state, headline, dimensions, first } = overview.verdict!
    assert.deepEqual([state, headline], ['no', 'Pas encore prêt'])
    assert.equal(first[0]?.rule, 'missing-cell')
    assert.deepEqual(first[0]?.place, { row: 5, column: 3 })
    assert.ok(first.every(({ isFixable }) => isFixable))
    assert.equal(dimensions.length, 8)
    assert.equal(dimensions.find(({ name }) => name === 'Structure du fichier')?.state, 'no')
  })

  it('counts every repair that loses nothing, those included of what need not be done first', async () => {
    const spaced = 'untitled:espaces.csv'
    await client.open(spaced, 'a;b;c;d;e;f\nx ;y ;z ;t ;u ;v \nx;y;z;t;u;v\n')
    const { first, repairable, dimensions } = (await client.ask('vigie/overview', { uri: spaced, when: 'checked' }))!
      .verdict!
    assert.ok(first.length < 6)
    assert.equal(repairable, 6)
    assert.equal((await client.ask('vigie/fixAll', { uri: spaced })).repairs, 6)
    assert.ok(dimensions.some(({ told }) => told === '6 constats'))
  })

  it('says of one error alone that it is one', async () => {
    const blank = 'untitled:vide.csv'
    await client.open(blank, 'nom;age;ville;code\nAnne;33;Lyon;a\nPaul;44;Lyon\nRose;55;Lyon;b\n')
    const { dimensions } = (await client.ask('vigie/overview', { uri: blank, when: 'checked' }))!.verdict!
    assert.ok(dimensions.some(({ told }) => told === '1 constat, une erreur'))
  })

  it('says of no cell that it is fine before it is checked', async () => {
    const long = 'untitled:visites.csv'
    const rows = Array.from({ length: 600_000 }, (_, i) => `${i};2024-01-05\n`)
    rows[4] = '4;25/02/2024\n'
    const opened = client.open(long, `numero;date\n${rows.join('')}`)
    const place = { uri: long, row: 5, column: 1 }
    const early = (await client.ask('vigie/cellKnown', place))!
    await opened
    assert.ok(early.isPending || early.findings.length > 0)
    await client.ask('vigie/overview', { uri: long, when: 'checked' })
    const { isPending, findings } = (await client.ask('vigie/cellKnown', place))!
    assert.deepEqual([isPending, findings.map(({ rule }) => rule)], [undefined, ['local-date']])
  })

  it('tells what to do first from what can be repaired', async () => {
    const other = 'untitled:entreprises.csv'
    await client.open(other, 'siren;nom;ville\n552100554;Lavoir;Valbrume\n552100555; Fil;Valbrume\n')
    const { first } = (await client.ask('vigie/overview', { uri: other, when: 'checked' }))!.verdict!
    assert.deepEqual(
      first.map(({ rule, isFixable }) => [rule, isFixable]),
      [
        ['malformed-siren', false],
        ['edge-whitespace', true],
      ],
    )
  })

  it('gives the columns at once, before anything is checked', async () => {
    const overview = await client.ask('vigie/overview', { uri, when: 'now' })
    assert.deepEqual(
      overview?.columns.map(({ label }) => label),
      ['nom', 'ville', 'entrees', 'date'],
    )
    assert.equal(overview.verdict, undefined)
  })

  it('gives a card of each column: figures, a picture and the sentence that says the same, a question', async () => {
    const answer = await client.ask('vigie/cards', { uri, columns: [1, 2] })
    const [town, entries] = answer!.cards
    assert.equal(town?.picture?.kind, 'bars')
    assert.equal(entries?.picture?.kind, 'histogram')
    assert.match(entries!.picture!.told, /^De 3 à 1\u202F200/)
    assert.ok(entries!.figures.some(({ name }) => name === 'Médiane'))
    assert.match(entries!.question, /\?$/)
  })

  it('tells how data.gouv.fr would note the document that describes the file', async () => {
    const folder = folderWith({
      'arbres.csv': 'essence;hauteur\nCharme;4\n',
      'autre.csv': 'essence;hauteur\nCharme;4\n',
      'datapackage.json': JSON.stringify({
        title: 'Arbres',
        licenses: [{ name: 'etalab-2.0' }],
        resources: [{ name: 'arbres', path: 'arbres.csv', format: 'csv' }],
      }),
    })
    const verdictOf = async (name: string) => {
      const file = `file://${join(folder, name)}`
      await client.open(file, 'essence;hauteur\nCharme;4\n')
      return (await client.ask('vigie/overview', { uri: file, when: 'checked' }))!.verdict!
    }
    const { score } = await verdictOf('arbres.csv')
    assert.equal(score!.told, '3 sur 9, d’après datapackage.json')
    assert.deepEqual(
      score!.criteria.flatMap(({ name, isMet }) => (isMet ? [name] : [])),
      ['un fichier dans un format ouvert', 'une licence', 'un fichier'],
    )
    assert.equal((await verdictOf('autre.csv')).score, undefined)
  })

  it('gives a verdict of the first rows of a long file, says so, and how much is checked', async () => {
    const file = { uri: 'untitled:long.csv' }
    const rows = Array.from({ length: 300_000 }, (_, i) => `${i};${i === 100 ? '25/02/2024' : '2024-01-05'}\n`)
    await client.open(file.uri, `numero;date\n${rows.join('')}12;25/02/2024\n`)
    const first = await client.ask('vigie/overview', { ...file, when: 'first-rows' })
    assert.match(first!.verdict!.sampled!, /^D’après les \d\d\u202F\d{3} premières lignes/)
    assert.equal(first!.rows, 300_001)
    assert.match(first!.verdict!.first[0]!.told, /^1 fois/)
    const { share } = (await client.ask('vigie/progress', file))!
    assert.ok(share >= 0 && share <= 1, String(share))
    const all = await client.ask('vigie/overview', { ...file, when: 'checked' })
    assert.match(all!.verdict!.first[0]!.told, /^2 fois/)
    assert.equal(all!.verdict!.sampled, undefined)
    assert.deepEqual(await client.ask('vigie/progress', file), { share: 1 })
    assert.equal(await client.ask('vigie/overview', { uri, when: 'first-rows' }), null)
  })

  it('gives a verdict of the first records of a long JSON table, whatever stands round them', async () => {
    const records = Array.from(
      { length: 150_000 },
      (_, i) => `{"numero":${i},"date":"${i === 100 ? '25/02/2024' : '2024-01-05'}"}`,
    )
    const features = records.map(
      (properties, i) =>
        `{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[-1,${i / 1e4}]}}`,
    )
    const texts = {
      'long.json': `[\n${records.join(',\n')}\n]\n`,
      'long.jsonl': `${records.join('\n')}\n`,
      'long.geojson': `{"type":"FeatureCollection","name":"essai","features":[\n${features.join(',\n')}\n]}\n`,
    }
    for (const [name, text] of Object.entries(texts)) {
      const file = { uri: `untitled:${name}` }
      await client.open(file.uri, text)
      const { rows, verdict } = (await client.ask('vigie/overview', { ...file, when: 'first-rows' }))!
      assert.equal(rows, 150_000)
      assert.match(verdict!.sampled!, /^D’après les \d+\u202F?\d{3} premières lignes/)
      const all = await client.ask('vigie/overview', { ...file, when: 'checked' })
      const rules = ({ first }: NonNullable<typeof verdict>) => first.map(({ rule }) => rule)
      // The frame of the records is whole, so that nothing is found in it that is not there.
      assert.deepEqual(rules(verdict!), rules(all!.verdict!))
      assert.ok(rules(verdict!).includes('local-date'), name)
    }
  })

  it('leads to the values farthest from the others, and draws points as a map', async () => {
    const usual = Array.from({ length: 20 }, (_, i) => `${10 + (i % 5)};${48 + i / 1_000};${-1 - i / 1_000}`)
    await client.open('untitled:arbres.csv', `hauteur;lat;lon\n${usual.join('\n')}\n900;48.01;-1.01\n12;0;0\n`)
    const answer = await client.ask('vigie/cards', { uri: 'untitled:arbres.csv', columns: [0, 1, 2] })
    const [height, latitude, longitude] = answer!.cards
    assert.deepEqual(height!.far, [{ told: '900 (ligne 22)', row: 21 }])
    assert.equal(latitude!.picture?.kind, 'map')
    assert.deepEqual(
      latitude!.far.map(({ row }) => row),
      [22],
    )
    assert.equal(longitude!.picture, undefined)
    assert.equal(longitude!.said, 'La carte des points est sous «\u00A0lat\u00A0».')
  })

  it('tells no value in which personal data was found, nor lets a search find it', async () => {
    const secret = '1 84 12 76 451 089 46'
    await client.open('untitled:agents.csv', `nom;nir\nA;${secret}\nB;inconnu\n`)
    const file = { uri: 'untitled:agents.csv' }
    const rows = async (view: object) =>
      client.ask('vigie/rows', { ...file, view, from: 0, count: 10, columns: [0, 1] })
    const all = await rows({})
    assert.equal(all?.rows[0]?.cells[1]?.isWithheld, true)
    assert.equal((await rows({ text: '84 12' }))?.total, 0)
    const answers = [
      all,
      await client.ask('vigie/cellKnown', { ...file, row: 1, column: 1 }),
      await client.ask('vigie/cards', { ...file, columns: [0, 1] }),
      await client.ask('vigie/overview', { ...file, when: 'checked' }),
    ]
    assert.ok(answers.every(answer => answer !== null && !JSON.stringify(answer).includes(secret)))
  })

  it('says nothing of what is no table', async () => {
    await client.open('untitled:vide.csv', '')
    for (const method of ['vigie/overview', 'vigie/rows', 'vigie/cellKnown', 'vigie/cards'] as const) {
      const params = {
        uri: 'untitled:vide.csv',
        when: 'checked' as const,
        view: {},
        from: 0,
        count: 1,
        columns: [0],
        row: 0,
        column: 0,
      }
      assert.equal(await client.ask(method, params), null)
    }
  })
})

async function rows(client: Client, view: RowsWanted['view']): Promise<readonly number[] | undefined> {
  const answer = await client.ask('vigie/rows', { uri, view, from: 0, count: 10, columns: [0] })
  return answer?.rows.map(({ row }) => row)
}
