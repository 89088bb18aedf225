import assert from 'node:assert/strict'
import fc from 'fast-check'
import { skipValue } from '../../../server/engine/json/skip'

const encoder = new TextEncoder()

describe('a value of JSON', () => {
  it('is passed over exactly when JSON.parse reads it', () => {
    const bits = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"',
      ':',
      ',',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\\u00e9',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), parts => {
        const text = parts.join('')
        const bytes = encoder.encode(`${text},`)
        const end = skipValue(bytes, 0)
        if (end >= 0) JSON.parse(text.slice(0, end))
        const isWhole = isJson(text) && !/^\s/.test(text)
        if (isWhole && text === text.trim() && !repeats(text)) assert.equal(end, text.length)
      }),
      { numRuns: 3_000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether an object of the text has a key twice: all keys of the test are the same. */
function repeats(text: string): boolean {
  return /"a"\s*:[^]*"a"\s*:/.test(text)
}
