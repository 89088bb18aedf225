import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Dataset, textOf } from '../server/engine/dataset'
import { applyEdits, fixAll } from '../server/engine/fix'
import { lint } from '../server/engine/lint'
import type { Diagnostic } from '../server/engine/model/diagnostic'
import { openFile } from '../server/engine/open'
import { rules } from '../server/engine/rules'
import { ruleById } from '../server/engine/rules/by-id'
import type { Rule } from '../server/engine/rules/rule'
import { messageOf } from '../server/engine/say'
import { bytesOf, ended, examplesOf, filesBeside, FOLDER, optionsOf, TODAY, words } from './examples'
import { type Mark, readMarks, writeMarks } from './marks'

/** Rules whose findings depend on what no example can show. */
const WITHOUT_EXAMPLE = new Set(['internal-error', 'not-checked', 'not-a-table', 'missing-metadata'])

// Every example on a rule's page is run, in both languages: the page cannot say what the rule does not do.
for (const rule of rules)
  for (const language of ['fr', 'en'] as const)
    describe(`page of ${rule.id} (${language})`, () => {
      const file = `${FOLDER}/${rule.id}.${language}.md`
      const examples = existsSync(file) ? [...examplesOf(readFileSync(file, 'utf8'))] : []
      if (!WITHOUT_EXAMPLE.has(rule.id))
        it('shows a wrong example', () =>
          assert.ok(examples.some(({ body, isFixed }) => !isFixed && new RegExp(`\\^ ${rule.id}$`, 'm').test(body))))
      let last: { dataset: Dataset; found: readonly Diagnostic[] } | undefined
      for (const { info, body, schema, resources, former, files, isFixed } of examples)
        if (isFixed)
          it('repairs as shown', () => {
            assert.ok(last)
            const edits = fixAll(last.dataset, last.found, { unsafe: true })
            const fixed = new TextDecoder().decode(applyEdits(textOf(last.dataset), edits))
            assert.equal(printed(fixed, info), ended(body, info))
          })
        else
          it(`finds what is marked in ${JSON.stringify(body.split('\n')[0])}`, async () => {
            const { text } = readMarks(body)
            const bytes = bytesOf(text, info)
            const beside = words(info).includes('in-folder') ? await filesBeside(bytes, { info, files }) : undefined
            const dataset = openFile(bytes, { ...optionsOf(info, schema, resources), files: beside, former })
            const found = [...lint(dataset, { rules: heard(rule), preset: 'complet', today: TODAY })]
            assert.equal(writeMarks(text, marksOf(dataset, found)), body)
            for (const diagnostic of found) {
              const message = messageOf(diagnostic, language)
              assert.match(message, /\S.*[.!?]$/s)
              // French keeps its double marks on the line of the word before them; what is quoted is as the file has it.
              if (language === 'fr') assert.doesNotMatch(message.replace(/«[^»]*»/g, '«»'), / [:;!?»]|« /)
            }
            last = { dataset, found }
          })
    })

describe('rules', () => {
  it('have ids of their own', () => {
    assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length)
  })

  it('have a page in each language, and no page stands alone', () => {
    const pages = readdirSync(FOLDER).filter(name => name.endsWith('.md'))
    assert.deepEqual(pages.toSorted(), rules.flatMap(rule => [`${rule.id}.en.md`, `${rule.id}.fr.md`]).toSorted())
  })
})

/** The rule itself and those that it speaks instead of: a new rule must not change the pages of others. */
function heard(rule: Rule): Rule[] {
  return [rule, ...(rule.insteadOf ?? []).flatMap(id => ruleById(id) ?? [])]
}

/** A text as a page shows it. */
function printed(text: string, info: string): string {
  return words(info).includes('bytes') ? text.replaceAll('\r', '\\r').replaceAll('\uFEFF', '\\uFEFF') : text
}

function marksOf(dataset: Dataset, found: readonly Diagnostic[]): Mark[] {
  return found.map(({ span, rule }) => {
    const start = dataset.lines.position(span.start)
    const end = dataset.lines.position(span.end)
    return {
      line: start.line,
      from: start.character,
      to: end.line === start.line ? end.character : start.character + 1,
      rule,
    }
  })
}
