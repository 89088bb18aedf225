import assert from 'node:assert/strict'
import type { CodeLens } from 'vscode-languageserver'
import { Client } from './client'

const uri = 'file:///nowhere/lenses.csv'

describe('what stands above the header of a table', () => {
  let client: Client
  before(async () => {
    client = new Client()
    await client.begin({ language: 'fr' })
  })
  after(() => client.leave())

  const asked = async (text: string): Promise<readonly CodeLens[]> => {
    await client.open(uri, text)
    const answer = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    return answer
  }

  it('tells the verdict, what is safe to fix and the schema, each with its command', async () => {
    const lenses = await asked('Export de la médiathèque;\n;\nMois;Entrées\njanvier ;1\nfévrier;2\nmars ;3\navril;4\n')
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['vigie.preview', 'vigie.fixAll', 'vigie.chooseSchema'],
    )
    const [verdict, safe, schema] = lenses.map(({ command }) => command!.title)
    assert.match(verdict!, /^\d+\savertissements? à relire$/)
    assert.equal(safe, 'Corriger tout ce qui est sûr (2)')
    assert.equal(schema, 'Aucun schéma : en choisir un')
    const header = { line: 2, character: 0 }
    for (const { range, command } of lenses) {
      assert.deepEqual(range, { start: header, end: header })
      assert.equal(command!.arguments![0], uri)
    }
  })

  it('says that nothing is left to do, and offers nothing to fix', async () => {
    const lenses = await asked('Mois;Entrées\njanvier;1\nfévrier;2\n')
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['vigie.preview', 'vigie.chooseSchema'],
    )
    assert.equal(lenses[0]!.command!.title, 'Prêt à publier')
  })

  it('is silent above what is no table', async () => {
    assert.deepEqual(await asked(''), [])
  })
})
