import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { bread, breadSchema, folderWith, vigie } from './run'

const shop = () => folderWith({ 'shop.csv': bread, 'shop.schema.json': breadSchema })

function findings(folder: string, args: readonly string[], input = '') {
  const { stdout } = vigie(folder, ['lint', '--format', 'json', ...args], { input })
  return JSON.parse(stdout)
}

describe('vigie lint', () => {
  it('ends with 1 when something is wrong and 0 when nothing is', () => {
    equal(vigie(shop(), ['lint', 'shop.csv']).status, 1)
    equal(vigie(folderWith({ 'fine.csv': 'a;b\nx;y\n' }), ['lint', 'fine.csv']).status, 0)
  })

  it('fails from the severity that is asked for', () => {
    const folder = folderWith({ 'a.csv': 'name;town\nx ;y\nz;t\n' })
    equal(vigie(folder, ['lint', 'a.csv']).status, 0)
    equal(vigie(folder, ['lint', '--fail-on', 'warning', 'a.csv']).status, 1)
    equal(vigie(shop(), ['lint', '--fail-on', 'never', 'shop.csv']).status, 0)
  })

  it('says one line and ends with 2 when the order cannot be understood', () => {
    const folder = shop()
    for (const args of [
      ['lint'],
      [],
      ['polish', 'shop.csv'],
      ['infer', 'none.csv'],
      ['lint', '--colour', 'shop.csv'],
      ['lint', '--format', 'yaml', 'shop.csv'],
      ['lint', '--format'],
      ['lint', '--preset', 'most', 'shop.csv'],
      ['lint', '--rule', 'enum', 'shop.csv'],
      ['lint', '--rule', 'enum=loud', 'shop.csv'],
      ['lint', '--header', '0', 'shop.csv'],
      ['lint', '--encoding', 'klingon', 'shop.csv'],
      ['lint', '--delimiter', 'ab', 'shop.csv'],
      ['lint', '--today', '2026-02-30', 'shop.csv'],
      ['lint', '--threads', 'many', 'shop.csv'],
      ['lint', '--fail-on', 'maybe', 'shop.csv'],
      ['lint', '--dialect', 'none.json', 'shop.csv'],
      ['lint', '--config', 'none.json', 'shop.csv'],
      ['lint', '--schema', 'none.json', 'shop.csv'],
      ['lint', '--schema', 'http://127.0.0.1/schema.json', 'shop.csv'],
      ['lint', 'data.geojson'],
      ['explain', 'nothing-such'],
      ['explain'],
      ['explain', 'gini', 'enum'],
      ['explain', 'gini', '--format', 'json'],
      ['lint', '--unsafe', 'shop.csv'],
      ['lint', '--write', 'shop.csv'],
      ['lint', '--dry-run', 'shop.csv'],
      ['fix', '--format', 'json', 'shop.csv'],
      ['fix', '--write-baseline', 'known.json', 'shop.csv'],
      ['profile', '--fail-on', 'error', 'shop.csv'],
      ['infer', '--schema', 'none', 'shop.csv'],
      ['describe', '--overwrite', 'shop.csv'],
      ['schemas', '--format', 'json'],
      ['convert', '--delimiter', ';', 'shop.xlsx'],
    ]) {
      const { status, stderr } = vigie(folder, args)
      equal(status, 2, args.join(' '))
      match(stderr, /^vigie: .+\n$/, args.join(' '))
    }
  })

  it('takes the day of the order, else that of the machine, for today', () => {
    const folder = folderWith({ 'maj.csv': 'objet;date_maj\nBudget;2023-05-12\nVoirie;2999-01-01\n' })
    const rows = (args: readonly string[]) =>
      findings(folder, [...args, '--rule', 'implausible-date=warning', 'maj.csv']).files[0].diagnostics.map(
        ({ rule, row }: { rule: string; row: number }) => `${rule} ${row}`,
      )
    deepEqual(rows(['--today', '2023-05-11']), ['implausible-date 2', 'implausible-date 3'])
    deepEqual(rows([]), ['implausible-date 3'])
  })

  it('reads on when one file cannot be read, and ends with 2', () => {
    const { status, stdout, stderr } = vigie(shop(), ['lint', 'gone.csv', 'shop.csv'])
    equal(status, 2)
    match(stdout, /shop\.csv/)
    equal(stderr, 'vigie: gone.csv cannot be read.\n')
  })

  it('tells everything of a finding in JSON', () => {
    const { version, tool, files } = findings(shop(), ['shop.csv'])
    equal(version, 1)
    equal(tool.name, 'vigie')
    const [{ diagnostics, ...file }] = files
    deepEqual(file, {
      path: 'shop.csv',
      schema: { id: 'shop.schema.json', source: 'neighbour' },
      dialect: {
        encoding: 'utf-8',
        byteOrderMark: false,
        delimiter: ';',
        quoteChar: '"',
        lineTerminator: '\n',
        headerRow: 1,
      },
      rows: 2,
      columns: 2,
      complete: true,
      counts: { error: 1, warning: 0, information: 0, hint: 0 },
    })
    const [{ message, ...finding }] = diagnostics
    match(message, /1,20/)
    const range = { start: { line: 1, character: 6 }, end: { line: 1, character: 10 } }
    deepEqual(finding, {
      rule: 'decimal-comma',
      severity: 'error',
      row: 2,
      column: 2,
      field: 'price',
      value: '1,20',
      range,
      frictionless: 'type-error',
      concept: 'delimiter-and-decimal',
      fix: { safe: true, edits: [{ range, newText: '1.20' }] },
    })
  })

  it('prints the same bytes however often and with however many threads', () => {
    const folder = shop()
    const once = vigie(folder, ['lint', '--format', 'json', 'shop.csv']).stdout
    equal(vigie(folder, ['lint', '--format', 'json', '--threads', '4', 'shop.csv']).stdout, once)
  })

  it('reads standard input', () => {
    const folder = shop()
    const [file] = findings(folder, ['--schema', 'shop.schema.json', '-'], bread).files
    equal(file.path, '-')
    equal(file.schema.source, 'flag')
    equal(file.diagnostics.length, 1)
  })

  it('reads a folder in order of name, without hidden folders and node_modules', () => {
    const folder = folderWith({
      'data/b.csv': bread,
      'data/a.tsv': 'a\tb\nx\ty\n',
      'data/in/c.tab': 'a\tb\nx\ty\n',
      'data/.git/d.csv': bread,
      'data/node_modules/e.csv': bread,
      'data/notes.txt': 'nothing',
    })
    const paths = (given: string) => findings(folder, [given]).files.map(({ path }: { path: string }) => path)
    deepEqual(paths('data'), ['data/a.tsv', 'data/b.csv', 'data/in/c.tab'])
    deepEqual(paths('./data/'), ['./data/a.tsv', './data/b.csv', './data/in/c.tab'])
  })

  it('turns rules off and louder, on the command line and in vigie.json', () => {
    const folder = folderWith({
      'shop.csv': bread,
      'shop.schema.json': breadSchema,
      'vigie.json': '{ "rules": { "decimal-comma": "hint" } }',
    })
    const severity = (...args: string[]) => findings(folder, [...args, 'shop.csv']).files[0].diagnostics[0]?.severity
    equal(severity(), 'hint')
    equal(severity('--no-config'), 'error')
    equal(severity('--rule', 'decimal-comma=information'), 'information')
    equal(severity('--only-schema', '--no-config'), 'error')
    equal(severity('--rule', 'decimal-comma=off', '--rule', 'type-error=off'), undefined)
  })

  it('says so when vigie.json cannot be used, and ends with 2', () => {
    const folder = folderWith({ 'shop.csv': bread, 'vigie.json': '{ "preset": "most" }' })
    const { status, stderr } = vigie(folder, ['lint', 'shop.csv'])
    equal(status, 2)
    match(stderr, /preset/)
  })

  it('takes the dialect that it is told', () => {
    const folder = folderWith({
      'odd.csv': "# note\nproduct|price\n'a|b'|1\n",
      'dialect.json': `{ "delimiter": "|", "quoteChar": "'", "commentChar": "#", "headerRows": [2] }`,
    })
    const [file] = findings(folder, ['--dialect', 'dialect.json', 'odd.csv']).files
    equal(file.dialect.delimiter, '|')
    equal(file.dialect.quoteChar, "'")
    equal(file.dialect.headerRow, 2)
    equal(file.columns, 2)
    const [told] = findings(folder, ['--delimiter', ',', '--header', 'none', 'odd.csv']).files
    equal(told.dialect.delimiter, ',')
    equal(told.dialect.headerRow, null)
  })

  it('reads a table that is told to have no header under the fields of its schema, in their order', () => {
    const fields = [{ name: 'pain' }, { name: 'prix', type: 'number', constraints: { unique: true } }]
    const schema = { fields: [...fields, { name: 'four', constraints: { required: true } }] }
    const folder = folderWith({
      'vente.csv': 'miche;2\nseigle;cher\nbrioche;2\n',
      'schema.json': JSON.stringify(schema),
      'dialect.json': '{ "header": false }',
    })
    const told = (...args: string[]) =>
      findings(folder, ['--only-schema', '--schema', 'schema.json', ...args, 'vente.csv']).files[0].diagnostics.map(
        ({ rule, row, field }: Record<string, unknown>) => [rule, row, field],
      )
    const expected = [
      ['type-error', 2, 'prix'],
      ['missing-label', undefined, undefined],
      ['unique', 3, 'prix'],
    ]
    deepEqual(told('--header', 'none'), expected)
    deepEqual(told('--dialect', 'dialect.json'), expected)
  })

  it('leaves out the rows that a dialect calls comments, and reads what it calls no value as none', () => {
    const fields = [
      { name: 'pain', constraints: { required: true } },
      { name: 'prix', type: 'number' },
    ]
    const folder = folderWith({
      'vente.csv': 'vu le 3;par A. B.;et C.\npain;prix\nmiche;s.o.\ncaisse 2\ns.o.;3\n',
      'schema.json': JSON.stringify({ fields, missingValues: ['', '-'] }),
      'dialect.json': '{ "commentRows": [1, 4], "nullSequence": "s.o." }',
    })
    const [file] = findings(folder, ['--schema', 'schema.json', '--dialect', 'dialect.json', 'vente.csv']).files
    equal(file.rows, 2)
    equal(file.dialect.headerRow, 2)
    deepEqual(
      file.diagnostics.map(({ rule, row, column }: Record<string, unknown>) => [rule, row, column]),
      [['required', 5, 1]],
    )
  })

  it('names what a dialect asks for and does not get', () => {
    const files: Readonly<Record<string, string>> = {
      'a.csv': 'x;y\n1;2\n',
      'b.json': '{"old":[{"x":1}],"data":[{"x":1},{"x":2}]}',
    }
    const told = (file: string, dialect: object): readonly string[] => {
      const folder = folderWith({ ...files, 'dialect.json': JSON.stringify(dialect) })
      const [report] = findings(folder, ['--only-schema', '--dialect', 'dialect.json', file]).files
      const named = report.diagnostics.filter(({ message }: { message: string }) => message.includes('dialect'))
      equal(report.complete, named.length === 0 && report.diagnostics.length === 0)
      return named.map(({ message }: { message: string }) => /for “(.+?)”, which/.exec(message)![1])
    }
    deepEqual(told('a.csv', { lineTerminator: '|', doubleQuote: false }), ['lineTerminator: "|"', 'doubleQuote: false'])
    deepEqual(told('a.csv', { doubleQuote: true, escapeChar: '\\' }), ['doubleQuote: true'])
    deepEqual(told('a.csv', { doubleQuote: false, escapeChar: '\\', lineTerminator: '\r\n', property: 'data' }), [])
    deepEqual(told('a.csv', { doubleQuote: false, quoteChar: null, skipInitialSpace: true }), [])
    deepEqual(told('b.json', { property: 'data', itemType: 'object', itemKeys: ['x'], lineTerminator: '|' }), [])
    deepEqual(told('b.json', { property: 'old', itemType: 'array' }), ['property: old', 'itemType: array'])
    deepEqual(told('b.json', { json: { property: 'old' } }), ['property: old'])
  })

  it('reads no quotes where the dialect says that there are none', () => {
    const folder = folderWith({
      'a.csv': 'x;y\n"1;2\nz";3\n',
      'dialect.json': '{ "quoteChar": null, "delimiter": ";" }',
    })
    const [file] = findings(folder, ['--only-schema', '--dialect', 'dialect.json', 'a.csv']).files
    deepEqual([file.rows, file.dialect.quoteChar, file.diagnostics], [2, '', []])
  })

  it('takes a dialect in the layout of Frictionless, and never what it escapes, quotes or comments with for a delimiter', () => {
    const folder = folderWith({
      'a.csv': 'pain,prix\n%miche, 2 kg%,3\n',
      'a.json': '{ "headerRows": [1], "csv": { "quoteChar": "%" } }',
      'b.csv': 'pain,prix\n"la |"miche|"",3\n"le |"seigle|"",4\n',
      'b.json': '{ "escapeChar": "|" }',
      'c.csv': '|le pain\npain,prix\nmiche,3\n|le reste\nseigle,4\n',
      'c.json': '{ "commentChar": "|" }',
    })
    for (const name of ['a', 'b', 'c']) {
      const [file] = findings(folder, ['--only-schema', '--dialect', `${name}.json`, `${name}.csv`]).files
      deepEqual([name, file.dialect.delimiter, file.columns, file.diagnostics], [name, ',', 2, []])
    }
  })

  it('reads what a sign protects that it is told of, between quotes or not, and writes repairs that read the same', () => {
    const fields = [
      { name: 'le, pain', constraints: { enum: ['miche, 2 kg', '#1', 'a-b', '|x'] } },
      { name: 'prix', type: 'number', decimalChar: ',' },
    ]
    const folder = folderWith({
      'vente.csv': 'le|, pain,prix\nmiche|, 2 kg,1|,5\n|#1,"2|,5"\n"a-b",x\n||x,1|\n2\nMiche|, 2 kg,3\n',
      'schema.json': JSON.stringify({ fields }),
      'dialect.json': '{ "escapeChar": "|", "quoteChar": "#" }',
      'quoted.json': '{ "escapeChar": "|" }',
    })
    const told = (dialect: string) =>
      findings(folder, ['--only-schema', '--schema', 'schema.json', '--dialect', dialect, 'vente.csv'])
        .files[0].diagnostics.map(({ rule, row, column }: Record<string, unknown>) => `${rule} ${row}:${column}`)
        .join(', ')
    equal(told('quoted.json'), 'type-error 4:2, type-error 5:2, enum 6:1')
    equal(told('dialect.json'), 'type-error 3:2, enum 4:1, type-error 4:2, type-error 5:2, enum 6:1')
    const fix = ['fix', '--schema', 'schema.json', '--dialect', 'quoted.json', 'vente.csv', '--dry-run']
    match(vigie(folder, fix).stdout, /^\+"miche, 2 kg",3$/m)
  })

  it('takes the encoding that it is told', () => {
    const folder = folderWith({ 'a.csv': Buffer.from('nom;ville\nRen\u00e9;Ch\u00e2lons\n', 'latin1') })
    equal(findings(folder, ['--encoding', 'latin1', 'a.csv']).files[0].dialect.encoding, 'windows-1252')
  })

  it('never takes a picture for a table', () => {
    const folder = folderWith({ 'a.csv': Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex') })
    const [file] = findings(folder, ['a.csv']).files
    equal(file.dialect, null)
    equal(file.rows, 0)
  })

  it('prints an empty report in order when no file can be read', () => {
    const { status, stdout } = vigie(shop(), ['lint', '--format', 'json', 'gone.csv'])
    equal(status, 2)
    deepEqual(JSON.parse(stdout).files, [])
  })
})

describe('formats of vigie lint', () => {
  it('text tells where, what and what to do next', () => {
    const { stdout } = vigie(shop(), ['lint', 'shop.csv'])
    match(stdout, /2:2 +error +“1,20”/)
    match(stdout, /Can be repaired: replace with “1\.20”\./)
    match(stdout, /vigie fix shop\.csv\n$/)
    equal(stdout.includes('\u001B'), false)
  })

  it('text speaks French unless the system speaks English', () => {
    const folder = shop()
    match(vigie(folder, ['lint', 'shop.csv'], { env: { LC_ALL: 'C' } }).stdout, /erreur/)
    match(vigie(folder, ['lint', '--language', 'fr', 'shop.csv']).stdout, /erreur/)
    match(vigie(folder, ['lint', '--language', 'en', 'shop.csv'], { env: { LC_ALL: 'fr_FR' } }).stdout, /error/)
  })

  it('text lets one line stand for more than 20 findings', () => {
    const rows = Array.from({ length: 30 }, () => 'bread;1,20\n').join('')
    const folder = folderWith({ 'shop.csv': `product;price\n${rows}`, 'shop.schema.json': breadSchema })
    const { stdout } = vigie(folder, ['lint', 'shop.csv'])
    match(stdout, /column price, 30 times, 100% of the rows: 2, 3, 4/)
    equal(stdout.match(/“1,20”/g)?.length, 1)
  })

  it('sarif gives places from 1 and the safe fix', () => {
    const { stdout } = vigie(shop(), ['lint', '--format', 'sarif', 'shop.csv'])
    const { version, runs } = JSON.parse(stdout)
    equal(version, '2.1.0')
    const [{ tool, results, columnKind }] = runs
    equal(columnKind, 'utf16CodeUnits')
    const [{ ruleId, ruleIndex, level, locations, fixes }] = results
    equal(tool.driver.rules[ruleIndex].id, ruleId)
    equal(level, 'error')
    deepEqual(locations[0].physicalLocation, {
      artifactLocation: { uri: 'shop.csv' },
      region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 11 },
    })
    equal(fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '1.20')
  })

  it('github writes one command a finding and escapes what would end it', () => {
    const folder = folderWith({ 'a,b.csv': bread, 'a,b.schema.json': breadSchema })
    const { stdout } = vigie(folder, ['lint', '--format', 'github', 'a,b.csv'])
    match(stdout, /^::error file=a%2Cb\.csv,line=2,endLine=2,col=7,endColumn=11,title=[^:]+::“1,20”.+\n$/)
  })

  it('html escapes the data and needs no other file', () => {
    const folder = folderWith({ 'a.csv': 'name;town\n<script> ;y\nz;t\n' })
    const { stdout } = vigie(folder, ['lint', '--format', 'html', 'a.csv'])
    match(stdout, /^<!doctype html>/)
    match(stdout, /&lt;script&gt;/)
    doesNotMatch(stdout, /<script|<link|src=/)
  })
})

describe('vigie --help and the other verbs', () => {
  it('prints its use and its version', () => {
    equal(vigie(shop(), ['--help']).status, 0)
    match(vigie(shop(), ['--help']).stdout, /vigie lint/)
    match(vigie(shop(), ['--version']).stdout, /^\d+\.\d+\.\d+\n$/)
  })

  it('lists the schemas, and those that a file resembles', () => {
    match(vigie(shop(), ['schemas']).stdout, /^scdl\/deliberations {2}\S+ {2}\S/m)
    const folder = folderWith({ 'd.csv': 'COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET\n' })
    match(vigie(folder, ['schemas', 'd.csv']).stdout, /^d\.csv\n {2}scdl\/deliberations/)
  })

  it('explains a concept with its official references', () => {
    const { stdout } = vigie(shop(), ['explain', 'siren-siret', '--language', 'fr'])
    match(
      stdout,
      /^SIREN et SIRET\n=+\n[\s\S]+L’enjeu[\s\S]+\nRéférences officielles\u00A0:\nhttps:\/\/www\.data\.gouv\.fr\//,
    )
    doesNotMatch(vigie(shop(), ['explain', 'gini', '--language', 'fr']).stdout, /Références officielles/)
  })

  it('explains a rule in the language of the reader', () => {
    match(vigie(shop(), ['explain', 'internal-error']).stdout, /^[A-Z].+\n=+\n/)
    match(vigie(shop(), ['explain', 'internal-error', '--language', 'fr']).stdout, /^Règle/)
  })

  it('starts the language server', async () => {
    const request = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    })
    const server = spawn(process.env.VIGIE_NODE20 ?? process.execPath, ['dist/cli.js', 'server', '--stdio'])
    server.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`)
    const [answer] = await once(server.stdout, 'data')
    server.kill()
    match(String(answer), /^Content-Length: \d+\r\n\r\n/)
  }).timeout(20_000)
})
