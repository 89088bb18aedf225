import assert from 'node:assert/strict'
import { describedBy } from '../../../server/described/document'
import { type DataPackage, filesOf, packagesAbove } from '../../../server/described/data-package'
import type { Files } from '../../../server/files/files'

/** The nearest package above a file, where a folder holds this one. */
async function nearest(file: string, written: object) {
  const { value } = await packagesAbove(file, holding(written)).next()
  return value as DataPackage
}

function holding(written: object): Files {
  const bytes = new TextEncoder().encode(JSON.stringify(written))
  return { read: path => Promise.resolve(path === '/town/datapackage.json' ? bytes.slice() : undefined) }
}

describe('the packages above a file', () => {
  const one = { resources: [{ path: 'a.csv' }, { path: 'in/b.csv' }] }

  it('are read once for all files of a folder: for 300 of them that was more than half of the time', async () => {
    const ofOne = await nearest('/town/a.csv', one)
    const ofOther = await nearest('/town/in/b.csv', one)
    assert.equal(ofOne.resources, ofOther.resources)
    assert.equal(filesOf(ofOne, ofOne.resources[1]!), filesOf(ofOther, ofOther.resources[1]!))
  })

  it('are read anew once they are others', async () => {
    const before = await nearest('/town/a.csv', one)
    const after = await nearest('/town/a.csv', { resources: [{ path: 'c.csv' }] })
    const paths = [before, after].map(found => found.resources.flatMap(resource => filesOf(found, resource)))
    assert.deepEqual(paths, [['/town/a.csv', '/town/in/b.csv'], ['/town/c.csv']])
  })

  it('are opened once to say what describes each file, and anew once they are others', async () => {
    const ofOne = await describedBy('/town/a.csv', { files: holding(one) })
    const ofOther = await describedBy('/town/in/b.csv', { files: holding(one) })
    const after = await describedBy('/town/a.csv', { files: holding({ ...one, title: 'Town' }) })
    assert.equal(ofOne?.dataset, ofOther?.dataset)
    assert.notEqual(ofOne?.dataset, after?.dataset)
  })
})
