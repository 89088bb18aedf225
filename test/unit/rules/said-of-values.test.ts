import assert from 'node:assert/strict'
import { rules } from '../../../server/engine/rules'
import { ruleById } from '../../../server/engine/rules/by-id'
import { saidOfRows, saidOfTexts, saidOfValues } from '../../../server/engine/rules/said-of-values'

/** Rules of cells that stay heard in a row that is no data, and why. */
const HEARD: Readonly<Record<string, string>> = {
  'formula-injection': 'a spreadsheet runs the formula wherever it stands',
  'small-count': 'a count of few persons is published wherever it stands',
}

describe('a row that is no data', () => {
  for (const id of ['repeated-header', 'second-header-row', 'footnote-row', 'total-row'])
    it(`speaks for its cells: ${id}`, () => {
      const heard = rules
        .filter(({ scope }) => scope === 'cell' || scope === 'column')
        .filter(rule => !ruleById(id)!.insteadOf!.includes(rule.id))
        // Personal data is published wherever it stands.
        .filter(rule => !rule.personal)
      assert.deepEqual(
        heard.map(rule => rule.id),
        Object.keys(HEARD),
      )
    })

  it('is said in no rule twice', () => {
    const all = [...saidOfValues, ...saidOfTexts, ...saidOfRows]
    assert.equal(new Set(all).size, all.length)
  })
})

describe('two rules', () => {
  it('do not each speak instead of the other: nothing would be said', () => {
    const mutual = rules.flatMap(({ id, insteadOf }) =>
      (insteadOf ?? []).filter(other => ruleById(other)?.insteadOf?.includes(id)).map(other => `${id} and ${other}`),
    )
    assert.deepEqual(mutual, [])
  })
})
