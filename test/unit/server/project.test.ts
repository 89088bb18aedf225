import { deepEqual, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { disk } from '../../../server/files/disk'
import { projectOf } from '../../../server/project'
import { folderWith } from '../cli/run'

describe('what is gathered around a file', () => {
  it('is read once, however many ask for it', async () => {
    const folder = folderWith({
      'data/velos.csv': 'id;velos\ns1;12\n',
      'datapackage.json': JSON.stringify({
        resources: [{ name: 'velos', path: 'data/velos.csv', schema: 'velos.json' }],
      }),
      'velos.json': JSON.stringify({ fields: [{ name: 'id' }, { name: 'velos' }] }),
    })
    const read: string[] = []
    const files = {
      ...disk,
      read(path: string) {
        read.push(path)
        return disk.read(path)
      },
    }
    const none = { lists: () => undefined, settings: () => ({}), folders: () => [] }
    const { schema } = await projectOf(join(folder, 'data/velos.csv'), undefined, {
      files,
      pathOf: uri => uri,
      ...none,
    })
    ok(typeof schema === 'object' && schema.source === 'datapackage')
    deepEqual(
      read.filter((path, i) => read.indexOf(path) !== i),
      [],
    )
  })
})
