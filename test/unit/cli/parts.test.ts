import { deepEqual, equal } from 'node:assert/strict'
import { array, assert, constantFrom, property } from 'fast-check'
import { type Side, unifiedDiff } from '../../../server/command/diff'
import { matchesGlob } from '../../../server/files/glob'
import { resolved } from '../../../server/files/path'

describe('glob', () => {
  for (const [path, pattern, expected] of [
    ['a.csv', '*.csv', true],
    ['in/a.csv', '*.csv', true],
    ['in/a.csv', './*.csv', false],
    ['in/a.csv', 'in/*.csv', true],
    ['in/deep/a.csv', 'in/*.csv', false],
    ['in/deep/a.csv', 'in/**/*.csv', true],
    ['in/a.csv', 'in/**/*.csv', true],
    ['in/deep/a.csv', 'in/**', true],
    ['axcsv', 'a.csv', false],
    ['a(1).csv', 'a(1).csv', true],
    ['a.tsv', '*.{csv,tsv}', true],
    ['a.txt', '*.{csv,tsv}', false],
    ['a1.csv', 'a?.csv', true],
  ] as const)
    it(`${pattern} ${expected ? 'takes' : 'leaves'} ${path}`, () => equal(matchesGlob(path, pattern), expected))
})

describe('path', () => {
  it('resolves what a folder’s file names', () => {
    equal(resolved('/a/b', '../c/./d.json'), '/a/c/d.json')
    equal(resolved('/a', '/b.json'), '/b.json')
    equal(resolved('', '../b.json'), '../b.json')
    equal(resolved('file:///a', 'b.json'), 'file:///a/b.json')
  })
})

/** The text that a unified diff makes of another; fails when the diff does not speak of that text. */
function patched(before: string, diff: string): string {
  const old = before.split(/(?<=\n)/)
  const fresh: string[] = []
  let at = 0
  for (const line of diff
    .replaceAll('\n\\ No newline at end of file\n', '␀')
    .split(/(?<=\n|␀)/)
    .slice(2)) {
    const text = line.slice(1).replace('␀', '')
    const hunk = /^@@ -(\d+),\d+ \+(\d+),\d+ @@/.exec(line)
    if (hunk) {
      while (at < Number(hunk[1]) - 1) fresh.push(old[at++]!)
      equal(fresh.length, Number(hunk[2]) - 1)
    } else if (line.startsWith('+')) fresh.push(text)
    else {
      equal(old[at++], text)
      if (line.startsWith(' ')) fresh.push(text)
    }
  }
  return [...fresh, ...old.slice(at)].join('')
}

function diffOf(before: string, after: string, shown = (text: string) => text): string {
  return [...unifiedDiff('f', sideOf(before, shown), sideOf(after, shown))].join('')
}

function sideOf(text: string, shown: (text: string) => string): Side {
  const bytes = Buffer.from(text)
  return { bytes, shown: ({ start, end }) => shown(bytes.subarray(start, end).toString()) }
}

describe('unified diff', () => {
  it('turns the one text into the other', () => {
    const text = array(constantFrom('a\n', 'b\n', 'c\n', 'é\n'), { minLength: 1, maxLength: 40 }).map(lines =>
      lines.join('').slice(0, lines.length % 2 === 0 ? -1 : undefined),
    )
    assert(property(text, text, (before, after) => equal(patched(before, diffOf(before, after)), after)))
  })

  it('tells what goes before what comes', () => {
    equal(diffOf('a\nb\n', 'c\nd\n'), '--- f\n+++ f\n@@ -1,2 +1,2 @@\n-a\n-b\n+c\n+d\n')
  })

  it('asks how a line is shown for those round a change only, since to keep back values of each took half of the time', () => {
    const lines = Array.from({ length: 1_000 }, (_, i) => `${i}\n`)
    const asked: string[] = []
    diffOf(lines.join(''), lines.with(500, 'x\n').join(''), text => {
      asked.push(text)
      return text
    })
    deepEqual(asked.toSorted(), ['497', '498', '499', '500', '501', '502', '503', 'x'].toSorted())
  })
})
