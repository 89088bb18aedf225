import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { Judge } from '../../../server/engine/model/judge'
import { compilePattern } from '../../../server/engine/schema/pattern'

// Expression, what it matches whole, what it does not.
const lines: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['\\d{14}', ['12345678901234'], ['123456789012345', ' 12345678901234', '12345678901234\n']],
  ['^\\d{14}$', ['12345678901234'], ['1234']],
  ['a|b', ['a', 'b'], ['ab', 'xa']],
  ['^a$|^b$', ['a', 'b'], ['ab']],
  ['[0-9]{4}\\-[0-9]{2}', ['2024-01'], ['2024\\-01']],
  ["^[a-zA-Z0-9\\-\\'\\s\\d\\u00C0-\\u00FF]+$", ["L'Haÿ-les-Roses"], ['L’Haÿ', 'œuvre']],
  ['\\w+', ['été', 'Œuvre_1', '日本'], ['é t é', '']],
  ["[\\w' -]+", ["Pont-l'Évêque"], ['a;b']],
  ['\\W', [';'], ['é', 'a']],
  ['(?i)oui|non', ['OUI', 'non'], ['peut-être']],
  ['^(?i)oui$', ['OUI'], ['x']],
  ['(?P<jour>\\d{2})/\\d{2}', ['12/01'], ['1/1']],
  ['\\A\\d+\\Z', ['12'], ['A12Z']],
  ['^(https?)://[^\\s/$.?#].[^\\s]*$', ['https://exemple.fr/x'], ['ftp://exemple.fr', 'https:// x']],
  ['(?:(?:^|\\|)(A|B))+$', ['A', 'A|B|A'], ['A|C', '']],
  ['^.{3}$', ['é€𝄞'], ['ab']],
  ['\\p{Lu}+', ['ÉTÉ'], ['été']],
  ['[\\]\\[]', ['[', ']'], ['a']],
  // Not of the `u` flag: it is compiled without.
  ['a{,3}', ['a{,3}'], ['aaa']],
  ['', [''], ['a']],
  ['(?s).', ['\n', 'a'], ['']],
  ['(?m)^a$\\n^b$', ['a\nb'], ['x\na\nb', 'a\nb\n']],
  ['(?m)\\Aa\\n?b\\Z', ['ab', 'a\nb'], ['a\nb\n']],
  ['(?i)\\u00e9t[^x]', ['ÉTÉ', 'été'], ['étX']],
  ['\\bun\\b.*\\B-\\B', ['un -', 'un mot --'], ['une -', 'un a-b']],
  ['[^]', ['\n', '😀'], ['ab']],
  ['\\u{1F600}|\\uD83D\\uDE01', ['😀', '😁'], ['😂']],
  ['(a*)*b?(c{2,3}?|){2}', ['', 'aab', 'cc', 'bcccccc'], ['c', 'ca']],
  ['(?:(?:){1000000000}a{0,2}){2,4}', ['', 'aaaaaaaa'], ['aaaaaaaaa']],
]

// What no automaton matches: it takes a judge.
const judged: typeof lines = [
  ['(?:(?:^|\\|)([A-Z]\\d|)\\1+[A-Z]\\d)+$', ['A1A1A1', 'A1|B2'], ['A1A1A1|', 'A']],
  ['(?<lettre>.)\\k<lettre>', ['aa', '😀😀'], ['ab', 'aaa']],
  ['(?!00)\\d{2}', ['01'], ['00', '010']],
  ['(?m)(?=a)^a$', ['a'], ['a\n', '\na', 'b\na']],
  [`${'('.repeat(300)}a${')'.repeat(300)}`, ['a'], ['b']],
  ['(?:a{1000}|b){1000}', ['b'.repeat(1000)], ['b'.repeat(999)]],
]

/** A judge without a budget. */
const patient: Judge = (expression, flags) => {
  const compiled = new RegExp(expression, flags)
  return text => {
    compiled.lastIndex = 0
    return compiled.test(text)
  }
}

