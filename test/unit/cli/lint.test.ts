import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { bread, breadSchema, findings, folderWith, vigie } from './run'

const shop = () => folderWith({ 'shop.csv': bread, 'shop.schema.json': breadSchema })

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

  it('reads as many columns as a spreadsheet has, and takes no whole row of a wider table for one that is too long', () => {
    const folder = folderWith({ 'wide.csv': `${[20_000, 20_000, 19_999, 20_001].map(numbered).join('\n')}\n` })
    const { files } = findings(folder, ['wide.csv'])
    const [{ diagnostics, columns, complete }] = files
    deepEqual({ columns, complete }, { columns: 16_384, complete: false })
    deepEqual(
      diagnostics.map(({ rule, row, column }: Readonly<Record<string, unknown>>) => [rule, row, column]),
      [
        ['missing-cell', 3, 20_000],
        ['extra-cell', 4, 20_001],
        ['not-checked', undefined, undefined],
      ],
    )
  })

  it('says one line and ends with 2 when the disk takes no more of the report', function () {
    if (!existsSync('/dev/full')) this.skip()
    const lint = `"${process.execPath}" "${resolve('dist/cli.js')}" lint --format json --language en shop.csv > /dev/full`
    const { status, stderr } = spawnSync('sh', ['-c', lint], { cwd: shop(), encoding: 'utf8' })
    equal(status, 2)
    match(stderr, /^vigie: What Vigie had to say could not be written to its end \(ENOSPC\)[^\n]*\n$/)
  })

  it('ends with what it found when its reader leaves before the end, as head does', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `bread ${i};${i},5`)
    const files = { 's.json': breadSchema, 'b.csv': bread.replace(',', '.') }
    const folder = folderWith({ ...files, 'a.csv': ['product;price', ...rows].join('\n') })
    const lint = `"${process.execPath}" "${resolve('dist/cli.js')}" lint --schema s.json --format json`
    const ended = (args: string) => {
      // The reader is gone before anything is written.
      const command = `rm -f status; { ( sleep 0.3; ${lint} ${args}; echo $? > status ) | true; }; while [ ! -s status ]; do sleep 0.1; done; cat status`
      const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
      return [stdout, stderr]
    }
    deepEqual(ended('a.csv b.csv'), ['1\n', ''])
    deepEqual(ended('b.csv'), ['0\n', ''])
    deepEqual(ended('--fail-on never a.csv'), ['0\n', ''])
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

  it('says in one line what vigie.json says without effect, and goes on', () => {
    const settings = {
      presett: 'complet',
      rules: { 'edge-whitespce': 'off' },
      overrides: [{ files: '*', columns: { price: { outlierr: 'off' } } }],
    }
    const files = { 'shop.csv': bread, 'b/shop.csv': bread, 'vigie.json': JSON.stringify(settings) }
    const told =
      'vigie: vigie.json says what this version does not know, which has no effect: the rule “edge-whitespce”, the rule “outlierr”, the key “presett”.\n'
    for (const more of [[], ['--config', 'vigie.json'], ['--threads', '2']]) {
      const { status, stderr } = vigie(folderWith(files), ['lint', 'shop.csv', 'b/shop.csv', ...more])
      equal(status, 0)
      equal(stderr.replace(/^vigie: \/\S*\/vigie/, 'vigie: vigie'), told)
    }
    const spoilt = {
      ...settings,
      accepted: [{ rule: 'enum', files: '*', reason: '', author: '', until: '2026-02-30' }],
    }
    equal(
      vigie(folderWith({ 'shop.csv': bread, 'vigie.json': JSON.stringify(spoilt) }), ['lint', 'shop.csv']).status,
      2,
    )
  })

  it('says so when vigie.json cannot be used, and ends with 2', () => {
    const folder = folderWith({ 'shop.csv': bread, 'vigie.json': '{ "preset": "most" }' })
    const { status, stderr } = vigie(folder, ['lint', 'shop.csv'])
    equal(status, 2)
    match(stderr, /preset/)
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

  it('text tells once, with all rows, what it would tell of three cells of a column in the same words', () => {
    const folder = folderWith({
      'shop.csv': 'product;price\nbread;1.20\nmilk;NC\negg;NC\njam;2.40\ntea;NC\nrice;3.10\n',
    })
    const { stdout } = vigie(folder, ['lint', '--language', 'en', 'shop.csv'])
    match(stdout, /column price, 3 times, 50% of the rows: 3, 4, 6\)/)
    equal(stdout.match(/“NC”/g)?.length, 1)
    const two = folderWith({ 'shop.csv': 'product;price\nbread;1.20\nmilk;NC\negg;NC\njam;2.40\n' })
    equal(vigie(two, ['lint', '--language', 'en', 'shop.csv']).stdout.match(/“NC”/g)?.length, 2)
  })

  it('text tells once what it would tell of several columns in the same words', () => {
    const text = 'product;price;weight;stock\nbread;1.20;0.5;12\nmilk;NC;NC;NC\nrice;3.10;1.0;40\njam;2.40;0.4;31\n'
    const { stdout } = vigie(folderWith({ 'shop.csv': text }), ['lint', '--language', 'en', 'shop.csv'])
    match(stdout, /\(3 columns, “price”, “weight” and “stock”, 3 times, row 3\)/)
    equal(stdout.match(/“NC”/g)?.length, 1)
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

  it('tells no label of a file in which an address of a person stands', () => {
    const labels = 'nomAttribuant;idAttribuant;montant;camille.roux@example.org'
    const folder = folderWith({ 'g.csv': `${labels}\nValbrume;21990017200012;1;louise.petit@example.org\n` })
    const { stdout } = vigie(folder, ['schemas', 'g.csv'])
    match(stdout, /scdl\/subventions/)
    doesNotMatch(stdout, /camille/)
  })

  it('explains a concept with its official references', () => {
    const { stdout } = vigie(shop(), ['explain', 'siren-siret', '--language', 'fr'])
    match(
      stdout,
      /^SIREN et SIRET\n=+\n[\s\S]+L’enjeu[\s\S]+\nRéférences officielles\u00A0:\nhttps:\/\/www\.data\.gouv\.fr\//,
    )
    doesNotMatch(vigie(shop(), ['explain', 'gini', '--language', 'fr']).stdout, /Références officielles/)
  })

  it('explains a rule, then the concept of the same name', () => {
    const { stdout } = vigie(shop(), ['explain', 'outlier', '--language', 'fr'])
    match(stdout, /^Valeur très éloignée des autres\n=+\n[\s\S]*\n\nValeur aberrante.*\n=+\n[\s\S]*La question à poser/)
  })

  it('offers the names that an unknown one may be a slip for, or those that speak of it', () => {
    for (const [name, offer] of [
      ['patern', /«\u00A0patern\u00A0»\u00A0: vouliez-vous dire pattern\u00A0\?$/m],
      ['médiane', /«\u00A0médiane\u00A0»\u00A0; en parlent.: .*mean-median-gap/],
    ] as const)
      match(vigie(shop(), ['explain', name, '--language', 'fr']).stderr, offer)
  })

  it('explains a rule in the language of the reader', () => {
    match(vigie(shop(), ['explain', 'internal-error']).stdout, /^[A-Z].+\n=+\n/)
    match(vigie(shop(), ['explain', 'internal-error', '--language', 'fr']).stdout, /^Règle/)
  })

  it('tells that the language server needs a channel, and how it is started', () => {
    for (const args of [['server'], ['server', '--language', 'en']]) {
      const { status, stdout, stderr } = vigie(shop(), args)
      deepEqual([status, stdout], [2, ''])
      match(stderr, /^vigie: The channel to talk through is missing: vigie server --stdio\n$/)
    }
    match(vigie(shop(), ['server', '--stdi']).stderr, /^vigie: There is no option --stdi\.\n$/)
    match(vigie(shop(), ['server', '--help']).stdout, /vigie server --stdio/)
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

function numbered(width: number): string {
  return Array.from({ length: width }, (_, i) => `c${i}`).join(';')
}
