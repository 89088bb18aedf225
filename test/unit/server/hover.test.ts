import assert from 'node:assert/strict'
import type { Hover, MarkupContent } from 'vscode-languageserver'
import { Client } from './client'

const GRANTS = `montant;versement;note\n${[500, 800, 1200, 1500, 1500, 2000, 2000, 3000, 60_000]
  .map((amount, i) => `${amount};2024-0${i + 1}-01;n°${i}\n`)
  .join('')}`

describe('hovers', () => {
  for (const language of ['fr', 'en'] as const)
    describe(`in ${language}`, () => {
      const clients: Client[] = []
      const begun = async (level: 'elu' | 'agent') => {
        const client = new Client()
        clients.push(client)
        await client.begin({ language, level })
        return client
      }
      after(() => Promise.all(clients.map(client => client.leave())))

      it('tells the figures of a column, and why its mean and its median differ', async () => {
        const client = await begun('agent')
        const uri = 'file:///nowhere/a.csv'
        await client.open(uri, GRANTS)
        const label = await hovered(client, uri, 0, 2)
        assert.match(label, /\| (?:Médiane|Median) \| 1[\s,]500 \|/)
        assert.match(
          label,
          /(?:une valeur loin des autres, 60\s000 \\\(ligne 10\\\), la tire|one value far from the others, 60,000 \\\(row 10\\\), pulls)/,
        )
        assert.match(label, /(?:écart\\-type|standard deviation)/)
        assert.match(label, /command:vigie\.glossary\?%5B%22mean-vs-median%22%5D/)
        const date = await hovered(client, uri, 0, 10)
        assert.match(date, /(?:du 2024\\-01\\-01 au 2024\\-09\\-01|2024\\-01\\-01 to 2024\\-09\\-01)/)
        assert.match(date, /(?:La date la plus récente est le|The most recent date is) 2024\\-09\\-01, /)
        assert.match(await hovered(client, uri, 9, 2), /(?:Loin au\\-dessus des autres|Far above the other)/)
        assert.match(await hovered(client, uri, 5, 2), /(?:Parmi les nombres courants|Among the usual numbers)/)
      })

      it('tells an official the stake and the question, an agent all of it', async () => {
        const agent = await begun('agent')
        const official = await begun('elu')
        const uri = 'file:///nowhere/a.csv'
        await Promise.all([agent, official].map(client => client.open(uri, GRANTS)))
        const [long, short] = [await hovered(agent, uri, 0, 2), await hovered(official, uri, 0, 2)]
        const question = /(?:La question à poser|The question to ask)/
        const mistake = /(?:Erreur fréquente|Usual mistake)/
        assert.deepEqual([question.test(long), mistake.test(long)], [true, true])
        assert.deepEqual([question.test(short), mistake.test(short)], [true, false])
        assert.ok(short.length < long.length)
        assert.doesNotMatch(short, /Gini/)
      })

      it('says nothing on a label of the columns that are missing beside it', async () => {
        const client = await begun('agent')
        const uri = 'file:///nowhere/equipements.csv'
        const header = 'COLL_NOM;COLL_SIRET;EQUIP_UID;EQUIP_THEME;EQUIP_CODE;EQUIP_TYPE;EQUIP_NOM;EQUIP_LAT;EQUIP_LONG'
        await client.open(
          uri,
          `${header}\nValbrume;21990017200012;99001-01010401-001;A;01010401-001;Mairie;Mairie;48.1;2.1\n`,
        )
        const missing = (await client.found(uri)).filter(
          ({ code, range }) => code === 'missing-label' && range.start.line === 0,
        )
        assert.ok(missing.length > 0)
        const hover = await hovered(client, uri, 0, header.length)
        assert.match(hover, /EQUIP\\_LONG/)
        assert.doesNotMatch(hover, /missing-label/)
      })

      it('names with a finding the concept behind it', async () => {
        const client = await begun('elu')
        const uri = 'file:///nowhere/b.csv'
        await client.open(uri, 'dateConvention;montant\n14/07/2023;1\n25/12/2023;2\n')
        assert.match(await hovered(client, uri, 1, 3), /command:vigie\.glossary\?%5B%22iso-8601-date%22%5D/)
      })

      it('does not repeat what the editor says beside it', async () => {
        const client = await begun('agent')
        const uri = 'file:///nowhere/e.csv'
        await client.open(uri, 'siret;montant\n219 900 172 00012;1\n')
        const found = await client.found(uri)
        const told = found.map(({ message }) => String(message))
        const message = told.map(bare).find(text => text.includes('219 900 172 00012'))
        assert.ok(message)
        const [whole, rest] = [await hovered(client, uri, 1, 3), await hovered(client, uri, 1, 3, told)]
        assert.ok(bare(whole).includes(message), whole)
        assert.ok(!bare(rest).includes(message) && rest.length > 100, rest)
      })

      it('keeps up with the edits of a large text, and is short on a cell of 1 MB', async function () {
        this.timeout(60_000)
        const client = await begun('agent')
        const uri = 'file:///nowhere/c.csv'
        const rows = Array.from({ length: 200_000 }, (_, i) => `${i};note ${i}\n`).join('')
        // Asked in the same breath, so that the text is not read to its end before.
        const opened = client.open(uri, `montant;note\n${rows}1;${'x'.repeat(1 << 20)}\n`)
        const first = await hovered(client, uri, 0, 2)
        await opened
        assert.match(first, /(?:premières lignes|of the first)/)
        await client.ask('vigie/profile', { uri, columns: [0] })
        assert.match(await hovered(client, uri, 0, 2), /\| 200[\s,]001 (?:sur|of) 200[\s,]001/)
        const changed = client.edit(uri, 2, 1, '999999;changed')
        const edited = await hovered(client, uri, 0, 2)
        await changed
        assert.match(edited, /(?:avant la dernière modification|before the last edit)/)
        await client.ask('vigie/profile', { uri, columns: [0] })
        assert.match(await hovered(client, uri, 0, 2), /999[\s,]999/)
        const long = await hovered(client, uri, 200_001, 500_000)
        assert.match(long, /(?:Texte de 1\s048\s576 caractères|Text of 1,048,576 characters)/)
        assert.ok(long.length < 10_000)
      })
    })

  it('gives the facts of the columns to the client, of the version that it names', async () => {
    const client = new Client()
    await client.begin()
    const uri = 'file:///nowhere/d.csv'
    await client.open(uri, GRANTS)
    const answer = await client.ask('vigie/profile', { uri, columns: [0] })
    assert.equal(answer?.version, 1)
    assert.deepEqual(
      answer?.profile.columns.map(({ label, filled }) => [label, filled]),
      [['montant', 9]],
    )
    await client.edit(uri, 2, 9, '')
    const edited = await client.ask('vigie/profile', { uri })
    assert.equal(edited?.version, 2)
    assert.deepEqual(
      edited?.profile.columns.map(({ filled }) => filled),
      [8, 8, 8],
    )
    assert.equal(await client.leave(), 0)
  })
})

/** The hover at a place, as Markdown. */
async function hovered(
  client: Client,
  uri: string,
  line: number,
  character: number,
  told?: readonly string[],
): Promise<string> {
  const params = { textDocument: { uri }, position: { line, character }, ...(told && { told }) }
  const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', params)
  return (hover?.contents as MarkupContent | undefined)?.value ?? ''
}

/** Markdown without the marks that keep its characters from meaning anything, all its spaces alike. */
function bare(markdown: string): string {
  return markdown.replace(/\\(?=[^\w\s])/g, '').replace(/\s/g, ' ')
}