describe('pattern', () => {
  for (const [source, matching, others] of lines)
    it(`${source} matches whole values`, () => {
      const { matches, accept } = compilePattern(source)!
      for (const text of matching) {
        assert.equal(matches(text), true, text)
        const bytes = new TextEncoder().encode(text)
        assert.equal(accept(bytes, 0, bytes.length), true, text)
      }
      for (const text of others) assert.equal(matches(text), false, text)
    })

  for (const [source, matching, others] of judged)
    it(`${source.slice(0, 60)} is for the judge`, () => {
      const alone = compilePattern(source)!
      const lent = compilePattern(source, patient)!
      for (const text of [...matching, ...others]) assert.equal(alone.matches(text), undefined, text)
      for (const text of matching) assert.equal(lent.matches(text), true, text)
      for (const text of others) assert.equal(lent.matches(text), false, text)
    })

  for (const source of ['(', '[a', 'a**', '(?<n>a)(?<n>b)', '\\', 'a)(b'])
    it(`${source} is no expression`, () => assert.equal(compilePattern(source), undefined))

  it('answers as JavaScript does, whatever the expression', () => {
    let matched = 0
    fc.assert(
      fc.property(
        fc.tuple(expressions, fc.constantFrom('', '(?i)', '(?s)', '(?m)', '(?ims)')),
        fc.array(texts, { minLength: 20, maxLength: 20 }),
        ([body, flags], samples) => {
          const { matches, accept } = compilePattern(flags + body)!
          const theirs = new RegExp(`(?:${body})(?![^])`, `${flags.slice(2, -1)}uy`)
          for (const text of samples) {
            theirs.lastIndex = 0
            const expected = theirs.test(text)
            if (expected) matched++
            assert.equal(matches(text), expected, `${theirs} on ${JSON.stringify(text)}`)
            const bytes = new TextEncoder().encode(`a${text}a`)
            assert.equal(
              accept(bytes, 1, bytes.length - 1),
              expected,
              `${theirs} on the bytes of ${JSON.stringify(text)}`,
            )
          }
        },
      ),
      { numRuns: 1000 },
    )
    assert.ok(matched > 500, `only ${matched} matched`)
  })

  it('accepts no bytes that are not the UTF-8 of a match', () => {
    const bytes = fc.uint8Array({ maxLength: 6 })
    for (const source of ['.*', '[^a]{1,3}', '\\p{L}*'])
      fc.assert(
        fc.property(bytes, cell => {
          const { matches, accept } = compilePattern(`(?s)${source}`)!
          const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(cell)
          if (accept(cell, 0, cell.length)) assert.equal(matches(text), true)
        }),
        { numRuns: 3000 },
      )
  })
})

const characters = fc.constantFrom('a', 'A', 'b', 'é', 'É', 'ſ', '😀', '\n', '_', ' ', '0')
const texts = fc.array(characters, { maxLength: 6 }).map(parts => parts.join(''))

/** Well-formed expressions over few characters, so that texts match now and then. */
const { expressions } = fc.letrec<{ expressions: string; part: string; one: string }>(tie => ({
  expressions: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('part'),
    fc.array(tie('part'), { maxLength: 3 }).map(parts => parts.join('')),
    fc.array(tie('expressions'), { minLength: 1, maxLength: 3 }).map(parts => parts.join('|')),
  ),
  part: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('one'),
    fc.constantFrom('^', '$', '\\b', '\\B'),
    fc
      .tuple(tie('one'), fc.constantFrom('*', '+', '?', '{2}', '{0}', '{1,}', '{0,2}', '*?', '{2,3}?'))
      .map(([one, times]) => one + times),
  ),
  one: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      'a',
      'A',
      'b',
      'é',
      '.',
      '[ab]',
      '[^a]',
      '\\p{Lu}',
      '\\s',
      '\\u{1F600}',
      '[a\\-é😀]',
      '\\n',
      '\\d',
      '[]',
    ),
    tie('expressions').map(inner => `(${inner})`),
    tie('expressions').map(inner => `(?:${inner})`),
  ),
}))
