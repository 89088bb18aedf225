import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { conceptIds } from '../server/engine/concepts'

const engine = (...parts: string[]) => parts.map(part => `server/engine/${part}`)

// Each place, and all that it may import besides itself: what is not said is forbidden.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  client: ['server/protocol', 'vscode', 'vscode-languageclient'],
  server: [
    'server/engine',
    'server/protocol',
    ...engine('csv', 'json', 'lists', 'metadata', 'schema', 'rules', 'concepts', 'workbook', 'model'),
    'vscode-languageserver',
    '@modelcontextprotocol/server',
    '@modelcontextprotocol/server/stdio',
    'node:*',
  ],
  'server/protocol': engine('model'),
  'server/engine': engine('csv', 'json', 'metadata', 'schema', 'rules', 'concepts', 'workbook', 'kernel', 'model'),
  'server/engine/rules': engine('model', 'concepts'),
  'server/engine/schema': [...engine('model'), 'bundled-schemas', 'bundled-structures', 'ajv'],
  'server/engine/metadata': engine('model'),
  'server/engine/csv': engine('kernel', 'model'),
  'server/engine/json': engine('model'),
  'server/engine/workbook': [...engine('model'), 'fflate', 'sax'],
  'server/engine/lists': engine('model'),
  'server/engine/kernel': engine('model'),
  'server/engine/concepts': [],
  'server/engine/model': [],
}

/** Names that reach outside: the disk, the clock, the network, the process. `require` of a page is the bundler's. */
const OUTSIDE =
  /\b(?:process|Buffer|console|fetch|setTimeout|setInterval|localStorage|Date\.now|performance|Math\.random)\b|new Date\(\)/

