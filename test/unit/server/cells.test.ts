import assert from 'node:assert/strict'
import type { FoldingRange, InlayHint, SemanticTokens } from 'vscode-languageserver'
import type { Range } from '../../../server/protocol/range'
import { Client } from './client'

const uri = 'file:///nowhere/cells.csv'
const all: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

describe('the cells of a table in its text', () => {
  let client: Client
  before(async () => {
    client = new Client()
    await client.begin()
  })
  after(() => client.leave())

  const asked = async <Answer>(method: string, text: string, params: object = { range: all }): Promise<Answer> => {
    await client.open(uri, text)
    const answer = await client.connection.sendRequest<Answer>(method, { textDocument: { uri }, ...params })
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    return answer
  }

  it('have the colour of their column, in UTF-16 columns, whatever stands before them', async () => {
    const text = '\uFEFFnom;âge;n°\n😀é;"12;3";\n"a\nb";4;5\n'
    const { data } = await asked<SemanticTokens>('textDocument/semanticTokens/range', text)
    assert.deepEqual(cellsOf(data, text), [
      'nom 0',
      'âge 1',
      'n° 2',
      '😀é 0',
      '"12;3" 1',
      // A cell of two lines keeps the colour of the text.
      '4 1',
      '5 2',
    ])
  })

  it('are named where they are far to the right, but not in a large text unless it is asked for', async () => {
    const long = 'x'.repeat(130)
    const hints = await asked<InlayHint[]>('textDocument/inlayHint', `texte;montant\n${long};5\ncourt;6\n`)
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position]),
      [['montant:', { line: 1, character: 131 }]],
    )
    const large = `texte;montant\n${`${long};5\n`.repeat(8_000)}`
    assert.deepEqual(await asked('textDocument/inlayHint', large), [])
  })

  it('fold what stands above the header', async () => {
    const text =
      'Fréquentation de la médiathèque;;\nExport du 07/01/2025;;\n;;\nMois;Entrées;Prêts\njanvier;1;2\nfévrier;3;4\nmars;5;6\n'
    const folds = await asked<FoldingRange[]>('textDocument/foldingRange', text, {})
    assert.deepEqual(folds, [{ startLine: 0, endLine: 2, kind: 'comment' }])
    assert.deepEqual(await asked('textDocument/foldingRange', 'a;b\n1;2\n', {}), [])
  })

  it('are told with those before and after them', async () => {
    const text = 'a;b\n1;"x ;y"\n3;4\n'
    await client.open(uri, text)
    const cell = await client.ask('vigie/cell', { uri, position: { line: 1, character: 4 } })
    assert.deepEqual(cell, {
      row: 1,
      column: 1,
      label: 'b',
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } },
      next: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
      previous: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
    })
    const first = await client.ask('vigie/cell', { uri, position: { line: 0, character: 0 } })
    assert.deepEqual([first?.column, first?.previous, first?.next?.start], [0, undefined, { line: 0, character: 2 }])
    const last = await client.ask('vigie/cell', { uri, position: { line: 2, character: 2 } })
    assert.deepEqual([last?.column, last?.next], [1, undefined])
  })

  it('are left alone in JSON, which has colours of its own', async () => {
    const json = 'file:///nowhere/cells.json'
    await client.open(json, '[{"a":1},{"a":2},{"a":3}]')
    assert.equal(await client.ask('vigie/cell', { uri: json, position: { line: 0, character: 3 } }), null)
  })
})

/** The marked stretches of a text, each with the number of its colour. */
function cellsOf(data: readonly number[], text: string): string[] {
  const lines = text.split('\n')
  const found: string[] = []
  let line = 0
  let character = 0
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, colour = 0] = data.slice(i, i + 5)
    line += down
    character = down > 0 ? right : character + right
    found.push(`${lines[line]!.slice(character, character + length)} ${colour}`)
  }
  return found
}
