import assert from 'node:assert/strict'
import type { Change } from '../../../server/engine/model/change'
import type { Fault } from '../../../server/engine/model/fault'
import type { Described } from '../../../server/engine/model/table'
import { blankLabel } from '../../../server/engine/rules/blank-label'
import { blankRow } from '../../../server/engine/rules/blank-row'
import { duplicateLabel } from '../../../server/engine/rules/duplicate-label'
import { extraCell } from '../../../server/engine/rules/extra-cell'
import { extraLabel } from '../../../server/engine/rules/extra-label'
import { legacyEncoding } from '../../../server/engine/rules/legacy-encoding'
import { missingCell } from '../../../server/engine/rules/missing-cell'
import { missingHeader } from '../../../server/engine/rules/missing-header'
import { missingLabel } from '../../../server/engine/rules/missing-label'
import { misspeltLabel } from '../../../server/engine/rules/misspelt-label'
import { mixedEncoding } from '../../../server/engine/rules/mixed-encoding'
import { movedLabel } from '../../../server/engine/rules/moved-label'
import { preambleRow } from '../../../server/engine/rules/preamble-row'
import { rowDelimiter } from '../../../server/engine/rules/row-delimiter'
import type { FileRule, RowRule, TableRule } from '../../../server/engine/rules/rule'
import { shiftedRow } from '../../../server/engine/rules/shifted-row'
import { strayQuote } from '../../../server/engine/rules/stray-quote'
import { trailingEmptyColumn } from '../../../server/engine/rules/trailing-empty-column'
import { field } from './described'
import { describedAs, plainTable } from './plain-table'

describe('rules about labels', () => {
  it('blank-label names the column by its number', () => {
    check(blankLabel, describedAs(plainTable('a;;c\n1;2;3')), ['0:1 no fix'])
    check(blankLabel, describedAs(plainTable('a;\n1;2')), ['0:1 no fix'])
    check(blankLabel, describedAs(plainTable('a;\n1;\n2;')), [])
    check(blankLabel, describedAs(plainTable('1;2', { header: 'none' })), [])
    check(blankLabel, describedAs(plainTable('a;\n1;2'), [field({ name: 'a' }), field({ name: 'b' })]), [
      '0:1 asked set cell 0:1 "b"',
    ])
  })

  it('trailing-empty-column speaks once of what nothing stands in', () => {
    check(trailingEmptyColumn, describedAs(plainTable('a;b;;\n1;2;;\n3;4;;')), ['0:2 asked remove 2 columns at 2'])
    check(trailingEmptyColumn, describedAs(plainTable('a;b;;\n1;2;3;\n3;4;;')), ['0:3 asked remove 1 columns at 3'])
    check(trailingEmptyColumn, describedAs(plainTable('a;b\n1;2;\n3;4;')), ['0:2 asked remove 1 columns at 2'])
    check(trailingEmptyColumn, describedAs(plainTable('a;b\n1;2;\n3;4')), [])
    check(trailingEmptyColumn, describedAs(plainTable('a;b\n1;2;x\n3;4;')), [])
  })

  it('duplicate-label speaks of the second, and of names that look the same', () => {
    check(duplicateLabel, describedAs(plainTable('nom;siret;nom\n;;')), ['0:2 asked set cell 0:2 "nom_2"'])
    check(duplicateLabel, describedAs(plainTable('Nom;NOM_2;nom\n;;')), ['0:2 no fix'])
    check(duplicateLabel, describedAs(plainTable('2019;2020;;\n;;;')), [])
  })

  const fields = [
    field({ name: 'nom', constraints: { required: true } }),
    field({ name: 'siret' }),
    field({ name: 'montant' }),
  ]

  it('missing-label adds what is optional, in the place of the schema', () => {
    check(missingLabel, describedAs(plainTable('nom;montant\n;'), fields), ['0: asked add column at 1 "siret"'])
    check(missingLabel, describedAs(plainTable('siret\n1'), fields), [
      '0: no fix',
      '0: asked add column at 1 "montant"',
    ])
    check(missingLabel, describedAs(plainTable('siret\n1')), [])
  })

  it('extra-label is silent without a schema', () => {
    check(extraLabel, describedAs(plainTable('nom;siret;montant;note\n;;;'), fields), ['0:3 no fix'])
    check(extraLabel, describedAs(plainTable('nom;note\n;')), [])
  })

  it('misspelt-label writes the name of the field', () =>
    check(misspeltLabel, describedAs(plainTable('NOM; siret ;montant\n;;'), fields), [
      '0:0 safe set cell 0:0 "nom"',
      '0:1 safe set cell 0:1 "siret"',
    ]))

  it('moved-label speaks once, and keeps extra columns at the end', () => {
    check(movedLabel, describedAs(plainTable('nom;montant;note;siret\n;;;'), fields), ['0:1 asked set order 0,3,1,2'])
    check(movedLabel, describedAs(plainTable('nom;note;siret\n;;'), fields), [])
  })
})

