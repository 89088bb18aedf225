import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSituation, situationFiles } from '../../../client/situation-files'
import { ruleById } from '../../../server/engine/rules/by-id'
import { folderWith, vigie } from '../cli/run'
import { played } from './played'

interface Step {
  readonly id: string
  readonly media: { readonly markdown: string }
  readonly completionEvents: readonly string[]
}

interface Walkthrough {
  readonly id: string
  readonly title: string
  readonly steps: readonly Step[]
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
const walkthroughs: readonly Walkthrough[] = contributes.walkthroughs
const said = (['package.nls.fr.json', 'package.nls.json'] as const).map(
  file => JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>,
)

describe('situations', () => {
  it('are the folders that are shipped, each with its walkthrough and the files that it names', () => {
    const folders = readdirSync('client/situations').toSorted()
    assert.deepEqual(Object.keys(situationFiles).toSorted(), folders)
    assert.deepEqual(Object.keys(played).toSorted(), folders)
    assert.deepEqual(walkthroughs.map(({ id }) => id.replace('situation-', '')).toSorted(), folders)
    for (const id of folders) {
      const files = isSituation(id) ? situationFiles[id] : []
      assert.deepEqual(readdirSync(join('client/situations', id)).toSorted(), [...files, 'en.md', 'fr.md'].toSorted())
    }
  })

  for (const [id, { found, repairs }] of Object.entries(played)) {
    const files = originals(id)

    it(`${id} holds the findings that it teaches, and no other`, () => assert.deepEqual(findings(files), found))

    it(`${id} is played to its end: its repairs leave nothing but notes`, () => {
      const repaired = { ...files }
      for (const [file, before, after] of repairs) {
        assert.ok(repaired[file]!.includes(before), `${file}: ${before}`)
        repaired[file] = repaired[file]!.replace(before, () => after)
      }
      const left = Object.values(findings(repaired)).flat()
      assert.deepEqual(
        left.filter(finding => !/\((?:information|hint)\)$/.test(finding)),
        [],
      )
    })

    it(`${id} has a step for each of its findings, which ends when they are gone`, () => {
      const { steps } = walkthroughs.find(walkthrough => walkthrough.id === `situation-${id}`)!
      const ends = steps.map(({ completionEvents }) => completionEvents.join(' '))
      const taught = ends.flatMap(end => [...end.matchAll(/\.gone\.([a-z-]+)/g)].map(([, rule]) => rule!))
      const rules = new Set(
        Object.values(found)
          .flat()
          .map(finding => finding.split(' ')[0]!),
      )
      for (const rule of taught) assert.ok(ruleById(rule) && rules.has(rule), `${rule} is not found`)
      const graver = Object.values(found)
        .flat()
        .filter(finding => !finding.endsWith(')'))
      for (const finding of graver) assert.ok(taught.includes(finding.split(' ')[0]!), `${finding} is not taught`)
      assert.equal(ends[0], `onContext:vigie.situation.${id}.opened`)
      assert.equal(ends.at(-1), `onContext:vigie.situation.${id}.done`)
      for (const end of ends)
        assert.ok(end.includes(`vigie.situation.${id}.`) || end === 'onCommand:vigie.askAuthority', end)
    })

    it(`${id} is told in both languages, on pages that are there`, () => {
      for (const language of said) {
        const { steps } = walkthroughs.find(walkthrough => walkthrough.id === `situation-${id}`)!
        for (const { media } of steps)
          assert.ok(existsSync(language[media.markdown.replaceAll('%', '')]!), media.markdown)
      }
    })
  }
})

function originals(id: string): Record<string, string> {
  const files = isSituation(id) ? situationFiles[id] : []
  return Object.fromEntries(files.map(file => [file, readFileSync(join('client/situations', id, file), 'utf8')]))
}

/** What the command line finds in the files, by file. */
function findings(files: Readonly<Record<string, string>>): Record<string, string[]> {
  const args = ['lint', '--format', 'json', '--today', '2025-05-31', ...Object.keys(files)]
  const report = JSON.parse(vigie(folderWith(files), args).stdout) as Report
  const told = report.files.map(({ path, diagnostics }): [string, string[]] => [path, diagnostics.map(inShort)])
  return Object.fromEntries(told.filter(([, found]) => found.length > 0))
}

function inShort({ rule, row, field, severity }: Report['files'][number]['diagnostics'][number]): string {
  const place = [rule, row, field].filter(part => part !== undefined).join(' ')
  return severity === 'error' || severity === 'warning' ? place : `${place} (${severity})`
}

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly diagnostics: readonly { rule: string; row?: number; field?: string; severity: string }[]
  }[]
}
