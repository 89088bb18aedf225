import assert from 'node:assert/strict'
import { areDead, areOfficials } from '../../../server/engine/model/persons'
import { positionsOf } from '../../../server/engine/model/positions'
import type { Column } from '../../../server/engine/model/table'
import { column } from '../rules/described'

describe('what each column asks of all the others', () => {
  const questions = { areOfficials, areDead, positionsOf }
  for (const [name, ask] of Object.entries(questions))
    it(`${name} reads the labels of a table once`, () => {
      let reads = 0
      const columns = Array.from({ length: 40 }, (_, i): Column => {
        const one = column({ label: `colonne ${i}` })
        return Object.defineProperty(one, 'label', { get: () => (reads++, `colonne ${i}`) })
      })
      for (const _ of columns) ask(columns)
      assert.ok(reads >= columns.length && reads < 4 * columns.length, String(reads))
    })
})
