import assert from 'node:assert/strict'
import { unpackedEdits } from '../../../client/unpacked-edits'
import { packed } from '../../../server/repair/packed-edits'

describe('packed edits', () => {
  it('are those that were packed', () => {
    const edits = [
      edit(0, 3, 0, 9, '1,5'),
      edit(0, 9, 2, 0, ''),
      edit(2, 0, 2, 0, 'a\nb\u{1F600}'),
      edit(70_000, 1, 70_000, 2, '"'),
    ]
    assert.deepEqual(unpackedEdits(JSON.parse(JSON.stringify(packed(edits)))), edits)
    assert.deepEqual(unpackedEdits(packed([])), [])
  })
})

function edit(line: number, character: number, endLine: number, end: number, newText: string) {
  return { range: { start: { line, character }, end: { line: endLine, character: end } }, newText }
}
