import assert from 'node:assert/strict'
import type { CompletionList, MarkupContent } from 'vscode-languageserver'
import { Client } from './client'

describe('completion in a column of commune codes', () => {
  let client: Client
  before(async () => {
    client = new Client()
    await client.begin()
  })
  after(async () => {
    assert.equal(await client.leave(), 0)
  })

  /** What is offered at the bar: label, what is written, and what the text is compared with. */
  async function offered(marked: string, label = 'code_insee') {
    const text = `${label};nom\n35238;Rennes\n35047;Bruz\n${marked};x\n`
    const uri = `untitled:${encodeURIComponent(label + marked)}.csv`
    await client.open(uri, text.replace('|', ''))
    const position = { line: 3, character: marked.indexOf('|') }
    const list = await client.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    })
    const items = list.items.map(({ label: shown, textEdit, filterText }) => [
      shown,
      textEdit && 'range' in textEdit ? textEdit.newText : undefined,
      filterText,
    ])
    const documentation = list.items.map(item => (item.documentation as MarkupContent | undefined)?.value ?? '')
    return { items, isIncomplete: list.isIncomplete, documentation }
  }

  it('finds a commune by the beginning of its name, accents and case aside', async () => {
    const { items, isIncomplete } = await offered('renn|')
    assert.ok(
      items.some(([shown, written, sought]) => shown === '35238 Rennes' && written === '35238' && sought === 'renn'),
    )
    assert.equal(isIncomplete, true)
    assert.ok((await offered('évre|')).items.some(([shown]) => shown === '27229 Évreux'))
  })

  it('and by its code, Corsica included', async () => {
    const { items } = await offered('3523|')
    assert.deepEqual(
      items.find(([shown]) => shown === '35238 Rennes'),
      ['35238 Rennes', '35238', '35238'],
    )
    assert.ok((await offered('2A00|')).items.some(([shown]) => shown === '2A004 Ajaccio'))
  })

  it('explains what is offered by the concept behind the column', async () => {
    const { documentation } = await offered('renn|')
    assert.match(documentation.join('\n'), /command:vigie\.glossary\?%5B%22insee-commune-code%22%5D/)
  })

  it('offers nothing where nothing is begun, nor in other columns', async () => {
    assert.deepEqual((await offered('|')).items, [])
    assert.deepEqual((await offered('renn|', 'reference')).items, [])
  })
})
