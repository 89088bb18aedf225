import assert from 'node:assert/strict'
import { applyEdits, fixAll, fixesOf, isFixable } from '../../../server/engine/fix'
import { lint } from '../../../server/engine/lint'
import { openFile } from '../../../server/engine/open'

/** The rules whose findings are repaired in a data package, and those that speak of it and are not. */
function offered(text: string): { readonly repaired: readonly string[]; readonly told: readonly string[] } {
  const dataset = openFile(new TextEncoder().encode(text), { tree: 'data-package' })
  const found = [...lint(dataset)]
  const fixable = found.filter(one => fixesOf(dataset, one).some(({ edits }) => edits.length > 0))
  assert.deepEqual(found.filter(isFixable), fixable)
  assert.equal(fixAll(dataset, found, { unsafe: true }).length === 0, fixable.length === 0)
  const idsOf = (some: typeof found) => [...new Set(some.map(({ rule }) => rule))]
  return { repaired: idsOf(fixable), told: idsOf(found.filter(one => !fixable.includes(one))) }
}

/** A table once it is repaired in one go; `unsafe`: as far as a person may ask. */
function repaired(text: string, { unsafe }: { readonly unsafe: boolean }): string {
  const bytes = new TextEncoder().encode(text)
  const dataset = openFile(bytes, { json: 'one-value', schema: 'none' })
  return new TextDecoder().decode(applyEdits(bytes, fixAll(dataset, lint(dataset), { unsafe })))
}

describe('a document', () => {
  it('is completed where its text is wrong and leaves no doubt', () => {
    for (const text of ['{ "resources": [], }', '{ title: , "resources": [] }']) {
      const { repaired } = offered(text)
      assert.ok(repaired.includes('json-syntax') && repaired.includes('missing-licence'), text)
    }
  })

  it('is not where that leaves open what it means: what is missing is told, and only the text repaired', () => {
    const { repaired, told } = offered('{ "title": "Le "grand" marché", "resources": [] }')
    assert.deepEqual(repaired, ['json-syntax'])
    assert.ok(told.includes('missing-licence'))
    assert.deepEqual(offered('{ "title": "Marchés", "resources": [ }').repaired, [])
  })
})

describe('a record', () => {
  it('of which the text leaves open what it means has nothing but its text repaired, and the others have all', () => {
    const text = '[{"lieu": "Le "grand" marché", "jour": "lundi "},\n{"lieu": "Les halles", "jour": "mardi ",}]'
    const left = text.replace('mardi ",}', 'mardi"}')
    assert.equal(repaired(text, { unsafe: false }), left)
    assert.equal(repaired(text, { unsafe: true }), left.replace('"grand"', String.raw`\"grand\"`))
  })
})
