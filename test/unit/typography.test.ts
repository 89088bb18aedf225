import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A space that a line may break at, where French has a mark that must not stand alone. */
const BREAKS = /(?<=\S) (?=[:;!?»](?:[\s)*_,.…'`]|$))|(?<=«) /
/** The same in a text that no letter shows to be French: English has no such space behind a word or a value. */
const BREAKS_BEHIND_WORD = /(?<=[\p{L}\d#’)]) (?=[:;!?](?:[\s)*_,.…'`]|$))/u
const STRING = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`/g

describe('French text keeps its marks beside their words', () => {
  it('is looked at where it is broken', () => {
    assert.deepEqual(brokenIn(['fr: `Vu : ${n ? 1 : 2} été`,', "en: 'a: b'"].join('\n')), ['`Vu : # été`'])
    assert.deepEqual(brokenIn('fr: `Exemple : ${value}`, en: `Example: ${value}`'), ['`Exemple : #`'])
    assert.deepEqual(brokenIn("fr: 'Déjà\u00A0: vu'"), [])
    assert.deepEqual(brokenProse('Déjà : vu\n\n```csv ;\na : b\n```\n`c : d`'), ['Déjà : vu'])
  })

  it('in what the program says', () => assert.deepEqual(broken(filesIn('.ts', 'server', 'client'), brokenIn), []))

  it('in its pages', () =>
    assert.deepEqual(broken([...filesIn('.fr.md', 'server', 'client'), 'README.fr.md'], brokenProse), []))
})

/** The strings of a source text that may break where French must not. */
function brokenIn(source: string): string[] {
  const strings = source
    .split('\n')
    .flatMap(line => (/^\s*(?:\/\/|\/?\*)/.test(line) ? [] : (line.match(STRING) ?? [])))
  return strings
    .map(text => ({
      text: withoutExpressions(text),
      breaks: /[«»éèàçêùîôœâ]/i.test(text) ? BREAKS : BREAKS_BEHIND_WORD,
    }))
    .filter(({ text, breaks }) => !text.includes('${') && breaks.test(text))
    .map(({ text }) => text)
}

function withoutExpressions(text: string): string {
  const less = text.replaceAll(/\$\{[^{}]*\}/g, '#')
  return less === text ? text : withoutExpressions(less)
}

/** The lines of a page that may break, code and tables' rules aside. */
function brokenProse(page: string): string[] {
  const prose = page.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code')
  return prose.split('\n').filter(line => !/^\|[\s|:-]+\|$/.test(line) && BREAKS.test(line.replaceAll(/\| /g, '')))
}

function broken(paths: readonly string[], find: (text: string) => string[]): string[] {
  assert.ok(paths.length > 1)
  return paths.flatMap(path => find(readFileSync(path, 'utf8')).map(text => `${path}: ${text}`))
}

function filesIn(end: string, ...folders: readonly string[]): string[] {
  return folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith(end))
      .map(name => join(folder, name)),
  )
}
