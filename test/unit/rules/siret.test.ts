import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { isPlainSiren, isPlainSiret, isSiren, isSiret } from '../../../server/engine/model/siret'
import { malformedSiren } from '../../../server/engine/rules/malformed-siren'
import { malformedSiret } from '../../../server/engine/rules/malformed-siret'
import { siretSpelling } from '../../../server/engine/rules/siret-spelling'
import { check } from './check'
import { column, field } from './described'

const siret = column({ field: field({ identifier: 'siret' }) })

describe('the key of a SIRET', () => {
  it('is right for real establishments', () => {
    for (const right of ['21860194600013', '21350238800019', '13002526500013', '35600000000048', '35600000049837'])
      assert.ok(isSiret(right), right)
    for (const wrong of [
      '21860194600012',
      '21680194600013',
      '35600000049838',
      '2186019460001',
      '218601946000130',
      '2186019460001A',
    ])
      assert.ok(!isSiret(wrong), wrong)
    assert.ok(isSiren('356000000') && !isSiren('356000001'))
  })

  it('is the same on bytes as on text, La Poste apart', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 13, maxLength: 15 })
    const known = fc.constantFrom('21860194600013', '35600000049837', '35600000000048', '21350238800019')
    fc.assert(
      fc.property(fc.oneof(digits, known, digits.map(withKeys)), text => {
        const bytes = new TextEncoder().encode(`;${text};`)
        const isPlain = isPlainSiret(bytes, 1, bytes.length - 1)
        assert.equal(isPlain, isSiret(text) && !text.startsWith('356000000'))
      }),
    )
  })
})

describe('the key of a SIREN', () => {
  it('is the same on bytes as on text', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 '), minLength: 8, maxLength: 10 })
    const known = fc.constantFrom('218601946', '356000000', '218601947', '2186O1946')
    fc.assert(
      fc.property(fc.oneof(digits, known, digits.map(withKey)), text => {
        const bytes = new TextEncoder().encode(`;${text};`)
        assert.equal(isPlainSiren(bytes, 1, bytes.length - 1), isSiren(text))
      }),
    )
  })
})

describe('malformed-siren', () => {
  it('tells a wrong key, a wrong count, a SIRET, marks and a lost zero, and mends none', () =>
    check(malformedSiren, column({ field: field({ identifier: 'siren' }) }), {
      '218601946': undefined,
      ' 218601946 ': undefined,
      '': undefined,
      '218601947': 'no fix',
      '218 601 946': 'no fix',
      '21860194600013': 'no fix',
      '05520135': 'no fix',
      '2186019': 'no fix',
      inconnu: 'no fix',
    }))

  it('says which of them it is', () => {
    const made = malformedSiren.check(column({ label: 'siren' }))
    assert.ok(made && typeof made !== 'function')
    const told = ['218601947', '218 601 946', '21860194600013', '5520135', '05520135', 'x'].map(text => {
      const facts = made.test(text)
      return typeof facts === 'object' ? facts.what : facts
    })
    assert.deepEqual(told, ['key', 'marks', 'siret', 'count', 'zero', 'other'])
  })
})

describe('malformed-siret', () => {
  it('tells a wrong key, a wrong count and a SIREN', () =>
    check(malformedSiret, siret, {
      '21860194600013': undefined,
      '35600000049837': undefined,
      ' 21860194600013 ': undefined,
      '21860194600012': 'no fix',
      '218601946': 'no fix',
      '2186019460001': 'no fix',
      '218601946000130': 'no fix',
      inconnu: 'no fix',
    }))

  it('goes by the label without a schema', () => {
    check(malformedSiret, column({ label: 'COLL_SIRET' }), { '1': 'no fix' })
    check(malformedSiret, column({ label: 'montant' }), { '1': undefined })
    check(malformedSiret, column({ label: 'siret', field: field() }), { '1': undefined })
  })
})

describe('siret-spelling', () => {
  it('undresses a right SIRET', () =>
    check(siretSpelling, siret, {
      '21860194600013': undefined,
      '218 601 946 00013': 'safe 21860194600013',
      '218\u00A0601\u202F946\u00A000013': 'safe 21860194600013',
      '218.601.946.00013': 'safe 21860194600013',
      '218-601-946-00013': 'safe 21860194600013',
      "'21860194600013": 'safe 21860194600013',
      '’21860194600013': 'safe 21860194600013',
      ' 218 601 946 00013 ': 'safe 21860194600013',
      ' 21860194600013 ': undefined,
      '21860194600013.0': 'asked 21860194600013',
      '218 601 946 00012': undefined,
    }))

  it('asks before it gives back a lost zero', () =>
    check(siretSpelling, siret, {
      '0552013500012': 'asked 00552013500012',
      '0552013500013': undefined,
      '055 201 350 0012': 'asked 00552013500012',
    }))
})

/** Makes the key of the SIREN and of the whole right, so that half of the generated numbers are accepted. */
function withKeys(digits: string): string {
  const thirteen = digits.slice(0, 13)
  const siren = withKey(thirteen)
  return [...'0123456789'].map(key => siren + thirteen.slice(9) + key).find(isSiret) ?? digits
}

/** A SIREN that begins with these eight digits; the text itself when it has others. */
function withKey(digits: string): string {
  const eight = digits.slice(0, 8)
  return [...'0123456789'].map(key => eight + key).find(isSiren) ?? digits
}
