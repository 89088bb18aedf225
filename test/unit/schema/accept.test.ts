import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { bytesNear } from '../bytes-near'
import { fieldOf } from './field-of'

// What each type says of itself, and values that it reads and accepts.
const accepting: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
  [{}, ['', 'été', 'a;b']],
  [{ type: 'any' }, ['', 'été']],
  [{ type: 'integer' }, ['0', '-12', '+7', '0042']],
  [{ type: 'integer', groupChar: ' ' }, ['12']],
  [{ type: 'integer', bareNumber: false }, ['12', '-3']],
  [{ type: 'number' }, ['0', '-12.5', '+7.', '3.14159']],
  [{ type: 'number', decimalChar: ',' }, ['12,5']],
  [{ type: 'number', decimalChar: ',', groupChar: '.', bareNumber: false }, ['-12,5']],
  [{ type: 'number', decimalChar: '.', groupChar: ',' }, ['12.5']],
  [{ type: 'number', decimalChar: ' ' }, ['12 5']],
  [{ type: 'number', decimalChar: 'e' }, ['12e5']],
  [{ type: 'number', decimalChar: ',', groupChar: ',' }, []],
  [{ type: 'boolean' }, ['true', '0', 'FALSE']],
  [{ type: 'boolean', trueValues: ['oui', 'Vrai'], falseValues: ['non', 'pas sûr'] }, ['oui', 'pas sûr']],
  [{ type: 'year' }, ['2024']],
  [{ type: 'yearmonth' }, ['2024-12']],
  [{ type: 'date' }, ['2024-02-29', '0001-01-01', '9999-12-31']],
  [{ type: 'date', format: '%d/%m/%Y' }, ['29/02/2024']],
  [{ type: 'date', format: '%d/%m/%y' }, ['29/02/24', '28/02/69']],
  [{ type: 'date', format: '%Y' }, ['2024']],
  [{ type: 'time' }, ['23:59:59']],
  [{ type: 'time', format: '%H:%M' }, ['08:05']],
  [{ type: 'datetime' }, ['2024-02-29T23:59:59', '2024-02-29T23:59:59Z']],
  [{ type: 'datetime', format: '%d/%m/%Y %H:%M:%S' }, ['29/02/2024 23:59:59']],
  [{ format: 'uri' }, ['https://exemple.fr/a?b=c#d', 'http://x']],
]

describe('accept', () => {
  for (const [descriptor, samples] of accepting) {
    const field = fieldOf(descriptor)
    const accepts = (bytes: Uint8Array) => {
      // The cell lies among others: what stands round it must not count.
      const around = new Uint8Array(bytes.length + 4).fill(49)
      around.set(bytes, 2)
      return field.accept?.(around, 2, 2 + bytes.length) ?? false
    }

    it(`of ${JSON.stringify(descriptor)} knows plain values`, () => {
      for (const text of samples) {
        assert.notEqual(field.read(text), undefined, text)
        assert.ok(accepts(new TextEncoder().encode(text)), text)
      }
    })

    it(`of ${JSON.stringify(descriptor)} says true of nothing that is not read`, () => {
      fc.assert(
        fc.property(bytesNear(samples), bytes => {
          if (accepts(bytes))
            assert.notEqual(field.read(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)), undefined)
        }),
        { numRuns: 8000 },
      )
    })
  }
})

describe('numberAt', () => {
  const measured = accepting.filter(([descriptor]) => fieldOf(descriptor).numberAt !== undefined)

  it('stands beside each type whose values are often bounded', () => {
    const types = new Set(measured.map(([descriptor]) => descriptor['type']))
    assert.deepEqual([...types], ['integer', 'number', 'year', 'date'])
  })

  for (const [descriptor, samples] of measured) {
    const { read, numberAt } = fieldOf(descriptor)
    const valueOf = (bytes: Uint8Array) => {
      const around = new Uint8Array(bytes.length + 4).fill(49)
      around.set(bytes, 2)
      return numberAt!(around, 2, 2 + bytes.length)
    }

    it(`of ${JSON.stringify(descriptor)} is what is read`, () => {
      for (const text of samples) assert.equal(valueOf(new TextEncoder().encode(text)), read(text), text)
      fc.assert(
        fc.property(bytesNear([...samples, '0001.10', '123456789.123456', '1234567890.123456']), bytes => {
          const value = valueOf(bytes)
          if (!Number.isNaN(value)) assert.equal(value, read(new TextDecoder().decode(bytes)))
        }),
        { numRuns: 8000 },
      )
    })
  }
})
