import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

/** Rows between two rows that hold an error. */
const PERIOD = 100

/** The schema of the table that is made, as Table Schema and as JSON Schema of one row of text. */
export const schema = {
  fields: [
    { name: 'id', type: 'string', constraints: { required: true, pattern: '^\\d{4}-DEL-\\d{7}$' } },
    { name: 'nom', type: 'string', constraints: { required: true } },
    { name: 'date', type: 'date', constraints: { required: true } },
    { name: 'montant', type: 'number', constraints: { required: true } },
    { name: 'nature', type: 'string', constraints: { required: true, enum: ['aide en numéraire', 'aide en nature'] } },
    { name: 'objet', type: 'string' },
    { name: 'voix', type: 'integer' },
    { name: 'europe', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
  ],
}

/**
 * Writes a table of so many rows, the same for the same number, and returns how many errors of each rule it holds.
 * @param {string} path
 * @param {number} rows
 */
export async function writeTable(path, rows) {
  const out = createWriteStream(path)
  const errors = { 'type-error': 0, required: 0, enum: 0, pattern: 0 }
  let seed = 42
  const random = below => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below
  out.write(`${schema.fields.map(field => field.name).join(';')}\n`)
  for (let row = 0; row < rows; row++) {
    const cells = [
      `2024-DEL-${String(row).padStart(7, '0')}`,
      `Association n° ${random(5000)} de Saint-Étienne`,
      `20${10 + random(15)}-0${1 + random(9)}-${10 + random(18)}`,
      `${random(100_000)}.${random(90) + 10}`,
      random(3) ? 'aide en numéraire' : 'aide en nature',
      random(5) ? 'Fonctionnement' : '"Projet ""Culture"" ; tranche 2"',
      String(random(60)),
      random(2) ? 'oui' : 'non',
    ]
    if (row % PERIOD === PERIOD - 1) spoil(cells, Math.floor(row / PERIOD) % 4, errors)
    if (!out.write(`${cells.join(';')}\n`)) await new Promise(resolve => out.once('drain', resolve))
  }
  out.end()
  await finished(out)
  return errors
}

function spoil(cells, kind, errors) {
  if (kind === 0) cells[3] = 'environ 200'
  else if (kind === 1) cells[1] = ''
  else if (kind === 2) cells[4] = 'prêt'
  else cells[0] = 'DEL-12'
  errors[['type-error', 'required', 'enum', 'pattern'][kind]]++
}
