import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { agentIn, allLeave } from './agent'
import { bread, breadSchema, folderWith, vigie } from './run'

const shop = { 'shop.csv': bread, 'shop.schema.json': breadSchema }
const sample = () => {
  const folder = folderWith({})
  cpSync('test/samples/subventions-2024.csv', join(folder, 'grants.csv'))
  return folder
}

afterEach(allLeave)

describe('vigie_lint', () => {
  it('groups findings by rule and column, with the first cells and the way out', async () => {
    const agent = await agentIn(folderWith(shop))
    const { files, counts, groups, notes } = await agent.facts('vigie_lint', { paths: ['shop.csv'] })
    deepEqual(files, [
      {
        path: 'shop.csv',
        schema: 'Schema: shop.schema.json (found beside the file)',
        rows: 2,
        columns: 2,
        complete: true,
        counts,
      },
    ])
    deepEqual(counts, { error: 1, warning: 0, information: 0, hint: 0 })
    const [{ title, concept, cells, ...group }] = groups
    ok(title && concept)
    deepEqual(group, {
      path: 'shop.csv',
      rule: 'decimal-comma',
      severity: 'error',
      column: 2,
      field: 'price',
      count: 1,
      share: 0.5,
      safelyRepairable: 1,
      repair: 'safe',
    })
    const [{ message, ...cell }] = cells
    match(message, /“1,20”/)
    deepEqual(cell, { row: 2, value: '1,20', becomes: '1.20' })
    deepEqual(notes, [])
  })

  it('counts as vigie lint does, and tells the rest page by page', async () => {
    const folder = sample()
    const agent = await agentIn(folder)
    const { stdout } = vigie(folder, ['lint', '--format', 'json', 'grants.csv'])
    const [{ counts, diagnostics }] = JSON.parse(stdout).files
    const whole = await agent.facts('vigie_lint', { groups: 50 })
    deepEqual(whole.counts, counts)
    equal(
      whole.groups.reduce((sum: number, { count }: any) => sum + count, 0),
      diagnostics.length,
    )
    equal(whole.nextCursor, undefined)
    const pages = []
    for (let cursor: number | undefined = 0; cursor !== undefined; ) {
      const page = await agent.facts('vigie_lint', { groups: 4, cursor })
      ok(page.groups.length <= 4)
      pages.push(...page.groups)
      cursor = page.nextCursor
    }
    deepEqual(pages, whole.groups)
  })

  it('tells more cells of one rule or column, from a row on', async () => {
    const agent = await agentIn(sample())
    const asked = { rule: 'local-date', cells: 2 }
    const [group] = (await agent.facts('vigie_lint', asked)).groups
    deepEqual([group.cells.map(({ row }: any) => row), group.moreCells], [[2, 3], true])
    const [later] = (await agent.facts('vigie_lint', { ...asked, fromRow: 26 })).groups
    deepEqual([later.cells.map(({ row }: any) => row), later.count], [[26, 27], 2])
    for (const column of ['montant', 8, '8'])
      deepEqual(
        (await agent.facts('vigie_lint', { column })).groups.map(({ field }: any) => field),
        ['montant'],
      )
  })

  it('follows what it is asked: schema, preset, rules and the options of the command line', async () => {
    const folder = folderWith({ ...shop, 'vigie.json': '{"rules":{"decimal-comma":"off"}}' })
    const rules = async (args: object, ...options: string[]) => {
      const { groups } = await (await agentIn(folder, options)).facts('vigie_lint', { paths: ['shop.csv'], ...args })
      return groups.map(({ rule, severity }: any) => `${rule} ${severity}`)
    }
    deepEqual(await rules({}), ['type-error error'])
    deepEqual(await rules({}, '--no-config'), ['decimal-comma error'])
    deepEqual(await rules({}, '--rule', 'decimal-comma=hint'), ['decimal-comma hint'])
    deepEqual(await rules({ rules: { 'decimal-comma': 'warning' } }, '--no-config'), ['decimal-comma warning'])
    deepEqual(await rules({ schema: 'none' }, '--no-config'), [])
  })

  it('reads broken files, and says what it cannot read', async () => {
    const agent = await agentIn(folderWith({ 'broken.csv': 'a;"b\n1;2;3\n"4;5', 'x.json': '{"a":1}', 'empty.csv': '' }))
    const { files, groups } = await agent.facts('vigie_lint', { paths: ['broken.csv', 'empty.csv'] })
    equal(files.length, 2)
    ok(groups.some(({ rule }: any) => rule === 'unclosed-quote' || rule === 'stray-quote'))
    match(await agent.refusal('vigie_lint', { paths: ['x.json'] }), /^x\.json is not checked: this file is no JSON/)
    equal(await agent.refusal('vigie_lint', { paths: ['none.csv'] }), 'There is no none.csv.')
  })

  it('opens no connection', async () => {
    const agent = await agentIn(folderWith(shop))
    const said = await agent.refusal('vigie_lint', { paths: ['shop.csv'], schema: 'https://example.org/s.json' })
    match(said, /^https:\/\/example\.org\/s\.json is not read: this server opens no connection/)
    match(await agent.refusal('vigie_lint', { schema: 'scdl/none' }), /^Neither the catalogue nor the folder/)
  })
})

