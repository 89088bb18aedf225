import assert from 'node:assert/strict'
import { dimensionOf, dimensionOfConcept } from '../../server/engine/dimensions'
import { rules } from '../../server/engine/rules'
import { type Tally, verdictOf } from '../../server/engine/verdict'
import { dimensionsInWords } from '../../server/engine/verdict-words'

const tally = (rule: string, severity: Tally['severity'], count = 1): Tally => ({
  rule,
  severity,
  count,
  column: 0,
})

/** What is told of the documentation of data without findings, whose document has so many points. */
function documented(points?: number) {
  return dimensionsInWords(verdictOf([]), { readable: false, applied: undefined }, 'fr', points).at(-1)
}

describe('the verdict', () => {
  it('is “ready” without errors and warnings, whatever else is said', () => {
    const { state, first, dimensions: all } = verdictOf([tally('label-style', 'information', 50)])
    assert.equal(state, 'yes')
    assert.deepEqual(first, [])
    assert.ok(all.every(one => one.state === 'yes' && one.count === 0))
  })

  it('is “nearly” with warnings, and “not yet” with one error among a thousand warnings', () => {
    const warnings = [tally('edge-whitespace', 'warning', 1_000)]
    assert.equal(verdictOf(warnings).state, 'nearly')
    const { state, first } = verdictOf([...warnings, tally('required', 'error')])
    assert.equal(state, 'no')
    assert.deepEqual(
      first.map(({ rule }) => rule),
      ['required', 'edge-whitespace'],
    )
  })

  it('does not tell data to be well documented whose document lacks most of what is asked', () => {
    assert.deepEqual(documented(3), {
      name: 'Documentation',
      state: 'nearly',
      told: 'les métadonnées remplissent 3 critères sur 9',
    })
    assert.deepEqual([documented(9)?.state, documented()?.state], ['yes', 'yes'])
  })

  it('tells each finding in its dimension', () => {
    const { dimensions: all } = verdictOf([tally('required', 'error', 3), tally('duplicate-row', 'warning', 2)])
    const told = Object.fromEntries(all.map(({ dimension, state, count }) => [dimension, `${state} ${count}`]))
    assert.equal(told['completeness'], 'no 3')
    assert.equal(told['uniqueness'], 'nearly 2')
    assert.equal(told['privacy'], 'yes 0')
  })

  it('knows the dimension of each rule by a concept, so that none is of the structure by accident', () => {
    for (const { id, concepts } of rules) {
      assert.ok(concepts.length > 0, `${id} names no concept`)
      assert.equal(dimensionOf(id), dimensionOfConcept[concepts[0]!])
    }
  })
})
