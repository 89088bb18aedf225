import assert from 'node:assert/strict'
import { type Point, whereIs } from '../../../server/engine/model/territory'

const PLACES: readonly (readonly [
  string,
  Point,
  'inside' | 'swapped' | 'outside',
  'inside' | 'swapped' | 'outside',
])[] = [
  ['Paris', [2.294481, 48.85837], 'inside', 'inside'],
  ['Paris swapped', [48.85837, 2.294481], 'swapped', 'swapped'],
  ['Ajaccio', [8.7386, 41.9192], 'inside', 'inside'],
  ['Pointe-à-Pitre', [-61.533, 16.2411], 'inside', 'inside'],
  ['Fort-de-France', [-61.0667, 14.6], 'inside', 'inside'],
  ['Cayenne', [-52.326, 4.9372], 'inside', 'inside'],
  ['Saint-Denis, La Réunion', [55.45, -20.88], 'inside', 'inside'],
  ['Saint-Denis swapped', [-20.88, 55.45], 'swapped', 'swapped'],
  ['Mamoudzou', [45.2278, -12.7806], 'inside', 'inside'],
  ['Nouméa', [166.45, -22.27], 'outside', 'inside'],
  ['Papeete', [-149.57, -17.53], 'outside', 'inside'],
  ['Mata-Utu', [-176.17, -13.28], 'outside', 'inside'],
  ['Saint-Pierre', [-56.18, 46.78], 'outside', 'inside'],
  ['Marigot', [-63.09, 18.07], 'outside', 'inside'],
  ['Wimereux, off the coast', [1.5, 51.2], 'outside', 'inside'],
  ['Madrid', [-3.7, 40.42], 'outside', 'outside'],
  ['nowhere', [0, 0], 'outside', 'outside'],
]

describe('French territories', () => {
  for (const [name, point, checked, known] of PLACES)
    it(`${name}: ${checked} by Validata’s bounds, ${known} by ours`, () =>
      assert.deepEqual([whereIs(point, 'checked'), whereIs(point, 'known')], [checked, known]))
})
