import { equal } from 'node:assert/strict'
import { lint } from '../../../server/engine/lint'
import { messageOf } from '../../../server/engine/say'
import { openTree } from '../../../server/engine/tree-dataset'

/** Whether the codes of French territories are recommended for a dataset in DCAT that says this. */
function isAdvisedInFrench({
  title,
  ...said
}: {
  title: string
  'foaf:page'?: string
  'dct:language'?: string
}): boolean {
  const document = { '@type': 'dcat:Dataset', 'dct:title': title, ...said }
  const dataset = openTree(new TextEncoder().encode(JSON.stringify(document)), 'dcat')
  const found = [...lint(dataset, { preset: 'standard' })].find(({ rule }) => rule === 'missing-spatial-coverage')
  return messageOf(found!, 'en').includes('INSEE')
}

describe('a document that is plainly not about France', () => {
  for (const [title, isFrench] of [
    ['Arbres', true],
    ['Register of trees', true],
    ['Les arbres dans les rues de la ville', true],
    ['Les arbres dans les rues, and the open data of the city for all', true],
    ['Register of the trees in the streets of the city', false],
    ['Ergebnisse der Messungen von Luft und Wasser in der Stadt', false],
    ['Registro de los árboles en las calles y los parques del municipio', false],
    ['Registro degli alberi nelle strade della città e dei parchi con le specie', false],
    ['Register van de bomen in het centrum van de stad', false],
  ] as const)
    it(`is told by its words: ${title}`, () => equal(isAdvisedInFrench({ title }), isFrench))

  it('has no address in France', () => {
    const title = 'Register of the trees in the streets of the city'
    for (const page of ['https://data.ville.fr/trees', 'mailto:trees@ville.fr'])
      equal(isAdvisedInFrench({ title, 'foaf:page': page }), true, page)
    equal(isAdvisedInFrench({ title, 'foaf:page': 'https://data.fr.example/trees' }), false)
  })

  it('is not told by its words where it says its language', () => {
    const [french, english] = [
      'Les arbres dans les rues de la ville',
      'Register of the trees in the streets of the city',
    ]
    for (const [language, isFrench] of [
      ['fr', true],
      ['fr-BE', true],
      ['en', false],
      ['http://publications.europa.eu/resource/authority/language/FRA', true],
      ['http://publications.europa.eu/resource/authority/language/DEU', false],
    ] as const)
      for (const title of [french, english])
        equal(isAdvisedInFrench({ title, 'dct:language': language }), isFrench, `${language} ${title}`)
  })
})
