import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Marks } from '../../../server/engine/csv/cell'
import { type ScanStart, scanChunk } from '../../../server/engine/csv/scan'
import { swiftScan } from '../../../server/engine/csv/swift-scan'
import { kernel } from '../../../server/engine/kernel/kernel'

const plain: Marks = {
  delimiter: Uint8Array.of(44),
  quote: 34,
  escape: -1,
  doubled: true,
  bareEscape: -1,
  skipInitialSpace: false,
  comment: new Uint8Array(),
}
const start: ScanStart = { start: 0, row: 0, column: 0 }

describe('the kernel’s scan', () => {
  it('runs here', () => assert.ok(kernel()))

  const marks: [named: string, marks: Partial<Marks>][] = [
    ['commas', {}],
    ['semicolons', { delimiter: Uint8Array.of(59) }],
    ['tabs', { delimiter: Uint8Array.of(9) }],
    ['spaces', { delimiter: Uint8Array.of(32) }],
    ['no quotes', { quote: -1 }],
    ['apostrophes as quotes', { quote: 39 }],
    ['backslashes as escapes', { escape: 92 }],
    ['a space to skip', { skipInitialSpace: true }],
    ['comments', { comment: Uint8Array.of(35) }],
    ['a delimiter of two bytes', { delimiter: Uint8Array.of(58, 58) }],
  ]
  const pieces = ['"', '""', '","', '"\n"', ',', ';', '\t', ' ', "'", '\n', '\r', '\r\n', '#', '\\', '::']
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({ unit: fc.constantFrom(...pieces, 'a', 'é', '1', '123456789', '@', '`', '_', '\u007f'), maxLength: 300 })
      .map(encoded),
    // Well-formed, of any length: these are what the kernel does not leave to the other scan.
    fc
      .tuple(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 })), fc.constantFrom('\n', '\r', '\r\n'))
      .map(([rows, end]) => encoded(rows.map(cells => cells.map(quotedIfNeeded).join(',') + end).join(''))),
  )
  for (const [named, own] of marks)
    it(`is the scan in TypeScript to the last bit, with ${named}`, () => {
      const meant = { ...plain, ...own }
      fc.assert(
        fc.property(text, fc.nat(400), fc.boolean(), (bytes, size, goesOn) => {
          const beyond = goesOn ? { quote: () => undefined } : undefined
          assert.deepEqual(swiftScan(bytes, start, size, meant, beyond), scanChunk(bytes, start, size, meant, beyond))
        }),
        { numRuns: 1_000 },
      )
    })

  it('cuts a text at every byte as the other does', () => {
    const bytes = encoded(`a,"b ""c""",d\r\n${'1'.repeat(70)},"x\ny",é\r\n,,\r\n"${'z,'.repeat(40)}",2024-01-02,+5\r\n`)
    for (let end = 0; end <= bytes.length; end++)
      for (let size = 1; size <= end + 1; size++) {
        const part = bytes.subarray(0, end)
        assert.deepEqual(swiftScan(part, start, size, plain), scanChunk(part, start, size, plain))
        const beyond = { quote: () => undefined }
        assert.deepEqual(swiftScan(part, start, size, plain, beyond), scanChunk(part, start, size, plain, beyond))
      }
  })

  it('signs every byte as the other does, wherever in a cell it stands', () => {
    for (let byte = 0; byte < 256; byte++)
      for (const before of [0, 15, 16, 40]) {
        const cell = [...Array.from({ length: before }, () => 97), byte, 97, 44, 98, 10]
        const bytes = Uint8Array.from(cell)
        assert.deepEqual(swiftScan(bytes, start, bytes.length, plain), scanChunk(bytes, start, bytes.length, plain))
      }
  })

  it('finds nine digits in a row wherever they stand', () => {
    for (let length = 8; length <= 10; length++)
      for (let before = 0; before < 140; before++) {
        const bytes = encoded(`1${'a'.repeat(before)}${'7'.repeat(length)}b12345678\n`)
        assert.deepEqual(swiftScan(bytes, start, 1, plain), scanChunk(bytes, start, 1, plain))
      }
  })

  it('reads the samples itself, as the other does', () => {
    for (const name of readdirSync('test/samples')) {
      const bytes = new Uint8Array(readFileSync(`test/samples/${name}`))
      const delimiter = Uint8Array.of(bytes.includes(59) ? 59 : 44)
      assert.deepEqual(
        swiftScan(bytes, start, 1 << 14, { ...plain, delimiter }),
        scanChunk(bytes, start, 1 << 14, { ...plain, delimiter }),
      )
    }
  })
})

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function quotedIfNeeded(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
