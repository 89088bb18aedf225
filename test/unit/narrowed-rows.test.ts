import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lint } from '../../server/engine/lint'
import { openFile } from '../../server/engine/open'
import { categoryVariant } from '../../server/engine/rules/category-variant'
import { duplicateRow } from '../../server/engine/rules/duplicate-row'
import type { Repeated } from '../../server/engine/rules/rule'
import { unique } from '../../server/engine/rules/unique'
import { readSchema } from '../../server/engine/schema/table-schema'
import { temporarySpill } from '../../server/files/temporary-spill'

const { schema } = readSchema(
  {
    fields: [{ name: 'id', constraints: { unique: true } }, { name: 'lieu' }, { name: 'note' }],
    missingValues: ['', 'NC'],
  },
  'test',
)
/** Keys without any way to spell that there is no value: the kernel reads these. */
const { schema: plain } = readSchema(
  { fields: [{ name: 'id', constraints: { unique: true } }, { name: 'lieu' }, { name: 'note' }] },
  'test',
)

describe('rows that repeat another, in a table with a key', () => {
  const id = fc.constantFrom('', ' ', 'NC', ' NC', 'a', ' a', '"a"', 'a ', 'b', '"b ""c"""', 'd', 'e', 'f')
  const cell = fc.constantFrom('', ' ', 'x', ' x', '"x"')
  const rows = fc.array(fc.tuple(id, cell, cell), { minLength: 1, maxLength: 60 })

  it('are the same whether or not they are looked for among the rows of one key only', () => {
    for (const applied of [schema!, plain!])
      fc.assert(
        fc.property(rows, fc.constantFrom(1, 64, 16_384), (written, chunkSize) => {
          const told = foundIn(written, { chunkSize, schema: applied })
          const missing = applied === schema ? ['', 'NC'] : ['']
          assert.deepEqual(told.copies, copiesIn(written, missing))
          const isCopy = (row: number) => told.copies.some(([copy]) => copy === row)
          const others = repeatsIn(written, missing).filter(([row]) => !isCopy(row))
          assert.deepEqual(told.repeats, others)
        }),
        { numRuns: 300 },
      )
  })

  it('are found where all rows have one key, and where hashes are spilled', () => {
    const written = Array.from({ length: 3_000 }, (_, i) => ['a', `${i % 1_400}`, 'x'])
    const told = foundIn(written, { schema: plain! })
    assert.equal(told.copies.length, 1_600)
    assert.deepEqual(foundIn(written, { schema: plain!, isSpilled: true }), told)
  })
})

type Pair = readonly [row: number, first: number]

interface Reading {
  readonly schema: NonNullable<typeof schema>
  readonly chunkSize?: number
  readonly isSpilled?: boolean
}

/** What the rules find, as rows with the first rows that they repeat. */
function foundIn(written: readonly (readonly string[])[], { schema, chunkSize, isSpilled }: Reading) {
  const text = new TextEncoder().encode(`id;lieu;note\n${written.map(cells => `${cells.join(';')}\n`).join('')}`)
  const dataset = openFile(text, {
    schema: { schema, source: 'flag' },
    dialect: { delimiter: ';' },
    ...(chunkSize !== undefined && { chunkSize }),
  })
  // The rule about columns has the rows gone through twice.
  const rules = [duplicateRow, unique, categoryVariant]
  const found = [...lint(dataset, { rules, ...(isSpilled && { spill: () => temporarySpill(1_000) }) })]
  const pairsOf = (rule: string): Pair[] =>
    found.flatMap(one => (one.rule === rule ? [[one.row!, (one.facts as Repeated).first] as const] : []))
  return { copies: pairsOf('duplicate-row'), repeats: pairsOf('unique') }
}

/** The same by comparing each row with those before it, the label row aside. */
function copiesIn(written: readonly (readonly string[])[], missing: readonly string[]): Pair[] {
  return pairs(
    written.map(cells => {
      const values = cells.map(valueOf)
      return values.every(value => missing.includes(value))
        ? undefined
        : JSON.stringify(values.map(value => value.trim()))
    }),
  )
}

function repeatsIn(written: readonly (readonly string[])[], missing: readonly string[]): Pair[] {
  const ids = written.map(([id]) => valueOf(id!))
  return pairs(ids.map(id => (missing.includes(id) ? undefined : id)))
}

function pairs(keys: readonly (string | undefined)[]): Pair[] {
  return keys.flatMap((key, i) => {
    const first = keys.indexOf(key)
    return key === undefined || first === i ? [] : [[i + 1, first + 1] as const]
  })
}

function valueOf(cell: string): string {
  return cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"')
}
