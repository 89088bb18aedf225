import assert from 'node:assert/strict'
import type { LintOptions } from '../../server/engine/checkup'
import { Guards } from '../../server/engine/guards'
import { lintInSteps, type Step } from '../../server/engine/lint'
import type { Diagnostic } from '../../server/engine/model/diagnostic'
import { DiagnosticList } from '../../server/engine/model/diagnostic-list'
import { openFile } from '../../server/engine/open'
import { duplicateRow } from '../../server/engine/rules/duplicate-row'
import { missingCell } from '../../server/engine/rules/missing-cell'
import { readSchema } from '../../server/engine/schema/table-schema'
import { jsonReporter } from '../../server/report/json'
import { noCounts } from '../../server/report/report'
import { temporarySpill } from '../../server/files/temporary-spill'

// Enough for more than one block of everything that is spilled.
const ROWS = 9_000

const finding: Diagnostic = {
  rule: 'local-date',
  severity: 'warning',
  frictionless: 'type-error',
  column: 0,
  span: { start: 0, end: 10 },
  facts: undefined,
  value: '03/02/2024',
  whole: true,
}

describe('findings that are too many for memory', () => {
  it('are reported as if they were not, those of keys, of copied rows and of references', () => {
    const rows = Array.from({ length: ROWS }, (_, i) => `${i % 4_000};${(7 * i) % 2_000};${i % 2 ? 'x' : i}`)
    const { schema } = readSchema(
      {
        fields: [{ name: 'id', constraints: { unique: true } }, { name: 'code' }, { name: 'parent' }],
        primaryKey: ['code', 'id'],
        foreignKeys: [{ fields: 'parent', reference: { resource: '', fields: 'code' } }],
      },
      'test',
    )
    const text = `id;code;parent\n${rows.join('\n')}\n`
    const report = reported(text, { schema })
    assert.deepEqual(rulesOf(report), ['foreign-key', 'primary-key', 'unique'])
    assert.equal(reported(text, { schema, spill: () => temporarySpill(1_000) }), report)
  })

  it('share what they found when they are read again', () => {
    const spill = temporarySpill(5_000)
    const list = new DiagnosticList(spill)
    const shared = { text: '03/02/2024' }
    const facts = [shared, undefined, { text: 'lundi' }, shared, undefined]
    for (const [row, found] of facts.entries()) list.add({ ...finding, row, facts: found })
    const [first, second, third, fourth, fifth] = list.all()
    assert.deepEqual(first, { ...finding, row: 0, facts: shared })
    assert.equal(first!.facts, fourth!.facts)
    assert.deepEqual(third!.facts, facts[2])
    assert.deepEqual([second!.facts, fifth!.facts], [undefined, undefined])
    spill.close()
  })

  it('speak instead of keys as if they were not', () => {
    const spill = temporarySpill(1_000)
    const guards = new Guards(spill)
    for (let row = 0; row < ROWS; row += 3) {
      guards.add({ rule: duplicateRow, row, column: 1, facts: undefined })
      guards.add({ rule: missingCell, row, facts: undefined })
    }
    const told = Array.from({ length: ROWS }, (_, row) => guards.of(row).map(({ rule, column }) => [rule.id, column]))
    const both = [
      ['duplicate-row', 1],
      ['missing-cell', undefined],
    ]
    assert.deepEqual(
      told,
      Array.from({ length: ROWS }, (_, row) => (row % 3 === 0 ? both : [])),
    )
    spill.close()
  })

  it('are reported as if they were not, those of cells that are judged by their column', () => {
    const rows = Array.from(
      { length: ROWS },
      (_, i) => `${i};${i % 3 ? `0${1 + (i % 8)}000` : '1000'};${i % 5 ? 'oui' : 'Oui'}`,
    )
    const text = `n;code_postal;ouvert\n${rows.join('\n')}\n`
    const report = reported(text, {})
    assert.ok(rulesOf(report).includes('lost-leading-zero'))
    assert.equal(reported(text, { spill: () => temporarySpill(1_000) }), report)
  })

  it('take no more memory where their values are long', () => {
    const limit = 1 << 16
    const written: number[] = []
    const kept = temporarySpill(limit)
    const write = (bytes: Uint8Array) => {
      written.push(bytes.length)
      return kept.write(bytes)
    }
    const list = new DiagnosticList({ ...kept, write })
    const found = Array.from({ length: 100 }, (_, row): Diagnostic => {
      const value = String(row).repeat(limit / 8)
      return {
        rule: 'x',
        severity: 'warning',
        frictionless: 'type-error',
        row,
        column: 0,
        span,
        facts: { text: value },
        value,
        whole: true,
      }
    })
    for (const one of found) list.add(one)
    assert.ok(written.length > 10 && written.every(bytes => bytes < limit), String(written))
    assert.deepEqual([...list.all()], found)
    kept.close()
  })
})

const span = { start: 0, end: 1 }

function* foundIn(steps: Iterable<Step>): Generator<Step['found']> {
  for (const { found } of steps) yield found
}

/** The report of the command line, as JSON. */
function reported(
  text: string,
  { schema, spill }: { schema?: ReturnType<typeof readSchema>['schema']; spill?: LintOptions['spill'] },
): string {
  const dataset = openFile(new TextEncoder().encode(text), schema ? { schema: { schema, source: 'flag' } } : {})
  const steps = lintInSteps(dataset, { onlySchema: schema !== undefined, ...(spill && { spill }) })
  const { file } = jsonReporter({ language: 'en', version: '', colours: 'off' })
  const pieces = file({ path: 'data.csv', dataset, found: foundIn(steps), counts: noCounts() })
  return Array.from(pieces, piece => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece))).join('')
}

function rulesOf(report: string): string[] {
  const { diagnostics } = JSON.parse(report) as { diagnostics: readonly { rule: string }[] }
  return [...new Set(diagnostics.map(({ rule }) => rule))].toSorted()
}
