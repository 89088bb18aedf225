import assert from 'node:assert/strict'
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
]

describe('pattern', () => {
  for (const [source, matching, others] of lines)
    it(`${source} matches whole values`, () => {
      const matches = compilePattern(source)!
      for (const text of matching) assert.ok(matches(text), `${text} should match`)
      for (const text of others) assert.ok(!matches(text), `${text} should not match`)
    })

  for (const source of ['(', '[a', 'a**', '(?<n>a)(?<n>b)', '\\'])
    it(`${source} is no expression`, () => assert.equal(compilePattern(source), undefined))
})