describe('architecture', () => {
  it('has sources to look at', () => assert.ok(sources().length > 50))

  for (const file of sources())
    it(`${file} imports only what its place may`, () => {
      assert.deepEqual(straysOf(file, readFileSync(file, 'utf8')), [])
    })

  it('sees an import that is forbidden', () => {
    const planted = "import { readFileSync } from 'node:fs'\nimport { CsvTable } from '../csv/table'\n"
    assert.deepEqual(straysOf('server/engine/rules/planted.ts', planted), ['node:fs', 'server/engine/csv/table'])
    assert.deepEqual(straysOf('client/planted.ts', "import { lint } from '../server/engine/lint'"), [
      'server/engine/lint',
    ])
  })

  it('allows nothing that nobody does', () => {
    const used = new Set(sources().flatMap(file => targetsOf(file).map(target => `${placeOf(file)} ${target}`)))
    const idle = Object.entries(mayImport).flatMap(([place, allowed]) =>
      allowed.map(target => `${place} ${target}`).filter(way => !used.has(way)),
    )
    assert.deepEqual(idle, [])
  })

  it('no file imports itself by way of others', () => {
    const graph = graphOf(sources())
    for (const file of graph.keys()) assert.ok(!reaches(file, file, graph), file)
  })

  it('what the terminal does knows nothing of an editor', () => {
    const graph = graphOf(sources())
    const editor = sources().filter(file => placeOf(file) === 'server/protocol')
    const knows = (file: string) => editor.some(one => reaches(file, one, graph))
    assert.ok(knows('server/editor/session.ts'))
    for (const file of graph.keys())
      if (/^server\/(?:command|mcp|report|tools|files|threads)\//.test(file)) assert.ok(!knows(file), file)
  })

  it('what reads files knows nobody who asks for them', () => {
    const graph = graphOf(sources())
    const asking = sources().filter(file => /^server\/(?:command|editor)\//.test(file))
    const knows = (file: string) => asking.some(one => reaches(file, one, graph))
    assert.ok(knows('server/cli.ts'))
    for (const file of graph.keys()) if (/^server\/(?:files|threads)\//.test(file)) assert.ok(!knows(file), file)
  })

  it('the engine reaches for nothing outside', () => {
    for (const file of sources().filter(path => path.startsWith('server/engine/')))
      assert.doesNotMatch(codeOf(readFileSync(file, 'utf8')), OUTSIDE, file)
    assert.match(codeOf('const now = Date.now()'), OUTSIDE)
  })

  it('a package has one door', () => {
    const doors = new Map<string, Set<string>>()
    for (const file of sources())
      for (const name of importsOf(file, readFileSync(file, 'utf8')))
        if (/^(?:ajv|csv-parse|fflate|sax|@modelcontextprotocol)/.test(name))
          doors.set(name, (doors.get(name) ?? new Set()).add(file))
    for (const [name, files] of doors) assert.equal(files.size, 1, `${name}: ${[...files].join(', ')}`)
  })

  it('only server/network opens a connection', () => {
    const strays = sources().filter(file => opens(file, readFileSync(file, 'utf8')))
    assert.ok(strays.includes('server/network/node-fetch.ts') && strays.includes('server/network/web-fetch.ts'))
    assert.deepEqual(
      strays.filter(file => !file.startsWith('server/network/')),
      [],
    )
  })

  it('concepts have a page in each language, and no page stands alone', () => {
    const pages = readdirSync('server/engine/concepts').filter(name => name.endsWith('.md'))
    assert.deepEqual(pages.toSorted(), conceptIds.flatMap(id => [`${id}.en.md`, `${id}.fr.md`]).toSorted())
  })

  it('the pages of concepts point at concepts that exist', () => {
    for (const id of conceptIds)
      for (const language of ['fr', 'en']) {
        const page = readFileSync(`server/engine/concepts/${id}.${language}.md`, 'utf8')
        const see = /^see: \[(.*)\]$/m.exec(page)?.[1]?.split(', ').filter(Boolean) ?? []
        for (const other of see) assert.ok((conceptIds as readonly string[]).includes(other), `${id}: ${other}`)
      }
  })
})

function sources(): string[] {
  return ['client', 'server'].flatMap(top =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => join(top, name)),
  )
}

function straysOf(file: string, text: string): string[] {
  const place = placeOf(file)
  return importsOf(file, text).filter(name => {
    const target = placeOf(name)
    const allowed = mayImport[place]!
    return target !== place && !allowed.includes(target) && !(name.startsWith('node:') && allowed.includes('node:*'))
  })
}

/** Whether a file reaches for the network. */
function opens(file: string, text: string): boolean {
  const imports = importsOf(file, text).some(name => /^node:(?:https?|http2|net|tls|dns|dgram)/.test(name))
  return imports || /\bfetch\(/.test(codeOf(text))
}

/** The places that a file imports; `node:*` stands for all that Node has. */
function targetsOf(file: string): string[] {
  return importsOf(file, readFileSync(file, 'utf8')).map(name => (name.startsWith('node:') ? 'node:*' : placeOf(name)))
}

function importsOf(file: string, text: string): string[] {
  const names = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'([^']+)'/g)].map(match => match[1]!)
  return names.map(name =>
    name.startsWith('.') ? join(dirname(file), name) : name.replace(/\/(?:node|browser|dist).*$/, ''),
  )
}

/** The longest place that holds the path; a package is its own place. */
function placeOf(path: string): string {
  return (
    Object.keys(mayImport)
      .filter(place => path === place || path === `${place}.ts` || path.startsWith(`${place}/`))
      .toSorted((a, b) => a.length - b.length)
      .at(-1) ?? path
  )
}

function graphOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(files.map(file => [file, filesBehind(file)]))
}

/** The files that a file imports. */
function filesBehind(file: string): readonly string[] {
  return importsOf(file, readFileSync(file, 'utf8')).flatMap(
    name => [`${name}.ts`, `${name}/index.ts`].find(path => existsSync(path)) ?? [],
  )
}

function reaches(
  from: string,
  goal: string,
  graph: ReadonlyMap<string, readonly string[]>,
  seen = new Set<string>(),
): boolean {
  return (graph.get(from) ?? []).some(file => {
    if (seen.has(file)) return false
    seen.add(file)
    return file === goal || reaches(file, goal, graph, seen)
  })
}

/** The text without its comments and strings. */
function codeOf(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|`[^`]*`/gm, '')
}
