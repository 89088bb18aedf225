import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actions, carriedOut, choose, leave, problems, sample, shown, until, write } from './desk'

const SCHEMA = `{
  "fields": [
    { "name": "essence", "type": "string", "contraints": { "required": true } },
    { "name": "hauteur", "type": "number" }
  ],
  "primaryKey": ["essence"]
}
`
const DATA = 'essence;hauteur\nplatane;12.5\ntilleul;haut\n'

describe('a schema beside its data', () => {
  const [schema, data] = ['parc.schema.json', 'parc.csv'].map(sample) as [vscode.Uri, vscode.Uri]

  beforeEach(async () => {
    await write(schema, SCHEMA)
    await write(data, DATA)
  })
  afterEach(async () => {
    await leave()
    for (const file of [schema, data]) await vscode.workspace.fs.delete(file)
  })

  it('shows its own defects, and is repaired as any file', async () => {
    const document = await shown(schema)
    await until(() => problems(document, 'misspelt-property').length > 0, 'the misspelt property')
    const [problem] = problems(document, 'misspelt-property')
    assert.match(document.getText(problem!.range), /contraints/)
    const fix = (await actions(document, problem!.range)).find(({ kind }) => kind?.value === 'quickfix')
    assert.ok(fix, 'no quick fix')
    await carriedOut(fix)
    assert.equal(document.getText(), SCHEMA.replace('contraints', 'constraints'))
    await until(() => problems(document).length === 0, 'the defect to be gone')
  })

  it('is named below the first problem of a column, not below each', async () => {
    await write(data, 'essence;hauteur\nplatane;12.5\ntilleul;haut\nchêne;bas\n')
    const document = await shown(data)
    await until(() => problems(document, 'type-error').length > 1, 'what the schema says')
    const led = problems(document, 'type-error').map(({ relatedInformation = [] }) => relatedInformation.length)
    assert.deepEqual(led, [1, 0])
  })

  it('leads from a label to its field, and back to all that name it', async () => {
    const document = await shown(data)
    await until(() => problems(document, 'type-error').length > 0, 'what the schema says')
    const label = new vscode.Position(0, 2)
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      data,
      label,
    )
    assert.deepEqual(places.map(placed), ['parc.schema.json 2'])
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      schema,
      new vscode.Position(2, 15),
    )
    assert.deepEqual([...new Set(references.map(placed))].toSorted(), [
      'parc.csv 0',
      'parc.schema.json 2',
      'parc.schema.json 5',
    ])
  })

  it('is renamed together with the data, from either side', async () => {
    const document = await shown(data)
    await until(() => problems(document, 'type-error').length > 0, 'what the schema says')
    await rename(data, new vscode.Position(0, 2), 'espece')
    assert.match(document.getText(), /^espece;hauteur/)
    const written = await vscode.workspace.openTextDocument(schema)
    assert.equal(written.getText(), SCHEMA.replaceAll('"essence"', '"espece"'))
    await rename(schema, new vscode.Position(3, 15), 'taille')
    assert.match(document.getText(), /^espece;taille/)
    await Promise.all([document.save(), written.save()])
  })
})

describe('metadata of CSVW beside its data', () => {
  const [metadata, data] = ['parc.csv-metadata.json', 'parc.csv'].map(sample) as [vscode.Uri, vscode.Uri]
  const heightsAre = (datatype: string) => {
    const columns = [{ name: 'essence' }, { name: 'hauteur', datatype }]
    const document = { '@context': 'http://www.w3.org/ns/csvw', url: 'parc.csv', tableSchema: { columns } }
    return write(metadata, JSON.stringify(document))
  }

  beforeEach(() => write(data, DATA))
  afterEach(async () => {
    await leave()
    for (const file of [metadata, data]) await vscode.workspace.fs.delete(file)
  })

  it('judges the data anew whenever another program writes it', async () => {
    const document = await shown(data)
    for (const datatype of ['number', 'string', 'number', 'string']) {
      await heightsAre(datatype)
      await until(() => problems(document, 'type-error').length > 0 === (datatype === 'number'), datatype)
    }
  })
})

describe('a schema on the network', () => {
  // An address of this machine, which Vigie refuses once it may look: no test needs a network.
  const address = 'http://127.0.0.1:9/parc.schema.json'
  const data = sample('parc.csv')

  beforeEach(async () => {
    await write(data, DATA)
    const named = [{ files: 'parc.csv', schema: address }]
    await inSettings(named)
  })
  afterEach(async () => {
    await inSettings(undefined)
    await vscode.commands.executeCommand('notifications.clearAll')
    await leave()
    await vscode.workspace.fs.delete(data)
  })

  it('is not read before a person agrees, nor after one declined, until the person names it', async () => {
    const document = await shown(data)
    const says = (sentence: RegExp) => problems(document).some(({ message }) => sentence.test(message))
    await until(() => says(/waits for your consent/), 'the question')
    await until(async () => {
      await vscode.commands.executeCommand('notifications.clearAll')
      return says(/did not want it to be read/)
    }, 'the refusal of who closes the question')
    await vscode.commands.executeCommand('vigie.chooseSchema', data, address)
    // The question is asked again, and this time the first of its answers is taken.
    await until(async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction')
      return !says(/did not want it to be read/)
    }, 'the question to be asked again')
    await choose('vigie.chooseSchema', 0)
    await until(() => says(/could not be read/), 'the address to be looked at')
  })
})

async function inSettings(schemas: readonly object[] | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('vigie')
  await settings.update('schemas', schemas, vscode.ConfigurationTarget.Workspace)
}

async function rename(file: vscode.Uri, position: vscode.Position, name: string): Promise<void> {
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    file,
    position,
    name,
  )
  assert.ok(await vscode.workspace.applyEdit(edit))
}

/** The name of the file of a place, and its line from 0. */
function placed(place: vscode.Location | vscode.LocationLink): string {
  const { uri, range } = 'uri' in place ? place : { uri: place.targetUri, range: place.targetRange }
  return `${uri.path.split('/').at(-1)} ${range.start.line}`
}
