import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { joinedEdits } from '../../../client/joined-edits'

const MANY = 1_234

describe('many changes of a text', () => {
  it('are made by one where little stands between two', () => {
    for (const line of ['ref;[05/06/2024>2024-06-05];é', '[a>];b;[c>dd]', '[>x]', `[a>b]${' '.repeat(198)}[c\n>]`])
      assert.equal(joined(line, MANY), 1, line)
  })

  it('are made by as many as there are places where much stands between two', () => {
    assert.equal(joined(`${'[a>b]\n'.repeat(10)}${' '.repeat(300)}`, MANY), MANY)
  })

  it('stay as they are where much stands between them, or there are fewer', () => {
    assert.equal(joined(`[a>b]${' '.repeat(300)}`, MANY), MANY)
    assert.equal(joined('[a>b]\nc', MANY), MANY)
    assert.equal(joined('[a>b]', 1_000), 1_000)
  })
})

/** How many changes are left of those of so many lines, in which `[old>new]` marks each; they must make the same text. */
function joined(line: string, times: number): number {
  const marked = `${line}\n`.repeat(times)
  const parts = marked.split(/\[([^>]*)>([^\]]*)\]/)
  const document = TextDocument.create('file:///a.csv', 'csv', 1, parts.filter((_, i) => i % 3 < 2).join(''))
  let at = 0
  const edits = parts.flatMap((part, i) => {
    const start = at
    if (i % 3 < 2) at += part.length
    const range = { start: document.positionAt(start), end: document.positionAt(at) }
    return i % 3 === 1 ? [{ range, newText: parts[i + 1]! }] : []
  })
  const fewer = joinedEdits(edits, document.getText.bind(document))
  assert.equal(TextDocument.applyEdits(document, [...fewer]), marked.replaceAll(/\[[^>]*>([^\]]*)\]/g, '$1'))
  return fewer.length
}
