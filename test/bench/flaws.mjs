// Where the columns of the table of grants stand.
const [GIVER_ID, DATE, REFERENCE, BODY, BODY_ID, AMOUNT, NATURE, PAYMENT, EUROPE, SHARE] = [
  1, 2, 3, 4, 5, 7, 8, 9, 10, 11,
]

/**
 * The errors that are planted, one in a row, in turn. Blank rows are those that a spreadsheet leaves, delimiters and
 * nothing else: DuckDB skips an empty line without a word.
 */
export const flaws = [
  cell('type-error', DATE, () => '2021-13-01'),
  cell('type-error', DATE, () => '30/02/2023'),
  cell('type-error', AMOUNT, () => 'n/c'),
  cell('type-error', AMOUNT, () => '12 000 €'),
  cell('type-error', EUROPE, () => 'peut-être'),
  cell('type-error', SHARE, ({ decimal }) => `12${decimal === ',' ? '.' : ','}5`),
  cell('required', BODY, () => ''),
  cell('required', DATE, () => ''),
  cell('pattern', GIVER_ID, () => '219 102 280 00013'),
  cell('pattern', BODY_ID, (_, id) => id.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ')),
  cell('enum', NATURE, () => 'subvention'),
  cell('enum', NATURE, () => 'Aide en nature'),
  cell('enum', PAYMENT, () => 'mensuel'),
  cell('minimum', AMOUNT, ({ decimal }) => `-150${decimal}00`),
  cell('minimum', DATE, () => [1924, 5, 2]),
  cell('maximum', DATE, ({ date }) => date),
  cell('maximum', SHARE, () => '1000'),
  cell('max-length', BODY, () => 'Théâtre de natation de Nîmes '.repeat(10)),
  cell('primary-key', REFERENCE, ({ earlier }) => earlier.reference),
  cell('unique', BODY_ID, ({ earlier }) => earlier.siret),
  { rule: 'blank-row', spoil: cells => cells.map(() => '') },
  { rule: 'missing-cell', spoil: cells => cells.slice(0, -2) },
  { rule: 'extra-cell', spoil: cells => [...cells, 'surplus'] },
]

function cell(rule, column, text) {
  return { rule, spoil: (cells, context) => cells.with(column, text(context, cells[column])) }
}
