import { deepEqual, equal } from 'node:assert/strict'
import { rules } from '../../../server/engine/rules'
import { plainTitle } from '../../../server/report/plain-title'

/** Words of those who write files. */
const JARGON = /`|[a-z]-[a-z]+-id|UTF|BOM|JSON|HTML|schéma|schema|encod|contrainte|constraint|clé|\bkey|délimit|delimit/

describe('what an elected official reads of a rule', () => {
  it('is its title where that needs no jargon, else what its concept or its dimension says', () => {
    equal(plainTitle('duplicate-row', 'fr'), 'Ligne en double')
    equal(plainTitle('missing-label', 'en'), 'Model column missing')
    equal(plainTitle('legacy-encoding', 'fr'), 'Des accents risquent de s’afficher de travers')
    equal(plainTitle('byte-count', 'en'), 'Size other than announced')
  })

  for (const language of ['fr', 'en'] as const)
    it(`has no jargon in any rule (${language})`, () => {
      const titles = rules.map(({ id }) => plainTitle(id, language))
      deepEqual(
        titles.filter(title => title === '' || JARGON.test(title)),
        [],
      )
    })
})
