import assert from 'node:assert/strict'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { decodeText } from '../../../server/engine/csv/decoding'
import type { EncodingHints } from '../../../server/engine/csv/encoding'
import type { Source } from '../../../server/engine/model/source'
import { decodedInSteps, type Fill } from '../../../server/files/decoded-file'

/** Bytes of a page of a file that is decoded. */
const PAGE = 1 << 16

describe('a file that is decoded where somebody looks', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-decoded-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** Words that end and begin at the borders of pages, wherever these fall. */
  const words = ['Évry 😀 ', 'œuvre € ', 'l’été ', 'aide;', '\n']
  const text = (length: number, shift: number) => {
    let written = 'x'.repeat(shift)
    for (let i = 0; written.length < length; i++) written += words[(i * i) % words.length]!
    return written
  }
  const kinds: Readonly<Record<string, (length: number, shift: number) => Buffer>> = {
    'a code page': (length, shift) => latin(text(length, shift)),
    'UTF-16 with a mark': (length, shift) => Buffer.from(`\uFEFF${text(length >> 1, shift)}`, 'utf16le'),
    'UTF-16, big end first, of an odd length': (length, shift) =>
      Buffer.concat([Buffer.from(text(length >> 1, shift), 'utf16le').swap16(), latin('\xD8')]),
    'UTF-16 with halves of pairs': (length, shift) =>
      Buffer.from(text(length >> 1, shift).replaceAll('😀', '\uD83D x \uDE00'), 'utf16le'),
    'UTF-8 with faults': (length, shift) =>
      Buffer.concat([Buffer.from(text(length, shift)), latin('\xE9'), Buffer.from(text(PAGE, 0)), latin('\xE2\x82')]),
  }

  for (const [what, made] of Object.entries(kinds))
    it(`is the text of the same file read at once: ${what}`, () => {
      const lengths = fc.integer({ min: PAGE - 8, max: 2 * PAGE + 8 })
      const looks = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 * PAGE })), { maxLength: 6 })
      fc.assert(
        fc.property(lengths, fc.nat({ max: 5 }), looks, (length, shift, places) => {
          const file = new Uint8Array(made(length, shift))
          const { bytes, ...decoded } = decodeText(file)
          const paged = pagedOf(file, {})
          assert.deepEqual(paged.decoded, decoded)
          assert.equal(paged.length, bytes.length)
          const room = new Uint8Array(bytes.length + 1)
          for (const [at, most] of [[0, room.length] as const, ...places]) {
            const from = at % (bytes.length + 1)
            const seen = paged.bytesAt(room.subarray(0, most), from)
            assert.ok(Buffer.from(bytes.subarray(from, from + most)).equals(seen))
          }
        }),
        { numRuns: 40 },
      )
    })

  it('is in the encoding that is told, and says so of one that a description declares', () => {
    const file = new Uint8Array(latin(text(PAGE, 0)))
    for (const hints of [{ encoding: 'macintosh' }, { declared: 'latin9' }, { declared: 'utf-8' }]) {
      const { bytes: _, ...decoded } = decodeText(file, hints)
      assert.deepEqual(pagedOf(file, hints).decoded, decoded)
    }
  })

  /** A file as it is decoded page by page; it is closed, but for what was read of it. */
  function pagedOf(bytes: Uint8Array, hints: EncodingHints) {
    const path = join(folder, 'file.csv')
    writeFileSync(path, bytes)
    const file = openSync(path, 'r')
    opened.push(file)
    let fill: Fill | undefined
    const sourceOf = (length: number, filled: Fill): Source => {
      fill = filled
      return {
        length,
        isHeld: false,
        window: (from, least) => filled(new Uint8Array(least), from),
        indexOf: () => assert.fail('nobody looks for a byte'),
      }
    }
    const steps = decodedInSteps({ file, size: bytes.length, head: bytes }, hints, sourceOf)
    for (;;) {
      const { done, value } = steps.next()
      if (done) return { decoded: value.decoded, length: value.source.length, bytesAt: fill! }
    }
  }
  const opened: number[] = []
  afterEach(() => {
    for (const file of opened.splice(0)) closeSync(file)
  })
})

/** A text in a code page; what that lacks is an ê. */
function latin(written: string): Buffer {
  return Buffer.from(written.replaceAll(/[^\0-\xFF]/gu, 'ê'), 'latin1')
}
