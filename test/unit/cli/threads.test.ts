import assert, { deepEqual, equal, match } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { formats } from '../../../server/report/report'
import { bread, copyWith, folderWith, vigie } from './run'

/** Makes rows long, so that few of them are a large file. */
const bourg = ', au bourg'.repeat(80)

describe('vigie lint in several threads', () => {
  /** Together they are worth more than one thread. */
  const folder = folderWith({
    'data/a.csv': bread,
    'data/b.csv': table(4_000, i => `${i};Été à Valbrume ${i}${bourg}${i % 50 === 0 ? ' ' : ''};31/12/2024`),
    'data/c/none.json': '{"name":"settings"}',
    'data/d.csv': table(4_000, i => `${i % 3_500};"Fête, ""${i}""\r\nsuite${bourg}";2024-01-02`),
    'data/e.csv': table(4_000, i => `${i};${i === 2_000 ? '"jamais fermé' : 'Marché'}${bourg};2024-01-0${i % 10}`),
    'data/f.csv': '',
    'empty/readme.txt': '',
  })
  const paths = ['data', 'nowhere.csv', 'empty', 'data/a.csv']
  const run = (format: string, threads: string) =>
    vigie(folder, ['lint', '--format', format, '--threads', threads, '--today', '2026-01-01', ...paths])

  for (const format of formats)
    it(`prints the same ${format}, and complains in the same order`, () => {
      const alone = run(format, '1')
      equal(alone.status, 2)
      match(alone.stderr, /^vigie: nowhere\.csv cannot be read\.\nvigie: empty holds no dataset\.\n$/)
      deepEqual(run(format, '2'), alone)
      deepEqual(run(format, '3'), alone)
    })

  it('reads once a schema that comes through a pipe', () => {
    const lint = `"${process.execPath}" "${resolve('dist/cli.js')}" lint --threads 2 --schema /dev/stdin data data`
    const piped = `echo '{"fields":[{"name":"code"}]}' | ${lint}`
    const { stdout, stderr } = spawnSync('sh', ['-c', piped], { cwd: folder, encoding: 'utf8' })
    equal(stderr, '')
    match(stdout, /data\/d\.csv[^]*missing-label/)
  })
})

describe('vigie lint of files of which one cannot be checked to its end', () => {
  /** Keys that are more than memory takes: 9,000,000 hashes, of 8 bytes each. */
  const names = Array.from('abcdefghi')
  const uniqueKeys = Array.from({ length: 300 }, (_, i) => ['n', ...names.filter((_name, bit) => i & (1 << bit))])
  const folder = folderWith({
    'a.csv': bread,
    'b.csv': `n;${names.join(';')}\n${Array.from({ length: 30_000 }, (_, i) => `${i % 29_000}${';0'.repeat(9)}`).join('\n')}\n`,
    'b.schema.json': JSON.stringify({ fields: ['n', ...names].map(name => ({ name })), uniqueKeys }),
    'c.csv': bread,
    // Enough for a second thread.
    'd.csv': table(9_000, i => `${i};Marché${bourg};2024-01-02`),
  })
  const run = (language: string, threads: string) =>
    vigie(folder, ['lint', '.', '--format', 'json', '--only-schema', '--language', language, '--threads', threads], {
      env: { TMPDIR: join(folder, 'absent') },
    })

  for (const threads of ['1', '2'])
    it(`names it in the language that was asked for, and tells of the others, in ${threads}`, () => {
      const { status, stdout, stderr } = run('fr', threads)
      equal(status, 2)
      match(stderr, /^vigie: \S*b\.csv n’a pas pu être vérifié\s: les clés et les constats.*\(ENOENT\).*\n$/)
      const told = JSON.parse(stdout).files.map(({ path }: { readonly path: string }) => path)
      deepEqual(told, ['./a.csv', './b.schema.json', './c.csv', './d.csv'])
      match(run('en', threads).stderr, /^vigie: \S*b\.csv could not be checked: there are more keys.*\n$/)
    })
})

describe('vigie lint of a large file in several threads', () => {
  /** Worth being read page by page; the quotes of two rows hide line ends, those of another never close. */
  const folder = folderWith({
    'large.csv': table(40_000, i =>
      i === 17_000
        ? `${i};"jamais fermé;2024-01-02`
        : `${i % 39_000};"Été à Valbrume, ""${i % 97}""${bourg}${i % 300 === 0 ? '\r\n;suite\n"",' : ''}";${i % 300 === 0 ? '31/12/2024' : '2024-01-02'}`,
    ),
    'schema.json': JSON.stringify({
      fields: [
        { name: 'id', type: 'integer', constraints: { unique: true } },
        { name: 'objet' },
        { name: 'jour', type: 'date' },
      ],
    }),
  })
  const lint = ['lint', 'large.csv', '--schema', 'schema.json', '--today', '2026-01-01', '--only-schema']
  const inThreads = (threads: string, format: string) =>
    vigie(folder, [...lint, '--threads', threads, '--format', format])

  for (const format of formats)
    it(`prints the same ${format}`, () => {
      const one = inThreads('1', format)
      equal(one.status, 1)
      deepEqual(inThreads('2', format), one)
      deepEqual(inThreads('3', format), one)
    })

  it('is found to be no UTF-8 wherever the byte is that says so, and then told as the file read whole', () => {
    const text = Buffer.from(table(40_000, i => `${i};Été à la mairie de Valbrume ${i}${bourg};2024-01-02`))
    assert.ok(text.length > 1 << 25)
    for (const place of [3_000_000, 20_000_000, text.length - 2]) {
      const bytes = Buffer.from(text)
      bytes[place] = 0xe9
      writeFileSync(join(folder, 'latin.csv'), bytes)
      const told = (threads: string) => vigie(folder, ['lint', 'latin.csv', '--threads', threads, '--format', 'json'])
      const one = told('1')
      match(one.stdout, /"rule":"(legacy|mixed)-encoding"/)
      deepEqual(told('2'), one)
    }
  })

  it('is done by the first thread when the others cannot begin', () => {
    deepEqual(
      vigieWith("throw new Error('broken')", folder, [...lint, '--threads', '2', '--format', 'json']),
      inThreads('1', 'json'),
    )
  })

  it('is done by the first thread when another breaks down at its work', () => {
    const program = `require('node:worker_threads').parentPort.on('message', ({ board }) => {
      new Int32Array(board).fill(2, 20)
      throw new Error('broken')
    })`
    deepEqual(vigieWith(program, folder, [...lint, '--threads', '2', '--format', 'json']), inThreads('1', 'json'))
  })
})

/** Runs a copy of the command line whose threads have another program. */
function vigieWith(program: string, cwd: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copyWith(program), 'cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { LC_ALL: 'en_GB.UTF-8' },
  })
  return { status, stdout, stderr }
}

function table(rows: number, row: (i: number) => string): string {
  return `id;objet;jour\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`
}
