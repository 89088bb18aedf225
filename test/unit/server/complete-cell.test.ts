import assert from 'node:assert/strict'
import type { CompletionList, MarkupContent } from 'vscode-languageserver'
import { Client } from './client'

describe('completion in a column of places', () => {
  let client: Client
  before(async () => {
    client = new Client()
    await client.begin()
  })
  after(async () => {
    assert.equal(await client.leave(), 0)
  })

  /** What is offered at the bar: label, what is written, and what the text is compared with. */
  const offered = (marked: string, label = 'code_insee') =>
    offeredIn(`${label};nom\n35238;Rennes\n35047;Bruz\n`, marked, 'x')

  /** The same in the first cell of a last row, with another after it. */
  async function offeredIn(rows: string, marked: string, other: string) {
    const text = `${rows}${marked};${other}\n`
    const uri = `untitled:${encodeURIComponent(text)}.csv`
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

  it('finds the name of a commune by its beginning, and tells homonyms apart', async () => {
    const places = 'commune;voie\nRennes;a\nBruz;b\n'
    const { items } = await offeredIn(places, 'évre|', 'x')
    assert.deepEqual(
      items.find(([shown]) => shown === 'Évreux 27229'),
      ['Évreux 27229', 'Évreux', 'évre'],
    )
    const homonyms = (await offeredIn(places, 'saint-ouen|', 'x')).items
    assert.ok(homonyms.filter(([, written]) => written === 'Saint-Ouen').length > 1)
    assert.equal(new Set(homonyms.map(([shown]) => shown)).size, homonyms.length)
    assert.deepEqual((await offeredIn(places, '35|', 'x')).items, [])
  })

  it('finds the postal codes of the commune beside, else those that begin so', async () => {
    const places = 'code_postal;commune\n35000;Rennes\n35170;Bruz\n'
    const told = async (marked: string, other: string) => (await offeredIn(places, marked, other)).items
    const ofRennes = [
      ['35000', '35000', '35000'],
      ['35200', '35200', '35200'],
      ['35700', '35700', '35700'],
    ]
    assert.deepEqual(await told('|', 'Rennes'), ofRennes)
    assert.deepEqual(await told('352|', 'Rennes'), ofRennes.slice(1, 2))
    assert.deepEqual(await told('3500|', 'lieu-dit'), ofRennes.slice(0, 1))
    assert.deepEqual(await told('|', 'lieu-dit'), [])
    const { isIncomplete } = await offeredIn(places, '35|', 'lieu-dit')
    assert.equal(isIncomplete, true)
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
