import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { actionsOf } from '../../../server/actions'
import { rangeOf } from '../../../server/convert'
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
          for (const titles of titlesIn(bytesOf(body, info), open, language)) {
            assert.deepEqual(titles, [...new Set(titles)], id)
            if (titles.some(title => title.endsWith(')'))) several++
          }
        }
      assert.ok(several > 50, `${several} places with several findings`)
    })
})

function* titlesIn(bytes: Uint8Array, open: ReturnType<typeof optionsOf>, language: 'fr' | 'en'): Generator<string[]> {
  const live = new LiveCheck(new LiveText(bytes), open, { preset: 'complet', today: TODAY })
  for (const _ of live.steps());
  const source = { dataset: live.dataset, shift: 0 } as const
  const checked = { live, source, onDisk: [], isText: true, generation: 1, version: 1, options: {} }
  const client = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } }
  const desk = { uri: 'file:///a.csv', language, client, safe: () => ({ edits: [] }) }
  for (const { span } of live.findings()) {
    const at = rangeOf(source, { start: span.start, end: span.start })
    yield actionsOf(checked, at, { diagnostics: [] }, desk).map(({ title }) => title)
  }
}
