import assert from 'node:assert/strict'
import { conceptIds } from '../../../server/engine/concepts'
import { rules } from '../../../server/engine/rules'
import { glossaryPage } from '../../../server/editor/glossary-page'

describe('the page of the glossary', () => {
  for (const language of ['fr', 'en'] as const) {
    const { body } = glossaryPage(language)
    const ids = new Set([...body.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id!))

    it(`has an article for each concept in ${language}, and leads nowhere else`, () => {
      assert.deepEqual([...ids].toSorted(), conceptIds.toSorted())
      for (const [, id] of body.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(id!), id)
    })

    it(`leads to each rule in ${language}`, () => {
      const led = new Set([...body.matchAll(/data-rule="([^"]+)"/g)].map(([, id]) => id!))
      assert.deepEqual([...led].toSorted(), rules.map(({ id }) => id).toSorted())
    })

    it(`closes every element in ${language}, and holds neither script nor style`, () => {
      for (const name of ['article', 'nav', 'main', 'header', 'dl', 'p', 'a', 'h2', 'ul'])
        assert.equal(
          body.split(`<${name}`).length,
          body.split(`</${name}>`).length + (name === 'a' ? conceptIds.length : 0),
          name,
        )
      assert.doesNotMatch(body, /<script|style=|onclick|href="(?!#|https?:)/)
    })
  }
})
