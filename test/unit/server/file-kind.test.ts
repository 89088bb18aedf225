import assert from 'node:assert/strict'
import { FileKind } from '../../../server/editor/file-kind'
import { flatSource, type Source } from '../../../server/engine/model/source'

const text = flatSource(new TextEncoder().encode('[{"nom": "Amicale", "montant": 12}, {"nom": "Judo", "montant": 7}]'))
/** Of 45 MB under edit, each look at all would copy them. */
const unread: Source = { ...text, window: () => assert.fail('the text is read') }

describe('what a file is found to be', () => {
  it('is known of delimited text without a look at it', () => {
    const kind = new FileKind(() => 'a.csv')
    kind.learn(unread, { dialect: {} })
    assert.equal(kind.isUnknown, false)
  })

  it('is looked for in JSON until it is known', () => {
    const kind = new FileKind(() => 'a.json')
    assert.throws(() => kind.learn(unread, { dialect: {} }), /the text is read/)
    kind.learn(text, { dialect: {} })
    assert.equal(kind.json, 'one-value')
    kind.learn(unread, { dialect: {} })
  })
})
