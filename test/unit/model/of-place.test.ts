import assert from 'node:assert/strict'
import { ofPlace } from '../../../server/engine/model/of-place'

describe('of a place, in French', () => {
  for (const [name, said] of [
    ['Rennes', 'de Rennes'],
    ['Ambérieu-en-Bugey', 'd’Ambérieu-en-Bugey'],
    ['Évreux', 'd’Évreux'],
    ['Œuilly', 'd’Œuilly'],
    ['Le Mans', 'du Mans'],
    ['Les Andelys', 'des Andelys'],
    ['La Rochelle', 'de La Rochelle'],
    ["L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"],
    ['Lesneven', 'de Lesneven'],
  ] as const)
    it(said, () => assert.equal(ofPlace(name), said))
})
