import { deepEqual, equal, match } from 'node:assert/strict'
import { rules } from '../../../server/engine/rules'
import { plainReason, plainTitle } from '../../../server/report/plain-words'

/** Words of those who write files. */
const JARGON = /`|UTF|BOM|JSON|HTML|schéma|schema|encod|contrainte|constraint|clé|\bkey|délimit|delimit/i

describe('what an elected official reads of a rule', () => {
  it('is its title where that needs no jargon, else what its concept or its dimension says', () => {
    equal(plainTitle('duplicate-row', 'fr'), 'Ligne en double')
    equal(plainTitle('missing-label', 'en'), 'Model column missing')
    equal(plainTitle('legacy-encoding', 'fr'), 'Des accents risquent de s’afficher de travers')
    equal(plainTitle('byte-count', 'en'), 'Size other than announced')
  })

  it('says why it matters by the first sentences of its page, unless they need jargon', () => {
    match(plainReason('edge-whitespace', 'fr')!, /^Cet espace ne se voit pas, mais pour un logiciel/)
    match(plainReason('code-turned-date', 'fr')!, /^Un tableur prend «\s10-14\s» pour octobre 2014/)
    equal(plainReason('stray-quote', 'fr'), undefined)
  })

  for (const language of ['fr', 'en'] as const)
    it(`has no jargon in any rule (${language})`, () => {
      const titles = rules.flatMap(({ id }) => [plainTitle(id, language), plainReason(id, language) ?? 'none'])
      deepEqual(
        titles.filter(title => title === '' || JARGON.test(title)),
        [],
      )
    })
})