describe('rules about rows', () => {
  it('blank-row takes delimiters and spaces for nothing', () =>
    check(blankRow, describedAs(plainTable('a;b\n1;2\n\n;\n ;\u00A0\n3;')), [
      '2: asked remove 1 rows at 2',
      '3: asked remove 1 rows at 3',
      '4: asked remove 1 rows at 4',
    ]))

  it('missing-cell marks the first cell that is not there', () => {
    check(missingCell, describedAs(plainTable('a;b;c\n1;2\n1\n1;2;3')), [
      '1:2 asked add 1 cells',
      '2:1 asked add 2 cells',
    ])
    check(missingCell, describedAs(plainTable('a;b;;\n1;2\n1;2;3')), [])
    check(missingCell, describedAs(plainTable('1;2\n3', { header: 'none' })), ['1:1 asked add 1 cells'])
  })

  it('extra-cell deletes nothing but emptiness', () => {
    check(extraCell, describedAs(plainTable('a;b\n1;2;3\n1;2; ;\n1;2')), [
      '1:2 no fix',
      '2:2 asked remove cells from 2',
    ])
    check(extraCell, describedAs(plainTable('a;b\n1;2;\n3;4;\n5;6;')), [])
  })

  it('row-delimiter splits as the other delimiter would', () => {
    check(rowDelimiter, describedAs(plainTable('a;b;c\n1;2;3\n4,5,6\n"x, y",5,6\n4,5')), [
      '2: asked set row ["4","5","6"]',
      '3: asked set row ["x, y","5","6"]',
    ])
    check(rowDelimiter, describedAs(plainTable('a\n1,2')), [])
  })

  const grants =
    'nom;date;montant;siret\nA;2024-01-01;10;21860194600013\nB;2024-01-02;20;21350238800019\nC;2024-01-03;30;13002526500013\n'

  it('shifted-row tells where values slide, and puts them back when that is sure', () => {
    check(shiftedRow, describedAs(plainTable(`${grants};D;2024-01-04;40`)), [
      '4:0 asked set row ["D","2024-01-04","40",""]',
    ])
    check(shiftedRow, describedAs(plainTable(`${grants}D;;2024-01-04;40;21860194600013`)), [
      '4:1 asked set row ["D","2024-01-04","40","21860194600013"]',
    ])
    check(shiftedRow, describedAs(plainTable(`${grants}2024-01-04;40;21860194600013`)), [
      '4:0 asked set row ["","2024-01-04","40","21860194600013"]',
    ])
    check(shiftedRow, describedAs(plainTable(`${grants}D; rue du Lac;2024-01-04;40;21860194600013`)), [
      '4:1 asked set row ["D; rue du Lac","2024-01-04","40","21860194600013"]',
    ])
  })

  it('shifted-row leaves rows alone that are only short, long or wrong', () =>
    check(
      shiftedRow,
      describedAs(
        plainTable(`${grants}D;2024-01-04;40\nD;2024-01-04;40;21860194600013;x\nD;demain;peu;21860194600013\n;;;\n`),
      ),
      [],
    ))
})

