import assert from 'node:assert/strict'
import type { CompletionList, Hover, Location, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { Desk } from './desk'

const SCHEMA = `{
  "fields": [
    { "name": "id", "type": "string" },
    { "name": "etat", "type": "string", "constraints": { "enum": ["bon", "mauvais; à revoir"] } },
    { "name": "ouvert", "type": "boolean" }
  ],
  "primaryKey": ["id"],
  "custom_checks": [{ "name": "siret", "params": { "column": "id" } }]
}
`
const DATA = 'id;etat;ouvert\n1;bon;true\n2;;\n'

describe('the language server on a schema and its data', () => {
  const desk = new Desk()

  /** Asks about the place of `|` in the text, which is opened without it. */
  async function at<Result>(method: string, uri: string, marked: string, more: object = {}): Promise<Result> {
    const before = marked.slice(0, marked.indexOf('|'))
    await desk.client.open(uri, marked.replace('|', ''))
    const line = before.split('\n').length - 1
    const position = { line, character: before.length - before.lastIndexOf('\n') - 1 }
    return desk.client.connection.sendRequest(method, { textDocument: { uri }, position, ...more })
  }

  it('underlines its defects as they are typed', async () => {
    const uri = desk.write('arbres.schema.json', SCHEMA)
    await desk.client.open(uri, SCHEMA)
    assert.deepEqual(await desk.client.found(uri), [])
    await desk.client.edit(uri, 2, 2, '    { "name": "id", "type": "texte" },')
    const [found, ...others] = await desk.client.found(uri)
    assert.equal(found?.code, 'schema-error')
    assert.deepEqual(found.range, { start: { line: 2, character: 28 }, end: { line: 2, character: 35 } })
    assert.deepEqual(others, [])
  })

  it('says nothing of JSON that it does not know', async () => {
    await desk.client.open('untitled:package.json', '{ "name": "x", }')
    assert.deepEqual(await desk.client.found('untitled:package.json'), [])
  })

  it('leads from a label to its field, and from a cell', async () => {
    desk.write('arbres.schema.json', SCHEMA)
    const uri = desk.write('arbres.csv', DATA)
    const found = await at<Location[]>('textDocument/definition', uri, DATA.replace('etat', 'et|at'))
    assert.deepEqual(spots(found), ['arbres.schema.json 3:14'])
    const ofCell = await at<Location[]>('textDocument/definition', uri, DATA.replace('bon', 'bo|n'))
    assert.deepEqual(spots(ofCell), ['arbres.schema.json 3:14'])
  })

  it('leads from a cell that refers to a row of its own file to that row', async () => {
    const foreignKeys = [{ fields: 'of', reference: { resource: '', fields: 'id' } }]
    const fields = ['id', 'of'].map(name => ({ name, type: 'integer' }))
    desk.write('parts.schema.json', JSON.stringify({ fields, foreignKeys }))
    const uri = desk.write('parts.csv', 'id,of\n7,\n8,7\n9,08\n')
    assert.deepEqual(spots(await at('textDocument/definition', uri, 'id,of\n7,\n8,|7\n9,08\n')), ['parts.csv 1:0'])
    assert.deepEqual(spots(await at('textDocument/definition', uri, 'id,of\n7,\n8,7\n9,0|8\n')), ['parts.csv 2:0'])
  })

  it('leads to the resource of a package that declares the field', async () => {
    const schema = { fields: [{ name: 'id' }] }
    desk.write('datapackage.json', JSON.stringify({ resources: [{ path: 'a.csv', schema }] }, undefined, 2))
    const uri = desk.write('a.csv', 'id\n1\n')
    assert.deepEqual(spots(await at('textDocument/definition', uri, 'i|d\n1\n')), ['datapackage.json 7:20'])
  })

  it('leads to a schema of the catalogue, whose text it has', async () => {
    const header =
      'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature\n'
    const [found] = await at<Location[]>('textDocument/definition', 'untitled:a.csv', `nom|${header.slice(3)}`)
    assert.equal(found?.uri, 'vigie-schema:/scdl/subventions.json')
    const { text } = await desk.client.ask('vigie/schemaText', { id: 'scdl/subventions' })
    const { line, character } = found.range.start
    assert.ok(text.split('\n')[line]?.slice(character).startsWith('"nomAttribuant"'))
    assert.equal((await desk.client.ask('vigie/schemaText', { id: 'none' })).text, '')
  })

  it('leads back from a field to the labels, those of files that are not open included', async () => {
    const uri = desk.write('arbres.schema.json', SCHEMA)
    desk.write('arbres.csv', DATA)
    const marked = inSchema('"name": "id"', '"name": "i|d"')
    const found = await at<Location[]>('textDocument/references', uri, marked, {
      context: { includeDeclaration: true },
    })
    assert.deepEqual(spots(found), [
      'arbres.schema.json 2:14',
      'arbres.schema.json 6:17',
      'arbres.schema.json 7:61',
      'arbres.csv 0:0',
    ])
  })

  it('renames a label in the data, in the schema and in its keys at once, from either side', async () => {
    const schema = desk.write('arbres.schema.json', SCHEMA)
    const data = desk.write('arbres.csv', DATA)
    const fromData = await at<WorkspaceEdit>('textDocument/rename', data, DATA.replace('id', 'i|d'), {
      newName: 'code; "n"',
    })
    assert.deepEqual(edited(fromData), [
      ['arbres.csv', 1, '0:0 "code; ""n"""'],
      ['arbres.schema.json', null, ...['2:14', '6:17', '7:61'].map(spot => `${spot} "code; \\"n\\""`)],
    ])
    const fromKey = await at<WorkspaceEdit>('textDocument/rename', schema, inSchema('["id"]', '["i|d"]'), {
      newName: 'code',
    })
    assert.deepEqual(edited(fromKey), [
      ['arbres.csv', 1, '0:0 code'],
      ['arbres.schema.json', 1, '2:14 "code"', '6:17 "code"', '7:61 "code"'],
    ])
    assert.equal(await at('textDocument/rename', data, DATA.replace('bon', 'b|on'), { newName: 'x' }), null)
  })

  it('renames a field in the keys of other resources that refer to it', async () => {
    const text = `{ "resources": [
{ "name": "plats", "path": "plats.csv", "schema": { "fields": [{ "name": "code" }], "primaryKey": "code" } },
{ "name": "menus", "path": "menus.csv", "schema": { "fields": [{ "name": "code" }],
"foreignKeys": [{ "fields": "code", "reference": { "resource": "plats", "fields": ["code"] } }] } }
] }
`
    const uri = desk.write('datapackage.json', text)
    desk.write('menus.csv', 'code\nP1\n')
    const data = desk.write('plats.csv', 'code\nP1\n')
    const fromData = await at<WorkspaceEdit>('textDocument/rename', data, 'co|de\nP1\n', { newName: 'plat' })
    const inPackage = ['1:73', '1:98', '3:83'].map(spot => `${spot} "plat"`)
    assert.deepEqual(edited(fromData), [
      ['plats.csv', 1, '0:0 plat'],
      ['datapackage.json', null, ...inPackage],
    ])
    const fromKey = await at<WorkspaceEdit>('textDocument/rename', uri, text.replace('["code"]', '["co|de"]'), {
      newName: 'plat',
    })
    assert.deepEqual(edited(fromKey), [
      ['plats.csv', 1, '0:0 plat'],
      ['datapackage.json', 1, ...inPackage],
    ])
  })

  describe('of CSVW', () => {
    const TEXT = `{ "@context": "http://www.w3.org/ns/csvw", "tables": [
{ "url": "plats.csv", "tableSchema": { "primaryKey": "code", "columns": [
{ "name": "code", "titles": "code" }, { "name": "nom", "titles": ["Nom du plat", "nom"] }, { "name": "prix" }
] } },
{ "url": "menus.csv", "tableSchema": { "columns": [{ "titles": { "fr": "Plat" }, "name": "plat" }],
"foreignKeys": [{ "columnReference": "plat", "reference": { "resource": "plats.csv", "columnReference": ["code"] } }] } }
] }
`
    const DISHES = 'code,Nom du plat,prix\nP1,Soupe,3\n'
    const MENUS = 'Plat\nP1\n'
    let document: string
    beforeEach(() => {
      document = desk.write('csv-metadata.json', TEXT)
      desk.write('plats.csv', DISHES)
      desk.write('menus.csv', MENUS)
    })

    it('leads from a label to its column and back, and from a key to the column referred to', async () => {
      const title = await at('textDocument/definition', desk.uriOf('plats.csv'), DISHES.replace('Nom', 'N|om'))
      assert.deepEqual(spots(title as Location[]), ['csv-metadata.json 2:66'])
      const name = await at('textDocument/definition', desk.uriOf('plats.csv'), DISHES.replace('prix', 'pr|ix'))
      assert.deepEqual(spots(name as Location[]), ['csv-metadata.json 2:101'])
      const inKey = TEXT.replace('["code"]', '["c|ode"]')
      assert.deepEqual(spots(await at('textDocument/definition', document, inKey)), ['csv-metadata.json 2:28'])
      const all = { context: { includeDeclaration: true } }
      assert.deepEqual(spots(await at('textDocument/references', document, inKey, all)), [
        'csv-metadata.json 2:28',
        'csv-metadata.json 2:10',
        'csv-metadata.json 1:53',
        'csv-metadata.json 5:105',
        'plats.csv 0:0',
      ])
      // A cell that refers to a row of the other file leads there.
      const row = await at('textDocument/definition', desk.uriOf('menus.csv'), MENUS.replace('P1', 'P|1'))
      assert.deepEqual(spots(row as Location[]), ['plats.csv 1:0'])
    })

    it('renames a label with its title, its name and the keys of both tables, from either side', async () => {
      const inDocument = ['2:28', '2:10', '1:53', '5:105'].map(spot => `${spot} "plat_id"`)
      const fromData = await at<WorkspaceEdit>('textDocument/rename', desk.uriOf('plats.csv'), `c|${DISHES.slice(1)}`, {
        newName: 'plat_id',
      })
      assert.deepEqual(edited(fromData), [
        ['plats.csv', 1, '0:0 plat_id'],
        ['csv-metadata.json', null, ...inDocument],
      ])
      const fromKey = await at<WorkspaceEdit>('textDocument/rename', document, TEXT.replace('["code"]', '["c|ode"]'), {
        newName: 'plat_id',
      })
      assert.deepEqual(edited(fromKey), [
        ['plats.csv', 1, '0:0 plat_id'],
        ['csv-metadata.json', 1, ...inDocument],
      ])
    })

    it('gives a title to a column whose new label CSVW refuses as a name, and leaves the keys', async () => {
      const price = await at<WorkspaceEdit>(
        'textDocument/rename',
        desk.uriOf('plats.csv'),
        DISHES.replace('prix', 'pri|x'),
        {
          newName: 'Prix en €',
        },
      )
      assert.deepEqual(edited(price), [
        ['plats.csv', 1, '0:17 Prix en €'],
        ['csv-metadata.json', null, '2:101 "prix", "titles": "Prix en €"'],
      ])
      const code = await at<WorkspaceEdit>(
        'textDocument/rename',
        desk.uriOf('plats.csv'),
        DISHES.replace('code', 'cod|e'),
        {
          newName: 'le code',
        },
      )
      assert.deepEqual(edited(code), [
        ['plats.csv', 1, '0:0 le code'],
        ['csv-metadata.json', null, '2:28 "le code"'],
      ])
    })
  })

  describe('with a file of its own, whatever its name', () => {
    const HELD: readonly (readonly [description: string, text: object, schema: string, columns: string])[] = [
      [
        'datapackage.json',
        { resources: [{ name: 'plats', path: 'plats.csv', schema: 'modele-v1.json' }] },
        '{ "fields": [\n{ "name": "code" },\n{ "name": "nom" }\n], "primaryKey": "code" }\n',
        'fields',
      ],
      [
        'csv-metadata.json',
        { '@context': 'http://www.w3.org/ns/csvw', url: 'plats.csv', tableSchema: 'modele-v1.json' },
        '{ "columns": [\n{ "name": "code" },\n{ "name": "nom", "datatype": "string" }\n], "primaryKey": "code" }\n',
        'columns',
      ],
    ]
    const DISHES = 'code,nom\nP1,Soupe\n'
    for (const [description, text, schema, columns] of HELD)
      it(`is led to, renamed, explained, completed and followed: ${description}`, async () => {
        desk.write(description, JSON.stringify(text))
        const file = desk.write('modele-v1.json', schema)
        const data = desk.write('plats.csv', DISHES)
        const inKey = schema.replace('"code" }\n', '"co|de" }\n')
        assert.deepEqual(spots(await at('textDocument/definition', data, `c|${DISHES.slice(1)}`)), [
          'modele-v1.json 1:10',
        ])
        await desk.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: data } })
        const all = { context: { includeDeclaration: true } }
        const places = ['modele-v1.json 1:10', 'modele-v1.json 3:17', 'plats.csv 0:0']
        assert.deepEqual(spots(await at('textDocument/references', file, inKey, all)), places)
        const renamed = await at<WorkspaceEdit>('textDocument/rename', file, inKey, { newName: 'plat' })
        assert.deepEqual(edited(renamed), [
          ['plats.csv', null, '0:0 plat'],
          ['modele-v1.json', 1, '1:10 "plat"', '3:17 "plat"'],
        ])
        const hover = await at<Hover>(
          'textDocument/hover',
          file,
          schema.replace(columns, `${columns.slice(0, 2)}|${columns.slice(2)}`),
        )
        assert.match(JSON.stringify(hover.contents), /colonnes|champs/i)
        const offers = await at<CompletionList>(
          'textDocument/completion',
          file,
          schema.replace('{ "name": "code" }', '{ "name": "code", "|" }'),
        )
        assert.ok(offers.items.some(({ label }) => label === (columns === 'fields' ? 'type' : 'datatype')))
        // An edit in it is in force for the data at once.
        await desk.client.open(file, schema)
        await desk.client.open(data, DISHES)
        assert.ok(!(await desk.codes(data)).includes('type-error'))
        const strict =
          columns === 'fields' ? '{ "name": "nom", "type": "integer" }' : '{ "name": "nom", "datatype": "integer" }'
        await desk.client.edit(file, 2, 2, strict)
        await desk.until(data, 'type-error', true)
      })
  })

  it('explains every property and type on hover, in the reader’s words', async () => {
    const uri = desk.write('arbres.schema.json', SCHEMA)
    const hover = async (mark: string, marked: string) =>
      JSON.stringify((await at<Hover | null>('textDocument/hover', uri, inSchema(mark, marked)))?.contents ?? null)
    assert.match(await hover('"primaryKey"', '"primary|Key"'), /primaryKey.*désignent une ligne et une seule/)
    assert.match(await hover('"enum"', '"en|um"'), /enum.*Les seules valeurs admises/)
    assert.match(await hover('"boolean"', '"bool|ean"'), /boolean.*Oui ou non/)
    assert.equal(await hover('"bon"', '"b|on"'), 'null')
  })

  const complete = async (uri: string, marked: string) => {
    const { items } = await at<CompletionList>('textDocument/completion', uri, marked)
    return items.map(({ label, textEdit }) => [label, textEdit && 'range' in textEdit ? textEdit.newText : ''] as const)
  }
  const labels = async (uri: string, marked: string) => (await complete(uri, marked)).map(([label]) => label)

  it('completes properties at their level, types, formats, constraints of the type, names and truths', async () => {
    const uri = 'untitled:arbres.schema.json'
    const keys = await labels('untitled:a/a.schema.json', fields('"type": "boolean", "|"'))
    assert.ok(
      keys.includes('trueValues') &&
        keys.includes('constraints') &&
        !keys.includes('decimalChar') &&
        !keys.includes('name'),
    )
    assert.deepEqual((await complete('untitled:b/a.schema.json', '{ "fieldsM|": "exact", "fields": [] }'))[0], [
      '$schema',
      '"$schema"',
    ])
    assert.ok((await labels('untitled:c/a.schema.json', fields('"type": "|"'))).includes('geopoint'))
    for (const member of ['"type": |', '"type":|', '"type" : |'])
      assert.ok((await labels(`untitled:${member}/a.schema.json`, fields(member))).includes('geopoint'), member)
    assert.deepEqual((await labels('untitled:e/a.schema.json', fields('"type": "date", "format": "|"'))).slice(0, 2), [
      'default',
      '%Y-%m-%d',
    ])
    const constraints = await labels('untitled:f/a.schema.json', fields('"type": "date", "constraints": { | }'))
    assert.ok(constraints.includes('minimum') && !constraints.includes('minLength') && !constraints.includes('pattern'))
    assert.deepEqual(await labels('untitled:g/a.schema.json', fields('"constraints": { "required": | }')), [
      'true',
      'false',
    ])
    assert.deepEqual(await labels(uri, '{ "fields": [{ "name": "a" }, { "name": "b" }], "primaryKey": ["|"] }'), [
      'a',
      'b',
    ])
  })

  it('completes the values of a cell, quoted as the file needs it, and labels that are missing', async () => {
    desk.write('arbres.schema.json', SCHEMA)
    const uri = desk.write('arbres.csv', DATA)
    assert.deepEqual(await complete(uri, DATA.replace('2;;', '2;|;')), [
      ['bon', 'bon'],
      ['mauvais; à revoir', '"mauvais; à revoir"'],
    ])
    assert.deepEqual(await labels(uri, DATA.replace('2;;', '2;;|')), ['true', 'false'])
    assert.deepEqual(await labels(uri, 'id;etat;|\n1;bon;true\n'), ['ouvert'])
  })

  it('completes today in the spelling of the schema', async () => {
    const types = ['date', 'date:%d/%m/%Y', 'yearmonth', 'year', 'date:%d %b', 'time'].map((told, i) => {
      const [type, format] = told.split(/:(.*)/s)
      return { name: `c${i}`, type, ...(format && { format }) }
    })
    desk.write('jours.schema.json', JSON.stringify({ fields: types }))
    const uri = desk.write('jours.csv', '')
    const header = 'c0;c1;c2;c3;c4;c5\n'
    const now = new Date()
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part =>
      String(part).padStart(2, '0'),
    )
    const told: (readonly string[])[] = []
    for (let i = 0; i < types.length; i++)
      told.push(await labels(uri, `${header}${';'.repeat(i)}|${';'.repeat(types.length - 1 - i)}\n`))
    assert.deepEqual(told, [
      [`${year}-${month}-${day}`],
      [`${day}/${month}/${year}`],
      [`${year}-${month}`],
      [year],
      [],
      [],
    ])
  })
})

/** A schema with something in its second field. */
function fields(inside: string): string {
  return `{ "fields": [{ "name": "a" }, { "name": "b", ${inside} }] }`
}

/** Name, version and edits of each document. */
function edited(edit: WorkspaceEdit | null): unknown[] {
  return ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument, edits }) => [
    textDocument.uri.slice(textDocument.uri.lastIndexOf('/') + 1),
    textDocument.version,
    ...edits.map(one =>
      'newText' in one ? `${one.range.start.line}:${one.range.start.character} ${one.newText}` : '',
    ),
  ])
}

/** File, line and character of each place. */
function spots(found: readonly Location[]): string[] {
  return found.map(
    ({ uri, range: { start } }) => `${uri.slice(uri.lastIndexOf('/') + 1)} ${start.line}:${start.character}`,
  )
}

/** The schema with something marked in it. */
function inSchema(mark: string, put: string): string {
  return SCHEMA.replace(mark, () => put)
}
