import { deepEqual, equal, match } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bread, folderWith, vigie } from './run'

describe('vigie -, of more than memory should hold', () => {
  const rows = Array.from(
    { length: 40_000 },
    (_, i) => `${i};Été à Valbrume, tranche ${i % 97}${', bourg'.repeat(115)};${i}.5;2024-01-02;reste`,
  )
  rows[33_000] = '33000;"jamais fermé;1;2024-01-02;reste '
  rows[37_000] = rows[17]!
  const text = `id;objet;montant;jour;note\n${rows.join('\n')}\n`
  it('finds what it finds in the same file, and leaves nothing behind', () => {
    const folder = folderWith({ 'large.csv': text })
    const own = found(folder, '-', text)
    equal(own.status, 1)
    deepEqual(own, found(folder, 'large.csv'))
    deepEqual(readdirSync(folder), ['large.csv'])
  })

  it('reads a text that is no UTF-8 too', () => {
    const bytes = Buffer.from(text, 'latin1')
    const folder = folderWith({ 'large.csv': bytes })
    const { file } = found(folder, '-', bytes)
    equal(file.dialect.encoding, 'windows-1252')
    deepEqual(file, found(folder, 'large.csv').file)
  })

  it('describes what came, to the last byte', () => {
    const marked = `\uFEFF${text}`
    const { stdout } = vigie(folderWith({}), ['describe', '-'], { input: marked })
    const [{ bytes, hash }] = JSON.parse(stdout).resources
    deepEqual(
      { bytes, hash },
      { bytes: Buffer.byteLength(marked), hash: `sha256:${createHash('sha256').update(marked).digest('hex')}` },
    )
  })

  it('says in one line that there is no room for it', () => {
    const folder = folderWith({ 'bread.csv': bread })
    const env = { TMPDIR: join(folder, 'bread.csv') }
    const { status, stderr } = vigie(folder, ['lint', '--format', 'json', '-'], { input: text, env })
    equal(status, 2)
    match(stderr, /^vigie: [^\n]*ENOTDIR[^\n]*\n$/)
    const told = vigie(folder, ['lint', '--language', 'fr', '-'], { input: text, env }).stderr
    match(told, /^vigie: [^\n]*le dossier temporaire ne le prend pas \(ENOTDIR\)[^\n]*\n$/)
  })
})

function found(folder: string, path: string, input: string | Uint8Array = '') {
  const { status, stdout } = vigie(folder, ['lint', '--format', 'json', path], {
    input,
    env: { TMPDIR: folder },
  })
  const [{ path: _, ...file }] = JSON.parse(stdout).files
  return { status, file }
}
