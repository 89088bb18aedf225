import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, vigie } from './run'

describe('vigie lint, of more keys than memory takes', () => {
  const ROWS = 30_000
  /** 9,000,000 hashes, of 8 bytes each: each key is the number of the row and some of nine columns. */
  const names = Array.from('abcdefghi')
  const uniqueKeys = Array.from({ length: 300 }, (_, i) => ['n', ...names.filter((_name, bit) => i & (1 << bit))])
  const rows = Array.from({ length: ROWS }, (_, i) => `${i};${names.map((_, bit) => (i >> bit) & 1).join(';')}`)
  rows[ROWS - 1] = rows[0]!
  const folder = () =>
    folderWith({
      'data.csv': `n;${names.join(';')}\n${rows.join('\n')}\n`,
      'schema.json': JSON.stringify({ fields: ['n', ...names].map(name => ({ name })), uniqueKeys }),
      'tmp/kept': '',
    })
  it('finds all that repeat, and leaves nothing behind', () => {
    const at = folder()
    const { status, stdout, stderr } = lint(at, 'tmp')
    assert.deepEqual([status, stderr], [1, ''])
    const [{ diagnostics }] = JSON.parse(stdout).files
    assert.equal(diagnostics.length, uniqueKeys.length)
    assert.ok(diagnostics.every(({ rule, row }: Found) => rule === 'unique' && row === ROWS + 1))
    assert.deepEqual(readdirSync(join(at, 'tmp')), ['kept'])
  })

  it('says in one line that the temporary folder does not take them, and reports nothing as if it were all', () => {
    isRefused(lint(folder(), 'absent'))
  })
})

describe('vigie lint, of more findings than memory takes', () => {
  it('says in one line that the temporary folder does not take them, and reports nothing as if it were all', () => {
    const foreignKeys = [{ fields: 'parent', reference: { resource: '', fields: 'id' } }]
    const at = folderWith({
      'data.csv': `id;parent\n${'1;2\n'.repeat(600_000)}`,
      'schema.json': JSON.stringify({ fields: [{ name: 'id' }, { name: 'parent' }], foreignKeys }),
    })
    isRefused(lint(at, 'absent'))
  })
})

function isRefused({ status, stdout, stderr }: ReturnType<typeof lint>): void {
  assert.equal(status, 2)
  assert.match(
    stderr,
    /^vigie: Vigie stopped on an error: there are more keys and findings than memory takes.*\(ENOENT\).*\n$/,
  )
  assert.throws(() => JSON.parse(stdout))
}

function lint(folder: string, tmp: string) {
  return vigie(folder, ['lint', '--only-schema', '--schema', 'schema.json', '--format', 'json', 'data.csv'], {
    env: { TMPDIR: join(folder, tmp) },
  })
}

interface Found {
  readonly rule: string
  readonly row: number
}
