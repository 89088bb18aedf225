import assert from 'node:assert/strict'
import { CancellationToken } from 'vscode-languageserver'
import { nodePlatform } from '../../../server/editor/node-platform'
import { OpenFile } from '../../../server/editor/open-file'
import { untilCancelled } from '../../../server/editor/reports'

describe('a file that cannot be judged', () => {
  const around = { ...nodePlatform, lists: () => undefined, settings: () => ({}), folders: () => [] }

  it('fails whoever asks for its findings, and refers to no other', async () => {
    const file = new OpenFile('file:///a.csv', { ...around, pathOf: nowhere })
    file.opened('a;b\n1;2\n', 1)
    await assert.rejects(file.checked(), /no such place/)
    assert.equal(await file.refersTo('/b.csv'), false)
  })

  it('fails nobody else when the request was cancelled before', async () => {
    const failed: unknown[] = []
    const listener = (error: unknown) => failed.push(error)
    process.on('unhandledRejection', listener)
    const work = Promise.reject(new Error('no such place'))
    await assert.rejects(untilCancelled(work, CancellationToken.Cancelled), /cancelled/)
    // Node tells of a rejection that nobody heard once all that was promised is done.
    await new Promise(done => setImmediate(done))
    process.off('unhandledRejection', listener)
    assert.deepEqual(failed, [])
  })
})

function nowhere(): never {
  throw new Error('no such place')
}
