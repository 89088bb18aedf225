import assert from 'node:assert/strict'
import { toldBy } from '../../../server/engine/metadata/told'
import type { TreeKind } from '../../../server/engine/model/described-tree'
import { dueAfter, frequencyOf } from '../../../server/engine/model/frequency'
import { openTree } from '../../../server/engine/tree-dataset'

const told = (kind: TreeKind, document: object) => {
  const [description] = openTree(new TextEncoder().encode(JSON.stringify(document)), kind).tree!.descriptions
  return toldBy(description!)
}
const packaged = (members: object) => told('data-package', { resources: [{ name: 'a', path: 'a.csv' }], ...members })
const governed = (steward: string) => packaged({ vigie: { governance: { steward } } })

describe('the public policy of a dataset', () => {
  const check = (what: string, found: ReturnType<typeof told>, fr: string | undefined, en = fr) =>
    it(`is ${fr ?? 'not told'} by ${what}`, () => {
      assert.deepEqual(found.policy, fr && { fr, en })
    })
  const environment = 'http://publications.europa.eu/resource/authority/data-theme/ENVI'
  const dcat = (members: object) =>
    told('dcat', {
      '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
      '@type': 'dcat:Dataset',
      'dct:title': 'Trees',
      ...members,
    })
  check('its own word', packaged({ vigie: { policy: 'Vie associative' }, keywords: ['sport'] }), 'Vie associative')
  check('a place to be filled in', packaged({ vigie: { policy: '… la politique publique' } }), undefined)
  check('a theme', dcat({ 'dcat:theme': { '@id': environment } }), 'Environnement', 'Environment')
  check('a theme of another list', dcat({ 'dcat:theme': 'Arbres en ville' }), 'Arbres en ville')
  check('the address of another list', dcat({ 'dcat:theme': { '@id': 'https://list.example/x' } }), undefined)
  const education = ['Éducation, culture, sport', 'Education, culture, sport'] as const
  check('a keyword that is part of a theme', packaged({ keywords: ['clubs', 'Sports'] }), ...education)
  check('a tag', told('data-gouv', { title: 'A', resources: [], tags: ['education'] }), ...education)
  check(
    'a word in another language',
    packaged({ keywords: ['secteur-public'] }),
    'Gouvernement et secteur public',
    'Government and public sector',
  )
  check('other keywords', packaged({ keywords: ['arbres', 'rues'] }), undefined)
})

describe('what is shown of a description', () => {
  it('is who keeps the data, be it by the mailbox of a service', () => {
    for (const keeper of ['Service des sports', 'sports@valbrume.example', 'Anne Le Goff, archives'])
      assert.equal(governed(keeper).keeper, keeper)
  })

  it('is no mailbox of a person, no mobile telephone, wherever they stand', () => {
    for (const keeper of ['anne.legoff@valbrume.example', 'Archives, anne35@gmail.com', 'Archives, 06 12 34 56 78'])
      assert.deepEqual([governed(keeper).keeper, governed(keeper).isWithheld], [undefined, true])
    const everywhere = packaged({
      title: 'anne.legoff@orange.fr',
      keywords: ['x'],
      vigie: { purpose: 'Écrire à anne.legoff@orange.fr', policy: 'anne.legoff@orange.fr' },
    })
    assert.doesNotMatch(JSON.stringify(everywhere), /legoff/)
  })
})

describe('the day on which data are due', () => {
  it('is one day after the period of their frequency', () => {
    assert.equal(dueAfter('2024-01-31', frequencyOf('annual')), '2025-02-01')
    assert.equal(dueAfter('2024-01-31T10:00:00Z', frequencyOf('daily')), '2024-02-02')
    assert.equal(dueAfter('2024-01-31', frequencyOf('punctual')), undefined)
    assert.equal(dueAfter('2024', undefined), undefined)
  })
})
