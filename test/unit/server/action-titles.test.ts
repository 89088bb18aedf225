import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { CodeAction, Range } from 'vscode-languageserver'
import { actionsOf } from '../../../server/repair/actions'
import { rangeOf } from '../../../server/editor/convert'
import { LiveCheck } from '../../../server/engine/live-check'
import { LiveText } from '../../../server/engine/model/live-text'
import { rules } from '../../../server/engine/rules'
import { bytesOf, examplesOf, FOLDER, optionsOf, TODAY } from '../../examples'

describe('the actions offered at one place', () => {
  for (const language of ['fr', 'en'] as const)
    it(`are told apart by their titles, in ${language}`, () => {
      let several = 0
      for (const { id } of rules)
        for (const { info, body, schema, resources } of examplesOf(readFileSync(`${FOLDER}/${id}.en.md`, 'utf8'))) {
          const open = optionsOf(info, schema, resources)
          if ('tree' in open || open.json) continue
          for (const actions of actionsIn(bytesOf(body, info), open, language)) {
            const titles = actions.map(({ title }) => title)
            assert.deepEqual(titles, [...new Set(titles)], id)
            for (const { title, command } of actions) assert.equal(command?.title ?? title, title)
            if (titles.some(title => /^(?:Accepter|Accept) .+\)$/.test(title))) several++
          }
        }
      assert.ok(several > 50, `${several} places with several findings`)
    })
})

describe('the actions offered for several cells', () => {
  it('name the column and the row where one rule speaks of them', () => {
    const bytes = new TextEncoder().encode('a;b\nx ;y \nx ;z\n')
    const all = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }
    const [actions] = actionsIn(bytes, { schema: 'none' }, 'en', all)
    const titles = actions!.map(({ title }) => title)
    assert.deepEqual(titles, [...new Set(titles)])
    assert.deepEqual(titles.slice(0, 3), [
      'Replace with “x” (Leading or trailing whitespace, the column “a”, row 2)',
      'Replace with “y”',
      'Replace with “x” (Leading or trailing whitespace, the column “a”, row 3)',
    ])
  })
})

function* actionsIn(
  bytes: Uint8Array,
  open: ReturnType<typeof optionsOf>,
  language: 'fr' | 'en',
  range?: Range,
): Generator<CodeAction[]> {
  const live = new LiveCheck(new LiveText(bytes), open, { preset: 'complet', today: TODAY })
  for (const _ of live.steps());
  const source = { dataset: live.dataset, shift: 0 } as const
  const checked = { live, source, onDisk: [], open: {}, isText: true, generation: 1, version: 1, options: {} }
  const client = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } }
  const desk = { uri: 'file:///a.csv', language, client, safe: () => ({ edits: [] }) }
  for (const { span } of live.findings()) {
    const at = range ?? rangeOf(source, { start: span.start, end: span.start })
    yield actionsOf(checked, at, { diagnostics: [] }, desk)
  }
}