describe('the folders of vigie mcp', () => {
  it('are not left, by steps, by a whole path or by a link', async () => {
    const outside = folderWith({ 'secret.csv': 'name\nanything\n' })
    const folder = folderWith(shop)
    symlinkSync(join(outside, 'secret.csv'), join(folder, 'link.csv'))
    symlinkSync(outside, join(folder, 'links'))
    const agent = await agentIn(folder)
    const paths = [
      join(outside, 'secret.csv'),
      join(outside, 'none.csv'),
      '../secret.csv',
      'link.csv',
      'links/secret.csv',
      'links',
      '/etc/passwd',
    ]
    for (const path of paths) {
      const said = `${path} is not in a folder given to this server, which reads and writes nothing elsewhere.`
      equal(await agent.refusal('vigie_lint', { paths: [path] }), said)
      equal(await agent.refusal('vigie_fix', { path, dryRun: false }), said)
      equal(await agent.refusal('vigie_profile', { path }), said)
      equal(await agent.refusal('vigie_schema', { path }), said)
      equal(await agent.refusal('vigie_lint', { schema: path }), said)
    }
    deepEqual(
      (await agent.facts('vigie_lint')).files.map(({ path }: any) => path),
      ['shop.csv', 'shop.schema.json'],
    )
  })

  it('may be several, and standard input is no file of theirs', async () => {
    const [one, other] = [folderWith(shop), folderWith({ 'far.csv': bread, '-': bread })]
    const agent = await agentIn(folderWith({}), [one, other])
    equal((await agent.facts('vigie_lint', { paths: ['shop.csv'] })).files[0].path, 'shop.csv')
    match((await agent.facts('vigie_lint', { paths: ['far.csv'] })).files[0].path, /far\.csv$/)
    const dashed = await agentIn(other)
    equal((await dashed.facts('vigie_lint', { paths: ['-'] })).files[0].rows, 2)
  })
})

