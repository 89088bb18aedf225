import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruleById } from '../../server/engine/rules/by-id'

const REFERENCE = join('..', 'shared', 'reference', 'rules.json')

/** Pairs without `insteadOf`, and why: the loser is not found where the winner is, or has another cause there. */
const APART: Readonly<Record<string, string>> = {
  'legacy-encoding lost-character': 'the file is read in its encoding, so that a letter lost there was lost before',
  'json-syntax duplicate-json-key':
    'a text that leaves open what it means repeats no key for sure, and any other is read as it was meant',
  'edge-whitespace malformed-siret':
    'a SIRET is judged without its edge spaces, and a wrong one is worth more than they',
  'edge-whitespace siret-spelling':
    'a SIRET that lacks nothing but the trimming is not found, any other mark goes with them',
}

describe('precedence of the rules', () => {
  if (!existsSync(REFERENCE)) {
    it.skip('the shared reference is not on this machine: nothing was compared')
    return
  }
  const pairs: readonly (readonly [string, string, string])[] = JSON.parse(readFileSync(REFERENCE, 'utf8')).precedence
  for (const [winner, loser, where] of pairs) {
    const name = `${winner} speaks instead of ${loser} (${where})`
    const reason = APART[`${winner} ${loser}`]
    it(reason === undefined ? name : `${name}: ${reason}`, () => {
      assert.ok(ruleById(loser))
      assert.equal(ruleById(winner)!.insteadOf?.includes(loser) ?? false, reason === undefined)
    })
  }

  it('has no exception that the reference does not know', () => {
    const known = new Set(pairs.map(([winner, loser]) => `${winner} ${loser}`))
    assert.deepEqual(
      Object.keys(APART).filter(pair => !known.has(pair)),
      [],
    )
  })
})
