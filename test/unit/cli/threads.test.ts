import { deepEqual, equal, match } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { formats } from '../../../server/report/report'
import { bread, folderWith, vigie } from './run'

describe('vigie lint in several threads', () => {
  /** Together they are worth more than one thread. */
  const folder = folderWith({
    'data/a.csv': bread,
    'data/b.csv': table(70_000, i => `${i};Été à Valbrume ${i}${i % 50 === 0 ? ' ' : ''};31/12/2024`),
    'data/c/none.json': '{"name":"settings"}',
    'data/d.csv': table(70_000, i => `${i % 60_000};"Fête, ""${i}""\r\nsuite";2024-01-02`),
    'data/e.csv': table(70_000, i => `${i};${i === 40_000 ? '"jamais fermé' : 'Marché'};2024-01-0${i % 10}`),
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

function table(rows: number, row: (i: number) => string): string {
  return `id;objet;jour\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`
}
