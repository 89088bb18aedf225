import assert from 'node:assert/strict'
import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Utf8Trial } from '../../../server/files/utf8-trial'
import { folderWith } from './run'

/** Bytes of characters of each length, some of which are cut. */
const bytes = fc
  .array(
    fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom('a', '\n', 'é', '€', '😀').map(each => Buffer.from(each)) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom([0xe9], [0xc3], [0x80], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80])
          .map(each => Buffer.from(each)),
      },
    ),
    { maxLength: 60 },
  )
  .map(parts => Buffer.concat(parts))

describe('the trial of a file for UTF-8', () => {
  const folder = folderWith({})
  const path = join(folder, 'tried')

  it('says what is said of all bytes at once, wherever others read', () => {
    let passed = 0
    let failed = 0
    fc.assert(
      fc.property(bytes, fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 40 }))), (all, reads) => {
        writeFileSync(path, all)
        const file = openSync(path, 'r')
        const trial = new Utf8Trial(file, all.length)
        for (const [from, length] of reads.filter(([at]) => at < all.length)) {
          const read = all.subarray(from, from + length)
          // All that was read is right, but for a character that may go on.
          if (trial.take(from, read)) assert.ok(startsUtf8(all.subarray(0, from + read.length)))
          else assert.ok(!isUtf8(all))
        }
        assert.equal(verdictOf(trial), isUtf8(all))
        closeSync(file)
        if (isUtf8(all)) passed++
        else failed++
      }),
      { numRuns: 1_000 },
    )
    assert.ok(passed > 50 && failed > 50)
  })

  it('ends when the file has become shorter', () => {
    writeFileSync(path, 'é'.repeat(100))
    const file = openSync(path, 'r')
    const trial = new Utf8Trial(file, 200)
    truncateSync(path, 101)
    assert.equal(verdictOf(trial), false)
    closeSync(file)
  })
})

function startsUtf8(bytes: Uint8Array): boolean {
  return [0, 1, 2, 3].some(left => left <= bytes.length && isUtf8(bytes.subarray(0, bytes.length - left)))
}

function verdictOf(trial: Utf8Trial): boolean {
  const steps = trial.rest()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
