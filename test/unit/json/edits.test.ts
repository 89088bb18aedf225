import assert from 'node:assert/strict'
import { applyEdits } from '../../../server/engine/fix'
import { treeEdits } from '../../../server/engine/json/edits'
import { readTree } from '../../../server/engine/json/read'
import type { TreeChange } from '../../../server/engine/model/change'

function changed(text: string, change: TreeChange): string {
  const bytes = new TextEncoder().encode(text)
  return new TextDecoder().decode(applyEdits(bytes, treeEdits(readTree(bytes), change, bytes)))
}

describe('a change of a tree in its text', () => {
  it('renames a key and writes a value', () => {
    assert.equal(changed('{"é": 1}', { set: 'key', node: '/é', name: 'a"b' }), String.raw`{"a\"b": 1}`)
    assert.equal(changed('[1, {"a/b": 2}]', { set: 'value', node: '/1/a~1b', value: 'x' }), '[1, {"a/b": "x"}]')
  })

  it('writes a value that is missing, and a member behind it, after the colon', () => {
    assert.equal(changed('{"a": , "b": 1}', { set: 'value', node: '/a', value: 'x' }), '{"a":"x" , "b": 1}')
    const member = { add: 'member', node: '', name: 'c', value: 2 } as const
    assert.equal(changed('{"b": 1, "a": }', member), '{"b": 1, "a":, "c": 2 }')
  })

  it('moves a member, its layout kept', () => {
    const text = '{\n  "a": 1,\n  "b": 2,\n  "in": {\n    "x": 0\n  }\n}'
    assert.equal(changed(text, { move: '/in', node: '/a' }), '{\n  "b": 2,\n  "in": {\n    "x": 0,\n    "a": 1\n  }\n}')
    assert.equal(changed(text, { move: '/in', node: '/b' }), '{\n  "a": 1,\n  "in": {\n    "x": 0,\n    "b": 2\n  }\n}')
    assert.equal(changed('{"in": {}, "a": 1}', { move: '/in', node: '/a' }), '{"in": { "a": 1 }}')
    assert.equal(changed('{"a": 1}', { move: '/in', node: '/a' }), '{"in": { "a": 1 }}')
  })

  it('changes nothing where the member is already, or where there is no object', () => {
    for (const text of ['{"in": {"a": 2}, "a": 1}', '{"in": [], "a": 1}', '{"in": {}}'])
      assert.equal(changed(text, { move: '/in', node: '/a' }), text)
  })

  const mends: readonly (readonly [string, string])[] = [
    ['[1,]', '[1]'],
    ['[1 2]', '[1 ,2]'],
    [`['a"b']`, String.raw`["a\"b"]`],
    [String.raw`['', 'it\'s', '\\"é"\n']`, String.raw`["", "it's", "\\\"é\"\n"]`],
    [String.raw`["a "b" \\ c"]`, String.raw`["a \"b\" \\ c"]`],
    ['{a: 1}', '{"a": 1}'],
    ['{"a": "x , "b": 1}', '{"a": "x" , "b": 1}'],
    ['[NaN, True]', '[null, true]'],
    ['[+.5, 2., 012]', '[0.5, 2, "012"]'],
    ['[-.5, -012, +2, 1.e3]', '[-0.5, "-012", 2, 1e3]'],
    ['[1] // end', '[1] '],
  ]
  for (const [text, meant] of mends)
    it(`mends ${text}`, () => {
      let now = text
      for (let flaws = readTree(new TextEncoder().encode(now)).flaws; flaws.length > 0; ) {
        now = changed(now, { mend: flaws[0]! })
        flaws = readTree(new TextEncoder().encode(now)).flaws
      }
      assert.equal(now, meant)
    })
})