describe('rules about faults', () => {
  const table = describedAs(plainTable('nom;note\nThéâtre \uFFFD fin;\uFFFDt\uFFFD\nCen"tre;x'))
  const broken = (start: number, ...bytes: number[]): Fault => ({
    kind: 'broken-bytes',
    span: { start, end: start + 3 },
    bytes,
  })

  it('mixed-encoding groups the cells of a row and reads them as Windows-1252', () => {
    const at = [...new TextEncoder().encode('nom;note\nThéâtre ')].length
    const faults = [broken(at, 0xe9), broken(at + 8, 0xe9), broken(at + 12, 0xe9)]
    check(mixedEncoding, table, ['1:0 asked set cell 1:0 "Théâtre é fin", set cell 1:1 "été"'], faults)
    check(mixedEncoding, table, ['1:0 no fix'], [broken(at, 0x81)])
    check(mixedEncoding, table, [], [])
  })

  it('stray-quote is safe to quote where the value stays the same', () => {
    const span = { start: 0, end: 1 }
    check(
      strayQuote,
      table,
      ['2:0 safe quote 2:0'],
      [{ kind: 'stray-quote', row: 2, column: 0, span, inQuoted: false }],
    )
    check(
      strayQuote,
      table,
      ['2:0 asked quote 2:0'],
      [{ kind: 'stray-quote', row: 2, column: 0, span, inQuoted: true }],
    )
  })

  it('legacy-encoding is mended by the shell, and never without asking', () => {
    const span = { start: 0, end: 1 }
    check(
      legacyEncoding,
      table,
      [': asked reencode'],
      [{ kind: 'legacy-encoding', encoding: 'windows-1252', span, sample: 'été' }],
    )
    check(
      legacyEncoding,
      table,
      [': asked reencode'],
      [{ kind: 'legacy-encoding', encoding: 'utf-16le', span, sample: 'nom' }],
    )
  })

  it('preamble-row and missing-header offer what the schema or the file knows', () => {
    const titled = describedAs(plainTable('Subventions\nnom\nA', { header: 1 }))
    check(preambleRow, titled, ['0: asked remove 1 rows at 0'], [{ kind: 'preamble-row', rows: 1 }])
    const bare = describedAs(plainTable('A;1', { header: 'none' }), [field({ name: 'nom' }), field({ name: 'note' })])
    check(missingHeader, bare, ['0: asked add header "nom;note"'], [{ kind: 'missing-header' }])
    check(
      missingHeader,
      describedAs(plainTable('A;1', { header: 'none' })),
      ['0: no fix'],
      [{ kind: 'missing-header' }],
    )
  })
})

/** Runs a rule and prints its findings: `row:column`, then what its fix changes. Both messages must be sentences. */
function check(
  rule: TableRule | RowRule | FileRule,
  described: Described,
  expected: readonly string[],
  faults: readonly Fault[] = [],
): void {
  const found = [...findings(rule, described, faults)].map(({ facts, row, column }) => {
    for (const language of ['fr', 'en'] as const) assert.match(rule.message[language](facts), /^\S.{20,}\.$/)
    const changes =
      rule.fix?.(facts, { ...(row !== undefined && { row }), ...(column !== undefined && { column }) }) ?? []
    const isSafe = typeof rule.safe === 'function' ? rule.safe(facts) : rule.safe === true
    const place = row === undefined && column === undefined ? ':' : `${row}:${column ?? ''}`
    return `${place} ${changes.length === 0 ? 'no fix' : `${isSafe ? 'safe' : 'asked'} ${changes.map(printed).join(', ')}`}`
  })
  assert.deepEqual(found, expected)
}

function* findings(rule: TableRule | RowRule | FileRule, described: Described, faults: readonly Fault[]) {
  if (rule.scope === 'table') yield* rule.check(described)
  else if (rule.scope === 'file') yield* rule.check(faults, described)
  else {
    const { table } = described
    const test = rule.check(described)
    for (let row = table.firstDataRow; test && row < table.rowCount; row++) {
      const cells = Array.from({ length: table.width(row) }, (_, column) => table.text(row, column)!)
      const found = test({ index: row, width: cells.length, cells })
      if (found) yield { row, ...found }
    }
  }
}

function printed(change: Change): string {
  if ('operation' in change) return change.operation
  if ('remove' in change)
    return change.remove === 'rows'
      ? `remove ${change.count} rows at ${change.row}`
      : change.remove === 'columns'
        ? `remove ${change.count} columns at ${change.column}`
        : `remove cells from ${change.column}`
  if ('add' in change)
    return change.add === 'cells'
      ? `add ${change.count} cells`
      : change.add === 'header'
        ? `add header "${change.labels.join(';')}"`
        : `add column at ${change.column} "${change.label}"`
  switch (change.set) {
    case 'cell':
      return `set cell ${change.row}:${change.column} "${change.value}"`
    case 'quotes':
      return `quote ${change.row}:${change.column}`
    case 'row':
      return `set row ${JSON.stringify(change.values)}`
    case 'order':
      return `set order ${change.columns.join(',')}`
  }
}
