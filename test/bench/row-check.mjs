import { Ajv } from 'ajv'

/** The keywords of JSON Schema, by the rule that says the same. */
const rules = {
  required: 'required',
  type: 'type-error',
  pattern: 'pattern',
  enum: 'enum',
  minimum: 'minimum',
  maximum: 'maximum',
  maxLength: 'max-length',
}

/**
 * A check of one row of cells after the other, with a schema that ajv has compiled once: what most people would write.
 * Values are read to their type first; a text that cannot be read stays text, which ajv then refuses.
 * @param {ReturnType<typeof import('./schema.mjs').grants>} schema
 */
export function rowCheck({ fields, primaryKey: [key] }) {
  const names = fields.map(({ name }) => name)
  const readers = fields.map(reader)
  const check = new Ajv({ allErrors: true, verbose: true }).compile({
    type: 'object',
    required: fields.filter(({ constraints }) => constraints.required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map(field => [field.name, property(field)])),
  })
  const keys = fields
    .filter(({ name, constraints }) => name === key || constraints.unique)
    .map(({ name }) => ({ name, rule: name === key ? 'primary-key' : 'unique', seen: new Set() }))
  const findings = []
  // The header is row 1.
  let number = 1

  return { findings, row }

  function row(cells) {
    number++
    if (cells.every(cell => cell === '')) return void findings.push({ rule: 'blank-row', row: number })
    const short = cells.length < names.length
    if (cells.length !== names.length) findings.push({ rule: short ? 'missing-cell' : 'extra-cell', row: number })
    const values = {}
    for (let column = 0; column < names.length && column < cells.length; column++)
      if (cells[column] !== '') values[names[column]] = readers[column](cells[column])
    if (!check(values))
      for (const { keyword, instancePath, params, data } of check.errors) {
        const field = params.missingProperty ?? instancePath.slice(1)
        // The row is short: that is said.
        if (keyword === 'required' && names.indexOf(field) >= cells.length) continue
        findings.push({ rule: rules[keyword], row: number, field, value: keyword === 'required' ? '' : data })
      }
    for (const { name, rule, seen } of keys) {
      const value = values[name]
      if (value === undefined) continue
      if (seen.has(value)) findings.push({ rule, row: number, field: name, value })
      else seen.add(value)
    }
  }
}

function property(field) {
  const { type } = field
  const { required: _, unique: __, ...constraints } = field.constraints
  if (type === 'boolean') return { type: 'boolean' }
  if (type === 'string') return { type: 'string', ...constraints }
  const read = reader(field)
  const bounds = Object.entries(constraints).map(([key, bound]) => [key, read(String(bound))])
  return { type: 'number', ...Object.fromEntries(bounds) }
}

function reader({ type, format = '%Y-%m-%d', decimalChar = '.', trueValues, falseValues }) {
  if (type === 'string') return text => text
  if (type === 'boolean') return text => (trueValues.includes(text) ? true : falseValues.includes(text) ? false : text)
  if (type === 'date') return format === '%Y-%m-%d' ? isoDay : frenchDay
  const written = decimalChar === ',' ? /^[+-]?\d+(?:,\d+)?$/ : /^[+-]?\d+(?:\.\d+)?$/
  return text => (written.test(text) ? Number(text.replace(',', '.')) : text)
}

/** The day as a number, when the calendar has it. */
function isoDay(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? day(text, text.slice(0, 4), text.slice(5, 7), text.slice(8)) : text
}

function frenchDay(text) {
  return /^\d\d\/\d\d\/\d{4}$/.test(text) ? day(text, text.slice(6), text.slice(3, 5), text.slice(0, 2)) : text
}

function day(text, year, month, date) {
  const time = Date.UTC(year, month - 1, date)
  return new Date(time).getUTCDate() === Number(date) && month >= 1 && month <= 12 ? time : text
}
