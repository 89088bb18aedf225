import assert from 'node:assert/strict'
import { positionsOf } from '../../../server/engine/model/positions'
import { fieldOf } from '../schema/field-of'
import { column } from '../rules/described'

const rennes = { latitude: ['48.1173', '48.112'], longitude: ['-1.6778', '-1.6802'] }

const labels = (...names: readonly string[]) =>
  positionsOf(
    names.map((label, index) =>
      column({ label, index, sample: /lat/.test(label) ? rennes.latitude : rennes.longitude }),
    ),
  ).map(({ columns }) => columns.map(({ label }) => label))

const found = (lat: readonly string[], lon: readonly string[]) =>
  positionsOf([column({ label: 'lat', sample: lat }), column({ label: 'lon', index: 1, sample: lon })]).length

describe('columns of positions', () => {
  it('are paired by the words beside the axis', () => {
    assert.deepEqual(labels('lat', 'lon'), [['lat', 'lon']])
    assert.deepEqual(labels('xlong', 'ylat'), [['ylat', 'xlong']])
    assert.deepEqual(labels('depart_lat', 'depart_lng', 'arrivee_lng', 'arrivee_lat'), [
      ['depart_lat', 'depart_lng'],
      ['arrivee_lat', 'arrivee_lng'],
    ])
    assert.deepEqual(labels('lat', 'lon', 'longitude'), [])
    assert.deepEqual(labels('lat', 'long_cable'), [])
  })

  it('are those whose values lie in France, whichever way round', () => {
    assert.equal(found(rennes.latitude, rennes.longitude), 1)
    assert.equal(found(rennes.longitude, rennes.latitude), 1)
    assert.equal(found(['-22,27'], ['166,45']), 1)
    assert.equal(found(['40.4'], ['-3.7']), 0)
    assert.equal(found(['6789123.5'], ['352000.1']), 0)
    assert.equal(found([], []), 0)
  })

  for (const [format, text, swapped] of [
    ['default', '48.85837, 2.294481', '2.294481, 48.85837'],
    ['array', '[48.85837,2.294481]', '[2.294481,48.85837]'],
    ['object', '{"lon": 48.85837, "lat": 2.294481}', '{"lon": 2.294481, "lat": 48.85837}'],
    ['default', '-20.88,-55.45', '-55.45,-20.88'],
  ] as const)
    it(`in one cell are swapped in it: ${text}`, () => {
      const field = { ...fieldOf({ type: 'geopoint', format }), checks: [{ kind: 'coordinates' as const }] }
      const [positions] = positionsOf([column({ field })])
      assert.deepEqual(positions?.swapped([text]), [swapped])
    })
})
