import assert from 'node:assert/strict'
import { qualityScore, scoreInWords } from '../../../server/engine/quality-score'
import { openTree } from '../../../server/engine/tree-dataset'

const FULL = {
  title: 'Arbres de Saint-Malo',
  description:
    'Les arbres plantés le long des rues de Saint-Malo : espèce, hauteur et année de plantation, relevées chaque hiver.',
  license: 'lov2',
  frequency: 'annual',
  last_modified: '2025-01-15T10:00:00+00:00',
  temporal_coverage: { start: '2024-01-01', end: '2024-12-31' },
  spatial: { zones: ['fr:commune:35288'], granularity: 'poi' },
  resources: [
    { title: 'arbres', url: 'https://ville.example/arbres.csv', format: 'csv', description: 'Un arbre par ligne' },
  ],
}

function scoreOf(change: object, today = '2025-06-30') {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...FULL, ...change }))
  return qualityScore(openTree(bytes, 'data-gouv').tree!.descriptions[0]!, today)
}

const unmet = (change: object, today?: string) =>
  scoreOf(change, today).criteria.flatMap(({ id, state }) => (state === 'unmet' ? [id] : []))

describe('the quality score of data.gouv.fr', () => {
  it('is nine when all is there, links being unknown', () => {
    assert.equal(scoreOf({}).points, 9)
    assert.deepEqual(unmet({}), [])
    assert.equal(scoreInWords(scoreOf({}), 'en'), 'Quality score of data.gouv.fr: 9 of 9, links not checked.')
  })

  const lacks: readonly (readonly [object, readonly string[]])[] = [
    [{ license: 'notspecified' }, ['licence']],
    [{ license: null }, ['licence']],
    [{ frequency: 'unknown' }, ['frequency', 'in-time']],
    [{ description: 'Les arbres.' }, ['description']],
    [{ temporal_coverage: null }, ['temporal']],
    [{ spatial: { granularity: 'poi' } }, ['spatial']],
    [{ resources: [{ ...FULL.resources[0], format: 'xlsx' }] }, ['open-format']],
    [{ resources: [{ title: 'arbres', url: 'https://x.example/a.csv', format: 'csv' }] }, ['documentation']],
    [{ resources: [] }, ['open-format', 'documentation', 'available']],
    [{ frequency: 'punctual', last_modified: '2001-01-01' }, []],
  ]
  for (const [change, missing] of lacks)
    it(`lacks ${missing.join(', ') || 'nothing'} with ${JSON.stringify(change)}`, () => {
      assert.deepEqual(unmet(change), missing)
    })

  it('counts an update as late a day after its time', () => {
    assert.deepEqual(unmet({}, '2026-01-16'), [])
    assert.deepEqual(unmet({}, '2026-01-18'), ['in-time'])
  })

  it('tells what is missing', () => {
    assert.match(
      scoreInWords(scoreOf({ license: null, resources: [] }), 'fr'),
      /: 5 sur 9, .* une licence, .* un fichier\.$/,
    )
  })
})
