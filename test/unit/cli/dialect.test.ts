import { deepEqual, equal, match } from 'node:assert/strict'
import { findings, folderWith, vigie } from './run'

interface Finding {
  readonly rule: string
  readonly pointer?: string
  readonly value?: string
}

describe('vigie lint and the dialect of a table', () => {
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

  it('takes labels for the fields of the schema in any case where the dialect says that case does not count', () => {
    const key = { fields: 'Four', reference: { resource: 'fours', fields: 'Code' } }
    const schema = {
      fields: [{ name: 'Code' }, { name: 'prix', type: 'number' }, { name: 'Four' }],
      foreignKeys: [key],
    }
    const told = (member: object) => {
      const resources = [
        { name: 'ventes', path: 'ventes.csv', schema, dialect: member },
        { name: 'fours', path: 'fours.csv', dialect: member },
      ]
      const folder = folderWith({
        'ventes.csv': 'Code,PRIX,four\na,2,F1\nb,cher,F2\n',
        'fours.csv': 'code\nF1\n',
        'datapackage.json': JSON.stringify({ resources }),
      })
      return findings(folder, ['--only-schema', 'ventes.csv']).files[0].diagnostics.map(
        ({ rule, row, field }: Record<string, unknown>) => `${rule} ${row} ${field}`,
      )
    }
    deepEqual(told({ caseSensitiveHeader: false }), ['type-error 3 prix', 'foreign-key 3 Four'])
    deepEqual(told({ headerCase: false }), told({ caseSensitiveHeader: false }))
    const strict = told({ caseSensitiveHeader: true })
    deepEqual(strict, told({}))
    equal(strict.filter((one: string) => one.startsWith('misspelt-label')).length, 2)
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
    deepEqual(told('a.csv', { lineTerminator: '|', doubleQuote: false }), ['lineTerminator: "|"'])
    deepEqual(told('a.csv', { doubleQuote: false, escapeChar: '\\', lineTerminator: '\r\n', property: 'data' }), [])
    deepEqual(told('b.json', { property: 'data', itemType: 'object', itemKeys: ['x'], lineTerminator: '|' }), [])
    deepEqual(told('b.json', { property: 'older', itemType: 'array' }), ['property: older', 'itemType: array'])
    deepEqual(told('b.json', { json: { property: 'older' } }), ['property: older'])
  })

  it('reads the records of JSON where the dialect says that they lie, in a folder as well', () => {
    const fields = [{ name: 'pain' }, { name: 'prix', type: 'number' }]
    const resource = (path: string, property: string) => ({
      name: path.slice(0, 1),
      path,
      dialect: { property },
      schema: { fields },
    })
    const bad = '[{"pain":"miche","prix":3},{"pain":"seigle","prix":"cher"}]'
    const other = '[{"pain":4,"prix":"x"}]'
    const folder = folderWith({
      'a.json': `{"old":${other},"tarif":${bad}}`,
      'b.json': `{"le":{"tarif":{"de.mai":{"du":{"pain":${bad}}}}},"data":${other}}`,
      'c.json': `{"tarif":"voir b","data":${bad}}`,
      'datapackage.json': JSON.stringify({
        resources: [
          resource('a.json', 'tarif'),
          resource('b.json', 'le.tarif.de.mai.du.pain'),
          resource('c.json', 'tarif'),
        ],
      }),
    })
    const told = findings(folder, ['--only-schema', '.']).files.flatMap(
      (file: { path: string; diagnostics: Finding[] }) =>
        file.diagnostics.map(({ rule, pointer, value }) => [file.path, rule, pointer, value]),
    )
    deepEqual(
      told.filter(([, rule]: [string, string]) => rule === 'type-error'),
      [
        ['./a.json', 'type-error', '/tarif/1/prix', 'cher'],
        ['./b.json', 'type-error', '/le/tarif/de.mai/du/pain/1/prix', 'cher'],
        ['./c.json', 'type-error', '/data/1/prix', 'cher'],
      ],
    )
    const unheeded = told.filter(
      ([, rule, , value]: [string, string, string, unknown]) => rule === 'not-checked' && !value,
    )
    deepEqual(new Set(unheeded.map(([path]: [string]) => path)), new Set(['./a.json', './b.json', './c.json']))
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

  it('reads quotes that are doubled and quotes that are escaped in one file, unless the dialect says that none are doubled', () => {
    const folder = folderWith({
      'a.csv': 'pain;prix\n"le ""bon""; 2";3\n"le |"gros|"; 4";5\n',
      'b.csv': 'pain;prix\n"le ""bon""; 2";3\n',
      'escaped.json': '{ "escapeChar": "|" }',
      'only-escaped.json': '{ "escapeChar": "|", "doubleQuote": false }',
      'neither.json': '{ "doubleQuote": false }',
      'itself.json': '{ "escapeChar": "\\"", "doubleQuote": false }',
    })
    const told = (dialect: string, file: string) =>
      findings(folder, ['--only-schema', '--dialect', dialect, file]).files[0].diagnostics.map(
        ({ rule, row }: Record<string, unknown>) => `${rule} ${row}`,
      )
    deepEqual(told('escaped.json', 'a.csv'), [])
    deepEqual(told('only-escaped.json', 'a.csv'), ['stray-quote 2', 'stray-quote 2'])
    // As Frictionless reads it: quotes that nothing escapes are doubled.
    deepEqual(told('neither.json', 'b.csv'), [])
    deepEqual(told('itself.json', 'b.csv'), [])
  })

  it('says of a stray quote how the dialect writes it', () => {
    const folder = folderWith({
      'a.csv': 'pain;prix\n"le "bon" pain";3\nle "gros";5\n',
      'escaped.json': '{ "escapeChar": "|", "doubleQuote": false }',
      'doubled.json': '{}',
    })
    const told = (dialect: string) =>
      findings(folder, ['--language', 'en', '--dialect', dialect, 'a.csv']).files[0].diagnostics.map(
        ({ message }: { message: string }) => message,
      )
    const [inQuoted, bare] = told('escaped.json')
    match(inQuoted, /: write it \|", as the dialect of the file wants,/)
    match(bare, /and write this one \|", as the dialect/)
    match(told('doubled.json').join(' '), /: double it \(""\),.+ and double this one \(""\),/)
  })

  it('takes the encoding that it is told', () => {
    const folder = folderWith({ 'a.csv': Buffer.from('nom;ville\nRen\u00e9;Ch\u00e2lons\n', 'latin1') })
    equal(findings(folder, ['--encoding', 'latin1', 'a.csv']).files[0].dialect.encoding, 'windows-1252')
  })
})
