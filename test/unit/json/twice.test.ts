import assert from 'node:assert/strict'
import { textOf } from '../../../server/engine/dataset'
import { applyEdits, fixesOf } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import { flatSource } from '../../../server/engine/model/source'
import { knownJson, knownTree, openFile } from '../../../server/engine/open'
import { titleOf } from '../../../server/engine/say'

/** What becomes of a text by each repair of its last repeated key, with the title of the repair. */
function repaired(name: string, text: string): Readonly<Record<string, string>> {
  const bytes = new TextEncoder().encode(text)
  const tree = knownTree(name, bytes)
  const json = knownJson(name, flatSource(bytes))?.json
  const dataset = openFile(bytes, { schema: 'none', ...(tree && { tree }), ...(json && !tree && { json }) })
  const found = [...lint(dataset)].findLast(({ rule }) => rule === 'duplicate-json-key')!
  return Object.fromEntries(
    fixesOf(dataset, found).map(fix => {
      assert.equal(fix.safe, false)
      return [titleOf(fix, 'en'), new TextDecoder().decode(applyEdits(textOf(dataset), fix.edits))]
    }),
  )
}

describe('a key that is written twice', () => {
  it('loses the one value or the other, in a document', () =>
    assert.deepEqual(
      repaired('datapackage.json', '{ "resources": [],\n  "name": "a", "title": "t",\n  "name": "b"\n}'),
      {
        'Keep the last value and remove "a"': '{ "resources": [],\n  "title": "t",\n  "name": "b"\n}',
        'Keep the first value and remove "b"': '{ "resources": [],\n  "name": "a", "title": "t"\n}',
      },
    ))

  it('and in the record that it is of', () =>
    assert.deepEqual(repaired('t.json', '[\n  {"id": 1, "n": "é"},\n  {"id": 2, "id": 3, "n": "é"}\n]'), {
      'Keep the last value and remove 2': '[\n  {"id": 1, "n": "é"},\n  {"id": 3, "n": "é"}\n]',
      'Keep the first value and remove 3': '[\n  {"id": 1, "n": "é"},\n  {"id": 2, "n": "é"}\n]',
    }))

  it('once for each time too many', () =>
    assert.deepEqual(repaired('t.jsonl', '{"id": 1}\n{"id": 2, "id": 3, "id": [4]}\n'), {
      'Keep the last value and remove 2': '{"id": 1}\n{"id": 3, "id": [4]}\n',
      'Keep the first value and remove [4]': '{"id": 1}\n{"id": 2, "id": 3}\n',
    }))

  it('is repaired without telling a personal value', () => {
    for (const values of ['"294032A12345692", "nir": "x"', '"x", "nir": "294032A12345692"'])
      assert.deepEqual(Object.keys(repaired('t.json', `[{"nir": ${values}}, {"nir": "y"}]`)), [
        'Correct without showing the value',
      ])
  })
})
