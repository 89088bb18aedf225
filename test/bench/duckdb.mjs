import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

// DuckDB checks the same constraints in SQL, on one thread: the file is read once, what is wrong in a row is listed in
// that pass, and only the keys are kept to look for duplicates. Prints the findings as JSON, without the numbers of rows,
// which a parallel reader of rows does not know.
const [table, described, delimiter] = process.argv.slice(2)
const { fields, primaryKey } = JSON.parse(readFileSync(described, 'utf8'))
const keys = fields.filter(({ name, constraints }) => primaryKey.includes(name) || constraints.unique)

/** How the cells of a type are read; undefined in SQL is NULL. */
const values = {
  date: ({ name, format = '%Y-%m-%d' }) => `try_strptime(${name}, '${format}')`,
  number: ({ name, decimalChar }) =>
    `try_cast(${decimalChar ? `replace(${name}, '.', '?').replace('${decimalChar}', '.')` : name} AS DOUBLE)`,
}

const wrongs = fields.flatMap(checks)
const readings = fields.filter(({ type }) => type in values)
const columns = fields.map(({ name }) => `${name}: 'VARCHAR'`)

const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run('SET threads = 1')
await connection.run(`
  CREATE TEMP TABLE checked AS
  SELECT ${keys.map(({ name }) => name)},
    CASE
      WHEN ${fields.map(({ name }) => `${name} = ''`).join(' AND ')} THEN [{rule: 'blank-row', field: '', value: ''}]
      WHEN ${wrongs.map(({ wrong }) => `(${wrong})`).join(' OR ')} THEN list_filter(
        [${wrongs.map(({ wrong, finding }) => `CASE WHEN ${wrong} THEN ${finding} END`)}],
        lambda finding: finding IS NOT NULL
      )
    END AS findings
  FROM (
    SELECT *, ${readings.map(field => `${values[field.type](field)} AS ${field.name}_value`)}
    FROM read_csv(${quoted(table)}, delim = '${delimiter}', quote = '"', escape = '"', header = true,
      auto_detect = false, columns = {${columns}}, nullstr = '\u0001', store_rejects = true)
  )`)
const found = await connection.runAndReadAll(`
  SELECT unnest(findings, recursive := true) FROM checked WHERE findings IS NOT NULL
  UNION ALL
  SELECT DISTINCT CASE error_type WHEN 'MISSING COLUMNS' THEN 'missing-cell' WHEN 'TOO MANY COLUMNS' THEN 'extra-cell'
    ELSE error_type END, '', csv_line FROM reject_errors
  ${keys
    .map(
      ({ name }) => `UNION ALL
  SELECT '${primaryKey.includes(name) ? 'primary-key' : 'unique'}', '${name}', ${name}
  FROM (SELECT ${name}, unnest(range(count(*) - 1)) FROM checked WHERE ${name} <> '' GROUP BY ${name} HAVING count(*) > 1)`,
    )
    .join('\n')}`)
console.log(JSON.stringify(found.getRowObjectsJson()))

/** Each rule of a field and the condition under which a cell breaks it. */
function checks({ name, type, format, trueValues, falseValues, constraints }) {
  const { required, pattern, minimum, maximum, maxLength } = constraints
  const allowed = type === 'boolean' ? [...trueValues, ...falseValues] : constraints.enum
  const bound = value => (type === 'date' ? values.date({ name: quoted(value), format }) : value)
  return [
    required && { rule: 'required', wrong: `${name} = ''` },
    type in values && { rule: 'type-error', wrong: `${name}_value IS NULL AND ${name} <> ''` },
    minimum !== undefined && { rule: 'minimum', wrong: `${name}_value < ${bound(minimum)}` },
    maximum !== undefined && { rule: 'maximum', wrong: `${name}_value > ${bound(maximum)}` },
    maxLength !== undefined && { rule: 'max-length', wrong: `length(${name}) > ${maxLength}` },
    pattern && { rule: 'pattern', wrong: `${name} <> '' AND NOT regexp_full_match(${name}, ${quoted(pattern)})` },
    allowed && {
      rule: type === 'boolean' ? 'type-error' : 'enum',
      wrong: `${name} <> '' AND ${name} NOT IN (${allowed.map(quoted)})`,
    },
  ]
    .filter(Boolean)
    .map(({ rule, wrong }) => ({ wrong, finding: `{rule: '${rule}', field: '${name}', value: ${name}}` }))
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`
}
