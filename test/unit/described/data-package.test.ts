import assert from 'node:assert/strict'
import { type DataPackage, filesOf, packagesAbove } from '../../../server/described/data-package'

/** The nearest package above a file, where a folder holds this one. */
async function nearest(file: string, written: object) {
  const bytes = new TextEncoder().encode(JSON.stringify(written))
  const read = (path: string) => Promise.resolve(path === '/town/datapackage.json' ? bytes.slice() : undefined)
  const { value } = await packagesAbove(file, { read }).next()
  return value as DataPackage
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
})
