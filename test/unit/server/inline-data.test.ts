import assert from 'node:assert/strict'
import { Desk } from './desk'

const text = `{
  "resources": [{
    "data": [
      { "day": "2024-05-02", "kind": "Creme" },
      { "day": "2 May", "kind": "soup" }
    ],
    "schema": {
      "fields": [
        { "name": "day", "type": "date" },
        { "name": "kind", "constraints": { "enum": ["soup", "crème"] } }
      ],
      "primaryKey": "day"
    }
  }]
}
`

/** A schema of one column, of this type, whose values stand in another table. */
const schema = (type: string) => ({
  fields: [{ name: 'day', type }],
  foreignKeys: [{ fields: 'day', reference: { resource: 'days', fields: 'day' } }],
})

describe('the language server on data inside datapackage.json', () => {
  const desk = new Desk()
  const rules: ReadonlySet<string> = new Set(['type-error', 'enum', 'primary-key'])
  const told = async (uri: string) =>
    (await desk.client.found(uri))
      .filter(({ code }) => rules.has(String(code)))
      .map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`)

  it('tells what is wrong in them while they are typed', async () => {
    const uri = desk.write('datapackage.json', text)
    await desk.client.open(uri, text)
    assert.deepEqual(await told(uri), ['enum 3:37', 'type-error 4:15'])
    await desk.client.edit(uri, 2, 4, '      { "day": "2024-05-02", "kind": "soup" }')
    assert.deepEqual(await told(uri), ['enum 3:37', 'primary-key 4:15'])
  })

  it('repairs them', async () => {
    const uri = desk.write('datapackage.json', text)
    await desk.client.open(uri, text)
    const at = { line: 3, character: 38 }
    const actions = await desk.client.actions(uri, { start: at, end: at })
    const repair = actions.find(({ title }) => title.includes('crème'))
    assert.match(JSON.stringify(repair?.edit), /\\"crème\\"/)
  })

  it('repairs all that is safe in them, by a schema that lies beside the document', async () => {
    desk.write('menus.json', JSON.stringify({ fields: [{ name: 'kind', constraints: { enum: ['soup', 'crème'] } }] }))
    const document = JSON.stringify({ resources: [{ data: [{ kind: ' Creme' }], schema: 'menus.json' }] })
    const uri = desk.write('datapackage.json', document)
    await desk.client.open(uri, document)
    const { edits } = await desk.client.ask('vigie/fixAll', { uri })
    assert.match(JSON.stringify(edits), /crème/)
  })

  it('leads from a key that comes twice to the row before', async () => {
    const twice = text.replace('2 May', '2024-05-02')
    const uri = desk.write('datapackage.json', twice)
    await desk.client.open(uri, twice)
    const found = (await desk.client.found(uri)).find(({ code }) => code === 'primary-key')
    assert.equal(found?.relatedInformation?.[0]?.location.range.start.line, 3)
  })

  it('judges them again when their schema, or a table to which they refer, is another', async () => {
    const resources = [
      { name: 'menus', data: [{ day: 'Monday' }], schema: 'menus.json' },
      { name: 'days', path: 'days.csv' },
    ]
    desk.write('days.csv', 'day\nMonday\n')
    const beside = desk.write('menus.json', JSON.stringify(schema('string')))
    const document = JSON.stringify({ resources })
    const uri = desk.write('datapackage.json', document)
    await desk.client.open(uri, document)
    assert.ok(!(await desk.codes(uri)).includes('type-error'))
    assert.ok(!(await desk.codes(uri)).includes('foreign-key'))
    await desk.client.open(beside, JSON.stringify(schema('date')))
    await desk.until(uri, 'type-error', true)
  })
})
