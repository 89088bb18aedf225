import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Lines } from '../../server/engine/model/lines'
import { LiveText } from '../../server/engine/model/live-text'
import { flatSource } from '../../server/engine/model/source'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const texts = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\r', '\n', '\r\n', ';', '"'), maxLength: 60 })
/** Longer than a piece. */
const LONG = `${'ligne;é\r\n'.repeat(12_000)}${'x'.repeat(90_000)}`
const RESTS = { nothing: '', short: 'un\r\ndeux\n', long: LONG }
const edits = fc.array(fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), text: texts }), { maxLength: 12 })

describe('a text under edit', () => {
  it('reads as the same text written at once, and finds the same places', () => {
    fc.assert(
      fc.property(fc.constantFrom('nothing', 'short', 'long'), texts, edits, (rest, start, changes) => {
        let flat = start + RESTS[rest]
        const text = new LiveText(encoder.encode(flat))
        for (const change of changes) {
          const characters = Array.from(flat.slice(0, 200_000))
          const from = characters.slice(0, change.at % (characters.length + 1)).join('').length
          const to =
            from +
            Array.from(flat.slice(from, from + 100))
              .slice(0, change.length)
              .join('').length
          const span = { start: bytes(flat.slice(0, from)), end: bytes(flat.slice(0, to)) }
          text.replace(span, encoder.encode(change.text))
          flat = flat.slice(0, from) + change.text + flat.slice(to)
          check(text, flat, [span.start, span.end, span.start + bytes(change.text)])
        }
        check(text, flat, [0, bytes(flat) >> 1, bytes(flat)])
      }),
      { numRuns: 150 },
    )
  })

  it('takes what lies beyond a line or beyond the end as the end of it', () => {
    const text = new LiveText(encoder.encode('a\r\nbé'))
    assert.equal(text.offset({ line: 0, character: 9 }), 1)
    assert.equal(text.offset({ line: 1, character: 9 }), 6)
    assert.equal(text.offset({ line: 9, character: 0 }), 6)
    assert.deepEqual(text.position(99), { line: 1, character: 2 })
  })
})

function check(text: LiveText, flat: string, offsets: readonly number[]): void {
  const written = encoder.encode(flat)
  assert.equal(text.length, written.length)
  assert.equal(decoder.decode(text.window(0, text.length)), flat)
  const lines = new Lines(flatSource(written))
  for (const offset of offsets) {
    const place = lines.position(offset)
    assert.deepEqual(text.position(offset), place)
    const back = lines.offset(place)
    assert.equal(text.offset(place), back)
    assert.equal(text.indexOf(10, offset), written.indexOf(10, offset))
    assert.deepEqual(text.window(offset, 20).slice(0, 20), written.slice(offset, offset + 20))
  }
}

function bytes(text: string): number {
  return encoder.encode(text).length
}