describe('vigie_fix', () => {
  const wanted = bread.replace('1,20', '1.20')

  it('shows what would change, and writes it only when asked', async () => {
    const folder = folderWith(shop)
    const agent = await agentIn(folder)
    const file = () => readFileSync(join(folder, 'shop.csv'), 'utf8')
    const { repaired, ...shown } = await agent.facts('vigie_fix', { path: 'shop.csv' })
    deepEqual([shown.written, file()], [false, bread])
    deepEqual(repaired[0].examples, [{ row: 2, column: 2, field: 'price', before: '1,20', after: '1.20' }])
    const done = await agent.facts('vigie_fix', { path: 'shop.csv', dryRun: false })
    deepEqual([done.written, done.repaired.length, file()], [true, 1, wanted])
    const again = await agent.facts('vigie_fix', { path: 'shop.csv', dryRun: false })
    deepEqual([again.written, again.repaired], [false, []])
  })

  it('writes what vigie fix writes', async () => {
    for (const unsafe of [false, true]) {
      const [ours, theirs] = [sample(), sample()]
      const args = unsafe ? ['--unsafe'] : []
      vigie(theirs, ['fix', ...args, 'grants.csv'])
      const agent = await agentIn(ours)
      await agent.facts('vigie_fix', { path: 'grants.csv', dryRun: false, unsafe })
      deepEqual(readFileSync(join(ours, 'grants.csv')), readFileSync(join(theirs, 'grants.csv')))
    }
  })

  it('tells what waits for a decision, and guesses nothing', async () => {
    const agent = await agentIn(sample())
    const { waiting, notes } = await agent.facts('vigie_fix', { path: 'grants.csv' })
    const date = waiting.find(({ rule }: any) => rule === 'ambiguous-date')
    deepEqual(
      [date.choice, date.ways, date.field],
      [true, ['Replace with “2024-06-08”', 'Replace with “2024-08-06”'], 'dateConvention'],
    )
    match(notes[0], /^11 cells could be read by what was just repaired/)
  })

  it('repairs what some rules find and no more', async () => {
    const folder = sample()
    const agent = await agentIn(folder)
    const asked = { path: 'grants.csv', only: ['edge-whitespace'], dryRun: false }
    const { repaired } = await agent.facts('vigie_fix', asked)
    deepEqual(
      repaired.map(({ rule, count }: any) => [rule, count]),
      [['edge-whitespace', 2]],
    )
    match(readFileSync(join(folder, 'grants.csv'), 'utf8'), /;1500,00;/)
  })

  it('repairs one file at a time', async () => {
    const agent = await agentIn(folderWith({ 'd/a.csv': bread, 'd/b.csv': bread, 'e/x.txt': '' }))
    equal(await agent.refusal('vigie_fix', { path: 'd' }), 'd holds several files: name one of them.')
    equal(await agent.refusal('vigie_fix', { path: 'e' }), 'e holds no dataset.')
  })
})

describe('vigie_profile', () => {
  it('tells the facts of columns, page by page or by name', async () => {
    const agent = await agentIn(sample())
    const { rows, columnCount, columns, nextCursor } = await agent.facts('vigie_profile', {
      path: 'grants.csv',
      limit: 8,
    })
    deepEqual([rows, columnCount, columns.length, nextCursor], [26, 13, 8, 8])
    const { columns: rest } = await agent.facts('vigie_profile', { path: 'grants.csv', cursor: 8 })
    equal(rest[0].column, 9)
    const { columns: named } = await agent.facts('vigie_profile', { path: 'grants.csv', columns: ['montant', 3] })
    deepEqual(
      named.map(({ column }: any) => column),
      [3, 8],
    )
    deepEqual([named[1].declared, named[1].numbers.least], [{ type: 'number' }, 450])
    match(named[1].meanAndMedian, /median/)
  })

  it('refuses what is no table', async () => {
    const agent = await agentIn(folderWith(shop))
    equal(await agent.refusal('vigie_profile', { path: 'shop.schema.json' }), 'shop.schema.json is not a table.')
  })
})

describe('vigie_explain', () => {
  it('gives the page of a rule or a concept, or names those that speak of a word', async () => {
    const agent = await agentIn(folderWith({}))
    const rule = await agent.facts('vigie_explain', { id: 'local-date' })
    deepEqual([rule.kind, rule.title, rule.see], ['rule', 'Date not written YYYY-MM-DD', ['iso-8601-date']])
    const concept = await agent.facts('vigie_explain', { id: 'accuracy' })
    equal(concept.kind, 'concept')
    ok(concept.references.length > 0 && concept.page.startsWith('# '))
    match(await agent.refusal('vigie_explain', { id: 'décimale' }), /these speak of it: .*decimal-comma/)
    equal(await agent.refusal('vigie_explain', { id: 'xyzzy' }), 'Neither a rule nor a concept is called “xyzzy”.')
  })
})

