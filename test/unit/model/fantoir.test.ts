import assert from 'node:assert/strict'
import { fantoirIn, fantoirKeys } from '../../../server/engine/model/fantoir'

/** The letters that may end a code, which need not have its own. */
function keys(code: string, commune?: string): string | undefined {
  const found = fantoirIn(code)!
  return fantoirKeys(found, found.commune ?? commune!)
}

describe('a FANTOIR code', () => {
  it('is told from its shorter and longer spellings', () => {
    assert.deepEqual(fantoirIn('0040'), { commune: undefined, office: undefined, street: '0040', key: undefined })
    assert.deepEqual(fantoirIn('B012N'), { commune: undefined, office: undefined, street: 'B012', key: 'N' })
    assert.deepEqual(fantoirIn('352380040V'), { commune: '35238', office: undefined, street: '0040', key: 'V' })
    assert.deepEqual(fantoirIn('35238_0040'), { commune: '35238', office: undefined, street: '0040', key: undefined })
    assert.deepEqual(fantoirIn('3502380040V'), { commune: '35238', office: '0', street: '0040', key: 'V' })
    assert.deepEqual(fantoirIn('2A0040123'), { commune: '2A004', office: undefined, street: '0123', key: undefined })
  })

  it('is none with other signs, or too few or too many', () => {
    for (const text of ['', '004', '0040VV', '0040v', '35238', '35238-0040', '35023800400V', 'ABCD'])
      assert.equal(fantoirIn(text), undefined, text)
  })

  it('has the letter that published codes have', () => {
    // From the directory itself, as issues and mailing lists quote it.
    for (const code of ['150001B262N', '380003B001W', '4202180010B', '4202180020M'])
      assert.equal(keys(code), code.at(-1))
    assert.ok(keys('384261360C')!.startsWith('C'))
  })

  it('may have any letter that a digit of the tax office allows, which is known overseas', () => {
    assert.equal(keys('352380040'), 'VXZBDFHKMP')
    assert.equal(keys('971010012'), keys('9711010012'))
    assert.equal(keys('0040', '35238'), 'VXZBDFHKMP')
  })

  it('is not judged by its letter where nobody has told how', () => {
    assert.equal(keys('2A0040123'), undefined)
    assert.equal(keys('35238ZA04'), undefined)
  })
})
