import assert from 'node:assert/strict'
import type { Column } from '../../../server/engine/model/table'
import { ambiguousDate } from '../../../server/engine/rules/ambiguous-date'
import { booleanVariant } from '../../../server/engine/rules/boolean-variant'
import { categoryVariant } from '../../../server/engine/rules/category-variant'
import { lostLeadingZero } from '../../../server/engine/rules/lost-leading-zero'
import { percentScale } from '../../../server/engine/rules/percent-scale'
import type { ColumnRule } from '../../../server/engine/rules/rule'
import { spreadsheetSerialDate } from '../../../server/engine/rules/spreadsheet-serial-date'
import { column, field } from './described'

/** The cells at fault among `value × times`, each with what its fix writes. */
function check(
  rule: ColumnRule,
  seen: Partial<Column>,
  cells: Readonly<Record<string, number>>,
  expected: object,
): void {
  const values = Object.entries(cells).flatMap(([value, times]) => Array.from({ length: times }, () => value))
  const census = rule.check(column({ sample: values.slice(0, 1000), ...seen }))
  const counts = new Map<string, number>()
  for (const value of values) {
    const kind = census?.kindOf(value)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const faults = census?.judge(counts)
  const found = Object.keys(cells).flatMap(value => {
    const facts = faults?.get(census?.kindOf(value) ?? '')?.(value)
    if (!facts) return []
    for (const language of ['fr', 'en'] as const) assert.match(rule.message[language](facts), /^\S.{20,}\.$/)
    return [[value, rule.fix?.(value, facts)]]
  })
  assert.deepEqual(Object.fromEntries(found), expected)
}

describe('column rules', () => {
  it('take the usual spelling of a category, and when none is ahead the best written, which one edit does not overturn', () => {
    check(categoryVariant, {}, { Sport: 2, SPORT: 40 }, { Sport: 'SPORT' })
    for (const upper of [19, 20, 21]) check(categoryVariant, {}, { Été: 20, ETE: upper }, { ETE: 'Été' })
    check(
      categoryVariant,
      {},
      { 'Lot 1-2': 5, 'Lot 1 2': 5, 'Lot 12': 9, a: 4, A: 4, Cour: 5, Cours: 5 },
      { 'Lot 1-2': 'Lot 1 2' },
    )
    check(categoryVariant, { field: field({ constraints: { enum: ['Sport'] } }) }, { Sport: 2, SPORT: 40 }, {})
  })

  it('say nothing of yes and no when no spelling is ahead, nor of codes of one letter', () => {
    check(booleanVariant, {}, { oui: 5, non: 5, O: 4, N: 4 }, {})
    check(booleanVariant, {}, { oui: 5, non: 5, O: 2, N: 1, x: 1 }, { O: 'oui', N: 'non', x: 'oui' })
    check(booleanVariant, {}, { O: 50, N: 50, '1': 1 }, {})
    check(booleanVariant, {}, { VRAI: 9, oui: 2, non: 1 }, { oui: 'VRAI', non: 'FAUX' })
  })

  it('let few dates in the other order settle nothing, unless they are slips', () => {
    const date = { field: field({ type: 'date' }) }
    const both = ['2024-04-03', '2024-03-04']
    check(ambiguousDate, date, { '03/04/2024': 1, '31/12/2024': 9, '12/31/2024': 1 }, { '03/04/2024': both })
    check(ambiguousDate, date, { '03/04/2024': 1, '31/12/2024': 10, '12/31/2024': 1 }, {})
    check(ambiguousDate, date, { '03/04/2024': 1, '05/05/2024': 1, '14/03/25': 1 }, { '03/04/2024': both })
  })

  it('write the day of a number as the schema wants its dates', () => {
    const french = { field: field({ type: 'date', format: '%d/%m/%Y' }) }
    check(spreadsheetSerialDate, french, { '45292': 1, '19999': 1, '60001': 1 }, { '45292': '01/01/2024' })
    check(spreadsheetSerialDate, { label: 'montant' }, { '45292': 5 }, {})
    check(spreadsheetSerialDate, { label: 'nombre de jours' }, { '45292': 5 }, {})
  })

  it('hold small percentages for what they are, and move the mark digit by digit', () => {
    const rate = { label: 'taux' }
    check(percentScale, rate, { '45': 5, '52,5': 5, '0,455': 1, '0,5': 1 }, { '0,455': '45,5', '0,5': '50' })
    check(percentScale, rate, { '45': 50, '7.2': 5, '0.45': 1 }, {})
    check(percentScale, rate, { '35.2': 5, '28.1': 5, '0.8': 1 }, {})
    check(percentScale, rate, { '0.45': 9, '0.07': 3, '45': 1, '40.5': 1 }, { '45': '0.45', '40.5': '0.405' })
    check(percentScale, { label: 'montant' }, { '45': 9, '0.45': 1 }, {})
  })

  it('pad only codes that have a width, and never those that the schema would then refuse', () => {
    check(lostLeadingZero, { label: 'cp' }, { '1004': 1, '86000': 9 }, {})
    check(lostLeadingZero, { label: 'code postal' }, { '1004': 1, '86000': 9 }, { '1004': '01004' })
    check(lostLeadingZero, { label: 'num_deptmt' }, { '6': 1, '75': 9, '2B': 1 }, { '6': '06' })
    check(lostLeadingZero, { label: 'code postal' }, { '1004': 3, '86000': 2, 'SW1A 1AA': 2 }, {})
    const small = field({ identifier: 'postal-code', constraints: { enum: ['1004'] } })
    check(lostLeadingZero, { field: small }, { '1004': 1 }, {})
    check(
      lostLeadingZero,
      { label: 'tel' },
      { '5 49 52 35 35': 1, '0549523535': 9 },
      { '5 49 52 35 35': '05 49 52 35 35' },
    )
    check(lostLeadingZero, { label: 'bureau' }, { '0001': 2, '12': 1, '0': 1 }, { '12': '0012' })
  })
})
