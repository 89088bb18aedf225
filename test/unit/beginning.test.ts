import assert from 'node:assert/strict'
import { beginningOf } from '../../server/engine/beginning'

describe('the beginning of a long file', () => {
  const cases: readonly (readonly [name: string, first: string, whole: string])[] = [
    ['a.csv', 'nom;valeur\nA;1\nB;', 'nom;valeur\nA;1\n'],
    ['a.jsonl', '{"a":1}\n{"a":2}\n{"a', '{"a":1}\n{"a":2}\n'],
    ['a.json', '[{"a":1},{"a":2},{"a', '[{"a":1},{"a":2}]\n'],
    ['a.json', '{"data":{"rows":[{"a":1},{"a":2},{"a":3', '{"data":{"rows":[{"a":1},{"a":2}]}}\n'],
    ['a.json', '{"total":3}', '{"total":3}'],
  ]
  for (const [name, first, whole] of cases)
    it(`ends ${JSON.stringify(first)} of ${name} after its last whole row`, () => {
      const bytes = beginningOf(name, new TextEncoder().encode(first))
      assert.equal(new TextDecoder().decode(bytes), whole)
    })

  it('ends UTF-16 between two characters', () => {
    const first = Buffer.from('\uFEFFa;b\n1;2\n3', 'utf16le')
    assert.equal(Buffer.from(beginningOf('a.csv', first)).toString('utf16le'), '\uFEFFa;b\n1;2\n')
  })
})
