import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { placeAfter } from '../../../client/place-after'

describe('where a place lies after changes', () => {
  it('is behind the same text as before', () => {
    check('|[a>bcd]e', '|[bcd]e')
    check('[a>bcd]e|f', '[bcd]e|f')
    check('[a>bcd]|e', '[bcd]|e')
    check('[a>]b\nc|d', '[]b\nc|d')
    check('[a>b\nc]d|e\nf', '[b\nc]d|e\nf')
    check('[a\n>]b|c', '[]b|c')
    check('[a\nb>]c[d>ee]|f', '[]c[ee]|f')
    check('[05/06/2024>5 juin 2024]\n[06/06/2024>6 juin 2024];|x', '[5 juin 2024]\n[6 juin 2024];|x')
  })

  it('stays within what is changed, as far as that reaches', () => {
    check('a[b|cd>xyz]', 'a[x|yz]')
    check('a[bcd|e>x]', 'a[x|]')
    check('a[b\nc|d>xyz]', 'a[|xyz]')
    check('a[bc|d>x\nyz]', 'a[x|\nyz]')
  })

  it('is as far from the end, whatever is changed before', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 6 }), text, (parts, rest) => {
        const marked = `${parts.map(([between, old, written]) => `${between}x[${old}>${written}]`).join('')}x|${rest}`
        check(marked, marked.replaceAll(/\[[^>]*>/g, '['))
      }),
    ))
})

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 5 })

/** `[old>new]` marks each change, `|` the place; of the expected text brackets mark what was written. */
function check(marked: string, expected: string): void {
  const parts = marked.split(/\[([^>\]]*)>([^\]]*)\]/)
  const old = parts.filter((_, i) => i % 3 < 2).join('')
  const document = TextDocument.create('file:///a.csv', 'csv', 1, old.replace('|', ''))
  const place = old.indexOf('|')
  let at = 0
  const edits = parts.flatMap((part, i) => {
    const start = at
    if (i % 3 < 2) at += part.replace('|', '').length
    const range = { start: document.positionAt(start), end: document.positionAt(at) }
    return i % 3 === 1 ? [{ range, newText: parts[i + 1]! }] : []
  })
  const plain = expected.replaceAll(/[[\]]/g, '')
  const last = TextDocument.create('file:///a.csv', 'csv', 2, plain.replace('|', ''))
  assert.deepEqual(placeAfter(document.positionAt(place), edits), last.positionAt(plain.indexOf('|')))
}
