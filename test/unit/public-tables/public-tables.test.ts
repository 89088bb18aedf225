import assert from 'node:assert/strict'
import type { Dataset } from '../../../server/engine/dataset'
import { lint } from '../../../server/engine/lint'
import type { Diagnostic } from '../../../server/engine/model/diagnostic'
import { openFile } from '../../../server/engine/open'
import { ruleById } from '../../../server/engine/rules/by-id'
import { quiet } from './quiet'
import { telling } from './telling'

const PRIVACY = [
  'social-security-number',
  'personal-email',
  'personal-phone',
  'birth-date',
  'person-name',
  'name-in-free-text',
  'bank-account',
  'number-plate',
  'ip-address',
  'home-address',
  'sensitive-term',
  'small-count',
  'secondary-disclosure',
  'low-k-anonymity',
  'tax-number',
  'dominant-contributor',
].map(id => ruleById(id)!)

describe('tables as towns publish them', () => {
  for (const { title, csv, found = [] } of [...quiet, ...telling])
    it(`hold no other personal data than is found: ${title}`, () => {
      const dataset = openFile(new TextEncoder().encode(csv.trimStart()), {})
      const told = [...lint(dataset, { rules: PRIVACY, preset: 'complet', today: '2025-01-15' })]
      assert.deepEqual(places(dataset, told), found)
    })

  for (const { title, csv, found = [] } of quiet)
    it(`are clean in all other ways: ${title}`, () => {
      const dataset = openFile(new TextEncoder().encode(csv.trimStart()), {})
      assert.deepEqual(places(dataset, [...lint(dataset, { preset: 'standard', today: '2025-01-15' })]), found)
    })
})

/** Each rule with the label of the column in which it found something, in the order of the columns. */
function places({ described }: Dataset, found: readonly Diagnostic[]): string[] {
  const told = found.toSorted((a, b) => (a.column ?? -1) - (b.column ?? -1))
  return [...new Set(told.map(({ rule, column }) => `${rule}: ${described.columns[column ?? -1]?.label ?? ''}`))]
}
