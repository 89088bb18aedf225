import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { lint } from '../../../server/engine/lint'
import { openFile } from '../../../server/engine/open'
import { officialLists } from './official-lists'

const FOLDER = 'node_modules/@etalab/decoupage-administratif/data'

type Entry = Record<string, unknown>

describe('the official lists, written as tables', () => {
  for (const [name, rules] of [
    ['regions', []],
    ['departements', []],
    ['arrondissements', []],
    ['ept', []],
    // Half of the groups of communes have fewer than 24,000 inhabitants, the largest has seven million.
    ['epci', []],
    // Six communes destroyed in 1916 have no inhabitants.
    ['communes', Array.from({ length: 6 }, () => 'sentinel-value')],
  ] as const)
    it(`hold no error, and little to look at: ${name}`, () => {
      const text = tableOf(JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')))
      const dataset = openFile(new TextEncoder().encode(text), { lists: officialLists })
      const found = [...lint(dataset, { preset: 'standard', today: '2025-01-15' })]
      assert.deepEqual(
        found.map(({ rule }) => rule),
        rules,
      )
    })
})

/** One column for each key whose values are no objects. */
function tableOf(entries: readonly Entry[]): string {
  const keys = [...new Set(entries.flatMap(Object.keys))].filter(
    key => !entries.some(entry => JSON.stringify(entry[key])?.includes('{')),
  )
  const rows = entries.map(entry => keys.map(key => cellOf(entry[key])))
  return [keys, ...rows].map(row => `${row.join(',')}\n`).join('')
}

function cellOf(value: unknown): string {
  const text = Array.isArray(value) ? value.join(';') : String(value ?? '')
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
