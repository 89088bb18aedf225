import assert from 'node:assert/strict'
import { outsideTerritory } from '../../../server/engine/rules/outside-territory'
import { primaryKey } from '../../../server/engine/rules/primary-key'
import { swappedCoordinates } from '../../../server/engine/rules/swapped-coordinates'

const NB = '\u00A0'

describe('a sentence about two cells', () => {
  it('speaks of one point', () => {
    const texts = ['2.1', '46.5']
    assert.match(
      swappedCoordinates.message.fr({ texts, swapped: [] }),
      /^Le point «.2\.1.» et «.46\.5.» n’est en France/,
    )
    assert.match(
      outsideTerritory.message.fr({ texts, beyond: undefined, isAsked: false }),
      /^Le point «.2\.1.» et «.46\.5.» n’est ni en/,
    )
  })

  it('speaks of several columns of a key, and of one alone', () => {
    assert.ok(said(['id']).endsWith(`«${NB}id${NB}» désigne une seule ligne.`))
    assert.ok(said(['ville', 'rue']).endsWith(`«${NB}rue${NB}» désignent ensemble une seule ligne.`))
  })
})

function said(labels: readonly string[]): string {
  return primaryKey.message.fr({
    labels,
    values: labels,
    first: 1,
    isRespelt: false,
    key: { columns: [0], declared: true, marks: 'cell', missing: 'none', edgeSpace: 'counts' },
  })
}
