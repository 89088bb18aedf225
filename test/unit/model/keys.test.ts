import assert from 'node:assert/strict'
import { addressKeyFault, tidyAddressKey } from '../../../server/engine/model/address-key'
import { isBuildingId } from '../../../server/engine/model/building'
import { isIban } from '../../../server/engine/model/iban'
import { isNir } from '../../../server/engine/model/nir'
import { isPlainRna, isRna } from '../../../server/engine/model/rna'
import { isUai, uaiKey } from '../../../server/engine/model/uai'

function check(test: (text: string) => boolean, right: readonly string[], wrong: readonly string[]): void {
  assert.deepEqual(
    right.filter(text => !test(text)),
    [],
  )
  assert.deepEqual(wrong.filter(test), [])
}

describe('keys and forms of identifiers', () => {
  it('IBAN: modulo 97, and the length of a French one', () =>
    check(
      isIban,
      [
        'FR1420041010050500013M02606',
        'FR14 2004 1010 0505 0001 3M02 606',
        'GB82WEST12345698765432',
        'DE89370400440532013000',
      ],
      ['FR1420041010050500013M02607', 'FR142004101005050001302606', 'FR14', 'GB82WEST12345698765433', '', 'x'],
    ))

  it('NIR: 97 less the remainder, Corsica counted otherwise', () =>
    check(
      isNir,
      ['255081416802538', '2 55 08 14 168 025 38', '180122A00100143', '1 80 12 2B 001 001 70'],
      ['255081416802539', '255081416802', '955081416802538', '255131416802538', '180122A00100144', ''],
    ))

  it('UAI: the letter is the remainder by 23', () => {
    check(isUai, ['0422170F', '0010001W'], ['0422170G', '422170F', '0422170f', '04221700', ''])
    assert.equal(uaiKey('0422170'), 'F')
  })

  it('RNA: W and nine digits, a letter third overseas', () => {
    check(
      isRna,
      ['W751234567', 'W9R1234567', 'W2A1234567'],
      ['w751234567', 'W75123456', 'W7512345678', 'WR91234567', '751234567', ''],
    )
    for (const [text, isPlain] of [
      ['W751234567', true],
      ['W9R1234567', false],
      ['W75123456', false],
    ] as const) {
      const bytes = new TextEncoder().encode(`;${text};`)
      assert.equal(isPlainRna(bytes, 1, bytes.length - 1), isPlain)
    }
  })

  it('RNB: twelve signs that cannot be mistaken', () =>
    check(
      isBuildingId,
      ['NHDE2W8HE3X3', 'FT4RKBXBVH9S'],
      ['NIDE2W8HE3X3', 'FT4RKBXBVH9', 'ft4rkbxbvh9s', 'FT4R-KBXB-VH9S', ''],
    ))

  it('address keys: what is wrong with each, and what can be mended', () => {
    const told: Readonly<Record<string, readonly [ReturnType<typeof addressKeyFault>, string | undefined]>> = {
      '94059_0040_00036': [undefined, undefined],
      '2a004_0123_00007_bis': [undefined, undefined],
      '94059_0040_36': ['number', '94059_0040_00036'],
      '94059_0040_00036_BIS': ['case', '94059_0040_00036_bis'],
      '2A004_B123_7_Ter': ['number', '2a004_b123_00007_ter'],
      '94059_0040': ['parts', undefined],
      '9405_0040_00036': ['commune', undefined],
      '94059_40_00036': ['street', undefined],
      '94059_0040_000036': ['number', undefined],
      '94059_0040_00036_': ['suffix', undefined],
    }
    assert.deepEqual(
      Object.fromEntries(Object.keys(told).map(key => [key, [addressKeyFault(key), tidyAddressKey(key)]])),
      told,
    )
  })
})
