import assert from 'node:assert/strict'
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { Client } from './client'

const uri = 'untitled:table.csv'
const fresh = 'untitled:fresh.csv'
const HEADER = 'ref;jour;montant;nature'
const row = (i: number) => `R${i};2024-0${1 + (i % 9)}-1${i % 10};${i}.5;${i % 3 ? 'aide' : 'prêt'}`
const rows = (count: number, first = 0) => Array.from({ length: count }, (_, i) => row(first + i))
const table = (...lines: readonly string[]) => `${[HEADER, ...lines].join('\n')}\n`

describe('the language server while somebody types', () => {
  let client: Client
  let version = 1
  beforeEach(async () => {
    client = new Client()
    version = 1
    await client.begin({ preset: 'complet' })
  })
  afterEach(async () => {
    assert.equal(await client.leave(), 0)
  })

  const change = (...contentChanges: TextDocumentContentChangeEvent[]) =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges,
    })
  /** The findings are those of a document that was opened with the same text. */
  const agrees = async (text: string) => {
    const found = await client.found(uri)
    await client.open(fresh, text)
    assert.deepEqual(told(found), told(await client.found(fresh)))
    return found
  }

  it('keeps up with 1,000 edits that come at once', async () => {
    const lines = rows(2_000)
    await client.open(uri, table(...lines))
    await client.found(uri)
    for (let i = 0; i < 1_000; i++) {
      const line = (i * 7) % 2_000
      const text = ['x', '"', '😀', ';'][i % 4]!
      void change(at(1 + line, 2, text))
      lines[line] = lines[line]!.slice(0, 2) + text + lines[line]!.slice(2)
    }
    const found = await agrees(table(...lines))
    assert.ok(found.length > 0)
  })

  it('takes a paste of 100,000 rows back', async () => {
    const lines = rows(500)
    const text = table(...lines)
    await client.open(uri, text)
    const before = told(await client.found(uri))
    const pasted = rows(100_000, 400)
    void change(at(11, 0, `${pasted.join('\n')}\n`))
    await agrees(table(...lines.slice(0, 10), ...pasted, ...lines.slice(10)))
    void change({ range: { start: { line: 11, character: 0 }, end: { line: 100_011, character: 0 } }, text: '' })
    assert.deepEqual(told(await client.found(uri)), before)
  })

  it('takes a text that is given whole, and one that comes with a byte order mark', async () => {
    await client.open(uri, table(...rows(10)))
    void change({ text: table('R1;31/12/2024;12;aide') })
    await agrees(table('R1;31/12/2024;12;aide'))
    void change(at(0, 0, '\uFEFF'))
    const [first] = await agrees(`\uFEFF${table('R1;31/12/2024;12;aide')}`)
    assert.ok(first)
    void change(at(0, 4, 'x'), at(1, 0, 'é'))
    await agrees(`\uFEFF${table('éR1;31/12/2024;12;aide').replace('ref', 'refx')}`)
    void change(at(0, 0, '', 1))
    await agrees(table('éR1;31/12/2024;12;aide').replace('ref', 'refx'))
  })

  it('takes what is put before a byte order mark and what brings one to the start', async () => {
    const text = table('R1;31/12/2024;12;aide')
    await client.open(uri, `\uFEFF${text}`)
    void change(at(0, 0, 'é\n'))
    await agrees(`é\n\uFEFF${text}`)
    void change({ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' })
    await agrees(`\uFEFF${text}`)
    void change(at(0, 0, '\uFEFF'))
    await agrees(`\uFEFF\uFEFF${text}`)
    void change(at(0, 0, '', 1))
    await agrees(`\uFEFF${text}`)
  })

  it('opens a quote at the top and closes it again', async () => {
    const lines = rows(3_000)
    await client.open(uri, table(...lines, 'R9999;2024-01-01;1;"a ""b"" c"'))
    const before = told(await client.found(uri))
    void change(at(1, 0, '"'))
    await agrees(table(`"${lines[0]}`, ...lines.slice(1), 'R9999;2024-01-01;1;"a ""b"" c"'))
    void change(at(1, 0, '', 1))
    assert.deepEqual(told(await client.found(uri)), before)
  })
})

function told(found: readonly Diagnostic[]): string[] {
  return found.map(({ range, code, message, severity }) => JSON.stringify([range, code, message, severity]))
}

/** An insertion, in place of `length` UTF-16 units. */
function at(line: number, character: number, text: string, length = 0): TextDocumentContentChangeEvent {
  return { range: { start: { line, character }, end: { line, character: character + length } }, text }
}
