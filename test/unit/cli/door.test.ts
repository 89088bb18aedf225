import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderWith, vigie } from './run'

describe('the program as it was compiled before', () => {
  const home = mkdtempSync(join(tmpdir(), 'vigie-door-'))
  const folder = folderWith({ 'data.csv': 'a,b\n1,2\n1\n' })
  const code = join(home, 'vigie', 'code')
  const lint = (env: Readonly<Record<string, string>> = {}) =>
    vigie(folder, ['lint', 'data.csv'], { env: { XDG_CACHE_HOME: home, ...env } })

  after(() => rmSync(home, { recursive: true, force: true }))

  it('is kept by the first run of a verb and used by those after it, which print the same', () => {
    const first = lint()
    const [name] = readdirSync(code)
    assert.match(name!, /^lint_/)
    const { mtimeMs } = statSync(join(code, name!))
    assert.deepEqual(lint(), first)
    assert.equal(statSync(join(code, name!)).mtimeMs, mtimeMs)
    assert.deepEqual(readdirSync(code), [name])
  })

  it('is compiled anew where what lies there is not what was written', () => {
    const expected = lint()
    const path = join(code, readdirSync(code)[0]!)
    const good = readFileSync(path)
    for (const bad of [
      '',
      'abc',
      'something else',
      good.subarray(100),
      good.map((byte, i) => byte ^ (i === 300_000 ? 1 : 0)),
    ]) {
      writeFileSync(path, bad)
      assert.deepEqual(lint(), expected)
      assert.ok(statSync(path).size > 300_000)
    }
  })

  it('is not missed where nothing can be kept', () => {
    assert.deepEqual(lint({ XDG_CACHE_HOME: join(folder, 'data.csv') }), lint())
  })

  it('is kept for no verb that there is not', () => {
    vigie(folder, ['lnit', 'data.csv'], { env: { XDG_CACHE_HOME: home } })
    assert.ok(readdirSync(code).every(name => name.startsWith('lint_')))
  })

  it('is kept for the newest bundles only', () => {
    for (let i = 0; i < 40; i++) writeFileSync(join(code, `old-${i}`), '')
    rmSync(join(code, readdirSync(code).find(name => name.startsWith('lint_'))!))
    lint()
    const names = readdirSync(code)
    assert.equal(names.length, 24)
    assert.ok(names.some(name => name.startsWith('lint_')))
  })
})

describe('the program that checks a small file', () => {
  it('loads no threads, and nothing for a terminal that is none', () => {
    const folder = folderWith({
      'data.csv': 'a,b\n1,2\n1\n',
      'told.cjs': `process.on('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')))`,
    })
    const { status, stderr } = vigie(folder, ['lint', 'data.csv'], {
      env: { NODE_OPTIONS: `--require ${join(folder, 'told.cjs')}` },
    })
    const loaded = stderr.split('\n')
    assert.equal(status, 1)
    assert.ok(loaded.includes('NativeModule fs'))
    assert.deepEqual(
      loaded.filter(name => /^NativeModule (?:worker_threads|tty|crypto|child_process|http)$/.test(name)),
      [],
    )
  })
})
