import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { compilePattern } from '../../server/engine/schema/pattern'
import { readSchemaText } from '../../server/engine/schema/table-schema'
import { describeShared } from './cases'

const originals = '../shared/schemas'

/** Every pattern of the public schemas, once. */
const patterns = existsSync(originals)
  ? new Set(
      readdirSync(originals).flatMap(id =>
        (readSchemaText(readFileSync(`${originals}/${id}/schema.json`, 'utf8'), id).schema?.fields ?? []).flatMap(
          ({ constraints }) => constraints.pattern?.source ?? [],
        ),
      ),
    )
  : new Set<string>()

describeShared('the patterns of the public schemas', () => {
  it('are all there', () => assert.equal(patterns.size, 66))

  it('need a judge for four', () => {
    const judged = [...patterns].filter(source => compilePattern(source)!.matches('') === undefined)
    assert.equal(judged.length, 4)
    for (const source of judged) assert.match(source, /\\1/)
  })

  for (const source of patterns) {
    const { matches, accept } = compilePattern(source)!
    if (matches('') === undefined) continue

    it(`${source.slice(0, 80)} is answered as JavaScript does, on text and on bytes`, () => {
      const theirs = meant(source)
      const found = new Set<boolean>()
      fc.assert(
        fc.property(textsNear(source), text => {
          const expected = theirs.test(text)
          found.add(expected)
          assert.equal(matches(text), expected, text)
          const bytes = new TextEncoder().encode(`"${text}"`)
          assert.equal(accept(bytes, 1, bytes.length - 1), expected, text)
        }),
        { numRuns: 400 },
      )
      assert.deepEqual(found, new Set([true, false]))
    })
  }
})

/** The expression as JavaScript has it; the letters of all languages for `\w` take the `u` flag. */
function meant(source: string): RegExp {
  return source.includes('\\w')
    ? new RegExp(`^(?:${source.replaceAll('\\w', '_\\p{L}\\p{M}\\p{N}')})$`, 'u')
    : new RegExp(`^(?:${source})$`)
}

/** Texts that match now and then: values made by the expression itself, one character changed, added or dropped. */
function textsNear(source: string): fc.Arbitrary<string> {
  const made = fc.stringMatching(meant(source), { size: 'small' })
  const character = fc.oneof(fc.constantFrom(...'09aZé|-_., \n’\u00A0'), fc.constantFrom(...Array.from(source)))
  const near = fc
    .tuple(made, fc.nat(40), character, fc.constantFrom(0, 1), fc.constantFrom('', undefined))
    .map(([text, place, added, dropped, nothing]) => {
      const characters = Array.from(text)
      characters.splice(place % (characters.length + 1), dropped, nothing ?? added)
      return characters.join('')
    })
  return fc.oneof(
    made,
    near,
    fc.array(character, { maxLength: 8 }).map(parts => parts.join('')),
  )
}
