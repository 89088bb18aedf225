import { statements } from '../model/description'
import { isForeign } from '../model/foreign'
import { isNoLicence, licenceOf } from '../model/licence'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { treeRule } from './rule'

/** A licence that a French administration may not choose by itself: article D323-2-1 of the CRPA. */
export const unlistedLicence = treeRule<{ readonly written: string }>({
  id: 'unlisted-licence',
  severity: 'warning',
  preset: 'standard',
  concepts: ['reuse-licence', 'open-licences'],

  *check({ descriptions }) {
    for (const description of descriptions.filter(one => !isForeign(one)))
      for (const { node, text } of statements(description, 'licence')) {
        const licence = licenceOf(text)
        if (licence?.isListed || isNoLicence(text)) continue
        yield { about: pointerOf(description.node), pointer: pointerOf(node), facts: { written: text } }
      }
  },

  message: {
    fr: ({ written }) =>
      `La licence ${shown.fr(written)} n’est pas de celles qu’une administration française peut choisir d’elle-même : prenez la Licence Ouverte 2.0, ou l’ODbL pour un partage à l’identique.`,
    en: ({ written }) =>
      `The licence ${shown.en(written)} is not among those that a French administration may choose by itself: take the Licence Ouverte 2.0, or the ODbL to have it shared alike.`,
  },
})
