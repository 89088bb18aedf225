import assert from 'node:assert/strict'
import fc from 'fast-check'
import { encodingOf, evidenceIn } from '../../../server/engine/csv/encoding'
import { GatheredEvidence } from '../../../server/engine/csv/gathered-evidence'

/** Bytes of all kinds that UTF-8 and code pages tell apart, those above ASCII more often than in a file. */
const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'A', ' ', ';', '\n', '\0').map(text => Buffer.from(text)),
      fc.constantFrom('é', '€', '😀', 'œ').map(text => Buffer.from(text)),
      fc.constantFrom('\xE9', '\xE0', '\x92', '\x80', '\xC3', '\xE2\x82', '\xF0\x9F\x98').map(latin),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map(parts => new Uint8Array(Buffer.concat(parts)))

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

describe('what is gathered of the bytes of a file, page by page', () => {
  it('is what they tell when all are there', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(bytes, fc.array(fc.integer({ min: 4, max: 12 }), { minLength: 1 }), (file, sizes) => {
        const gathered = new GatheredEvidence(file, file.length)
        for (let at = 0, page = 0; at < file.length; page++) {
          const end = Math.min(file.length, at + sizes[page % sizes.length]!)
          gathered.take(file.subarray(at, end), end === file.length)
          at = end
        }
        const whole = evidenceIn(file)
        assert.deepEqual(gathered.sequences(), whole.sequences())
        assert.deepEqual(gathered.letters().scores(), whole.letters().scores())
        for (const each of ['isUtf8', 'isAscii', 'hasNul'] as const) {
          assert.equal(gathered[each](), whole[each](), each)
          seen.add(`${each} ${whole[each]()}`)
        }
        for (const declared of [undefined, 'windows-1252', 'utf-16'])
          assert.deepEqual(encodingOf(gathered, { declared }), encodingOf(whole, { declared }))
      }),
      { numRuns: 500 },
    )
    assert.equal(seen.size, 6)
  })
})
