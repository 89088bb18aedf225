import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { threadJudge } from '../../server/threads/judge'

describe('the judge in a thread', () => {
  const judge = threadJudge()

  it('answers as the expression does, for several in turn', () => {
    const twice = judge('(\\p{L}+)-\\1(?![^])', 'uy')
    const short = judge('(?=.)[^]{0,2}(?![^])', 'uy')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '-', 'été'), (one, two) => {
        const text = `${one}${two}${one}`
        assert.equal(twice(text), /^(\p{L}+)-\1$/u.test(text))
        assert.equal(short(text), /^(?=.)[^]{0,2}$/u.test(text))
      }),
    )
    assert.equal(twice('été-été'), true)
    assert.equal(twice('été-ét'), false)
  })

  it('reads texts of 50,000 characters and says nothing of longer ones', () => {
    const same = judge('(.)\\1*(?![^])', 'y')
    assert.equal(same('é'.repeat(50_000)), true)
    assert.equal(same(`${'é'.repeat(49_999)}e`), false)
    assert.equal(same('é'.repeat(200_000)), undefined)
  })

  it('leaves a text that takes too long, then answers the next', () => {
    const hostile = judge('(?=a)(a+)+(?![^])', 'uy')
    assert.equal(hostile(`${'a'.repeat(50)}!`), undefined)
    assert.equal(hostile('aaa'), true)
  })

  it('gives an expression up when its texts together take too long, and no other', () => {
    const hostile = judge('(?=a)(a+)+(?![^])', 'uy')
    for (let i = 0; i < 1_000; i++) assert.equal(hostile(`${'a'.repeat(50 + i)}!`), undefined)
    assert.equal(hostile('aaa'), undefined)
    assert.equal(judge('(a)\\1', 'uy')('aa'), true)
  })

  it('has no answer for what is too large, nor for what is no expression', () => {
    assert.equal(judge(`(?=a)${'a'.repeat(200_000)}`, 'uy')('a'), undefined)
    assert.equal(judge('(', 'uy')('b'), undefined)
  })
})