describe('vigie_schema', () => {
  it('looks through the catalogue, recognises a file and tells the fields', async () => {
    const agent = await agentIn(sample())
    const { schemas } = await agent.facts('vigie_schema', { search: 'Délibérations' })
    ok(schemas.some(({ id }: any) => id === 'scdl/deliberations'))
    const { candidates, applies } = await agent.facts('vigie_schema', { path: 'grants.csv' })
    deepEqual([candidates[0].id, applies], ['scdl/subventions', 'scdl/subventions'])
    const { schema, fields } = await agent.facts('vigie_schema', { id: applies })
    equal(schema.fieldCount, fields.length)
    deepEqual(fields[2].name, 'dateConvention')
    const { schemas: first, nextCursor } = await agent.facts('vigie_schema')
    const { schemas: next } = await agent.facts('vigie_schema', { cursor: nextCursor })
    ok(first.length > 0 && next.length > 0 && first[0].id !== next[0].id)
    match(await agent.refusal('vigie_schema', { id: 'scdl/none' }), /^The catalogue has no schema scdl\/none/)
    match(await agent.refusal('vigie_schema', { search: 'xyzzy' }), /“xyzzy”/)
  })
})

describe('personal data and agents', () => {
  const persons = Array.from({ length: 30 }, (_, index) => ({
    mail: `camille.roux${index}@example.org`,
    phone: `06 39 98 12 ${String(index + 10)}`,
  }))
  const rows = persons.map(
    ({ mail, phone }, index) => `Club ${index}; ${mail} ;${phone};1${index % 9}/04/2024;${index},50\n`,
  )
  const files = {
    'clubs.csv': `club;email;telephone;date;amount\n${rows.join('')}`,
    // A first row that passes for labels.
    'bare.csv': persons.map(({ mail, phone }, index) => `${mail};${phone};${index}\n`).join(''),
    // A label that is an address, among those of a schema.
    'grants.csv': `nomAttribuant;idAttribuant;nomBeneficiaire;montant;${persons[0]!.mail}\n${persons.map(({ mail }, index) => `Valbrume;21990017200012;Club;${index};${mail}\n`).join('')}`,
    'clubs.json': JSON.stringify(persons),
  }

  it('are never told, whatever is asked', async () => {
    const folder = folderWith(files)
    for (const language of ['fr', 'en']) {
      const agent = await agentIn(folder, ['--language', language])
      for (const path of Object.keys(files)) {
        for (const preset of ['essentiel', 'standard', 'complet'])
          await agent.facts('vigie_lint', { paths: [path], preset, cells: 50, groups: 50 })
        await agent.facts('vigie_fix', { path })
        await agent.facts('vigie_fix', { path, unsafe: true })
        await agent.facts('vigie_profile', { path, preset: 'essentiel' })
        await agent.ask('tools/call', { name: 'vigie_schema', arguments: { path } })
        await agent.ask('tools/call', { name: 'vigie_profile', arguments: { path, columns: ['none'] } })
      }
      ok(agent.heard.length > 20)
      const told = JSON.stringify(agent.heard) + agent.stderr
      match(told, /personal-email/)
      doesNotMatch(told, /camille|39 98 12/)
    }
  })

  it('are told to nobody who asks that the rules be silent, or be fewer', async () => {
    const path = 'mails.csv'
    const text = `id;born\n${Array.from({ length: 40 }, (_, index) => `${index};19${50 + index}-0${1 + (index % 9)}-11\n`).join('')}`
    const agent = await agentIn(folderWith({ [path]: text.replace('born', 'birth_date') }))
    for (const rule of ['personal-email', 'birth-date'])
      match(
        await agent.refusal('vigie_lint', { paths: [path], rules: { [rule]: 'off' } }),
        new RegExp(`^The rule ${rule} protects personal data`),
      )
    // The rule is none of the essential ones.
    const { columns } = await agent.facts('vigie_profile', { path, preset: 'essentiel' })
    equal(columns[1].isWithheld, true)
  })
})
