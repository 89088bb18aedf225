import assert from 'node:assert/strict'
import type { Change } from '../../../server/engine/model/change'
import type { Fault } from '../../../server/engine/model/fault'
import type { Described } from '../../../server/engine/model/table'
import { blankLabel } from '../../../server/engine/rules/blank-label'
import { standInLabel } from '../../../server/engine/rules/stand-in-label'
import { duplicateLabel } from '../../../server/engine/rules/duplicate-label'
import { extraLabel } from '../../../server/engine/rules/extra-label'
import { missingLabel } from '../../../server/engine/rules/missing-label'
import { misspeltLabel } from '../../../server/engine/rules/misspelt-label'
import { movedLabel } from '../../../server/engine/rules/moved-label'
import { type FileRule, type RowRule, type TableRule, unchecked } from '../../../server/engine/rules/rule'
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

  it('stand-in-label knows the names that software gives a column without one', () => {
    check(standInLabel, describedAs(plainTable('nom;Unnamed: 1\nx;2')), ['0:1 no fix'])
    check(standInLabel, describedAs(plainTable('nom;Colonne1;Column2;...4;_c4;field_6;Unnamed: 6_level_1\nx;;;;;;')), [
      '0:1 no fix',
      '0:2 no fix',
      '0:3 no fix',
      '0:4 no fix',
      '0:5 no fix',
      '0:6 no fix',
    ])
    check(standInLabel, describedAs(plainTable('Unnamed: 0.1;Unnamed: 0;nom\n0;0;x\n1;1;y\n2;2;z')), [
      '0:0 asked remove 1 columns at 0',
      '0:1 asked remove 1 columns at 1',
    ])
    check(standInLabel, describedAs(plainTable('Colonne 1;colonne1;Colonne1a;Colonne;2019\nx;;;;')), [])
    check(standInLabel, describedAs(plainTable('Colonne1\nx'), [field({ name: 'Colonne1' })]), [])
    check(standInLabel, describedAs(plainTable('a;Column2\n1;2'), [field({ name: 'a' }), field({ name: 'b' })]), [
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
    check(duplicateLabel, describedAs(plainTable('voix;voix;voix_2;voix\n;;;')), [
      '0:1 asked set cell 0:1 "voix_3"',
      '0:3 asked set cell 0:3 "voix_4"',
    ])
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
    if (!test) return
    for (let row = table.firstDataRow; row < table.rowCount; row++) {
      const cells = Array.from({ length: table.width(row) }, (_, column) => table.text(row, column)!)
      const text = (column: number) => cells[column] ?? ''
      const found = test({ index: row, width: cells.length, cells, text, isFull: false, written: cells.join(';') })
      if (found !== undefined && found !== unchecked) for (const one of [found].flat()) yield { row, ...one }
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
        : change.add === 'column'
          ? `add column at ${change.column} "${change.label}"`
          : 'end the last line'
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
