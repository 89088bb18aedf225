import assert from 'node:assert/strict'
import type { LintOptions } from '../../server/engine/checkup'
import { lint } from '../../server/engine/lint'
import { openFile } from '../../server/engine/open'
import type { Repeated } from '../../server/engine/rules/rule'
import { readSchema } from '../../server/engine/schema/table-schema'
import { temporarySpill } from '../../server/files/temporary-spill'

const { schema } = readSchema({ fields: [{ name: 'id', constraints: { unique: true } }] }, 'test')

describe('keys of which as much as is kept of the hash is the same', () => {
  it('are told apart', () => {
    const [one, other] = ['188552', '3985809']
    assert.deepEqual(repeated([one!, other!, 'x', other!, one!, other!, 'x']), [
      '4: 3985809, as 2',
      '5: 188552, as 1',
      '6: 3985809, as 2',
      '7: x, as 3',
    ])
  })
})

describe('keys that are too many for memory', () => {
  it('are told as if they were not', () => {
    const ids = Array.from({ length: 3_000 }, (_, i) => `${(i * 7_919) % 2_500}`)
    const told = repeated(ids)
    assert.equal(told.length, 500)
    assert.deepEqual(repeated(ids, { spill: () => temporarySpill(1_000) }), told)
  })
})

/** Rows that repeat a value: their number, the value and the row that has it first. */
function repeated(ids: readonly string[], options: LintOptions = {}): string[] {
  const text = new TextEncoder().encode(`id\n${ids.join('\n')}\n`)
  const found = lint(openFile(text, { schema: { schema: schema!, source: 'flag' } }), { ...options, onlySchema: true })
  return [...found].map(({ row, value, facts }) => `${row}: ${value}, as ${(facts as Repeated).first}`)
}
