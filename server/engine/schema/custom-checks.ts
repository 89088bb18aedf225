import type { CustomCheck, Order, UnusableCheck } from '../model/custom-check'
import type { Report } from './defect'
import { pointer } from '../model/pointer'
import { type Descriptor, listAt, textAt, textOf } from './descriptor'
import { isObject } from './json-value'

/** The checks that a schema asks for beyond Table Schema: those that can be run, and those that cannot. */
interface CustomChecks {
  readonly checks: readonly CustomCheck[]
  readonly unusable: readonly UnusableCheck[]
}

const KEYS = ['custom_checks', 'customChecks', 'custom-checks', 'x-custom_checks', 'x-custom-checks', 'x-customChecks']

/** Checks by the names that Validata gave them, first and since. */
const NAMES: Readonly<Record<string, { readonly kind: CustomCheck['kind']; readonly now?: string }>> = {
  siret: { kind: 'siret' },
  'french-siret-value': { kind: 'siret', now: 'siret' },
  siren: { kind: 'siren' },
  'french-siren-value': { kind: 'siren', now: 'siren' },
  'nomenclature-acte': { kind: 'act-matter' },
  'nomenclature-actes-value': { kind: 'act-matter', now: 'nomenclature-acte' },
  'opening-hours-value': { kind: 'opening-hours' },
  'phone-number-value': { kind: 'phone' },
  'year-interval-value': { kind: 'year-interval' },
  'french-gps-coordinates': { kind: 'coordinates' },
  'cohesive-columns-value': { kind: 'cohesion' },
  'one-of-required': { kind: 'one-of' },
  'compare-columns-value': { kind: 'comparison' },
  'sum-columns-value': { kind: 'sum' },
}

/** Reads the custom checks of a schema; `names` are those of its fields. */
export function readCustomChecks(descriptor: Descriptor, names: readonly string[], report: Report): CustomChecks {
  const key = KEYS.find(name => descriptor.values[name] !== undefined)
  const checks: CustomCheck[] = []
  const unusable: UnusableCheck[] = []
  const asked = key === undefined ? [] : (listAt(descriptor, key, report) ?? [])
  asked.forEach((value, index) => {
    const read = readCheck(value, pointer(pointer('', key!), index), names, report)
    if (!read) return
    if ('why' in read) unusable.push(read)
    else checks.push(read)
  })
  return { checks, unusable }
}

function readCheck(
  value: unknown,
  path: string,
  names: readonly string[],
  report: Report,
): CustomCheck | UnusableCheck | undefined {
  if (!isObject(value)) return void report({ kind: 'wrong-kind', path, expected: 'object' })
  const name = textAt({ values: value, path }, 'name', report)
  if (name === undefined) return void report({ kind: 'no-name', path })
  const known = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
  if (!known) {
    report({ kind: 'unknown-check', path: pointer(path, 'name'), name })
    return { name, why: 'unknown-name', what: undefined }
  }
  if (known.now !== undefined) report({ kind: 'deprecated-check', path: pointer(path, 'name'), name, meant: known.now })
  const { params } = value
  // Some write the parameters beside the name.
  const own = isObject(params) ? { values: params, path: pointer(path, 'params') } : { values: value, path }
  const read = checkOfKind(known.kind, own, report)
  if (typeof read === 'string') {
    report({ kind: 'bad-check', path: own.path, name, parameter: read })
    return { name, why: 'parameter', what: read }
  }
  for (const column of 'columns' in read ? read.columns : [read.column])
    if (!names.includes(column)) {
      report({ kind: 'unknown-field', path: own.path, name: column })
      return { name, why: 'column', what: column }
    }
  return read
}

/** The check, or the parameter without which it cannot be run. */
function checkOfKind(kind: CustomCheck['kind'], params: Descriptor, report: Report): CustomCheck | string {
  const first = params.values['column'] ?? params.values['column1']
  if (!isName(first)) return kind === 'one-of' ? 'column1' : 'column'
  const column = textOf(first)
  switch (kind) {
    case 'cohesion': {
      const others = namesAt(params, 'othercolumns', report)
      return others.length > 0 ? { kind, columns: [column, ...others] } : 'othercolumns'
    }
    case 'sum': {
      const parts = namesAt(params, 'columns', report)
      return parts.length > 0 ? { kind, columns: [column, ...parts] } : 'columns'
    }
    case 'one-of': {
      const second = params.values['column2']
      return isName(second) ? { kind, columns: [column, textOf(second)] } : 'column2'
    }
    case 'comparison': {
      const { op, column2 } = params.values
      if (!isName(column2)) return 'column2'
      return isOrder(op) ? { kind, columns: [column, textOf(column2)], order: op } : 'op'
    }
    case 'year-interval':
      return { kind, column, yearAlone: isYes(params.values['allow-year-only']) }
    default:
      return { kind, column }
  }
}

function isName(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

function namesAt(params: Descriptor, key: string, report: Report): readonly string[] {
  return (listAt(params, key, report) ?? []).filter(isName).map(textOf)
}

function isOrder(value: unknown): value is Order {
  return value === '>' || value === '>=' || value === '==' || value === '<=' || value === '<'
}

/** Validata writes this truth as text. */
function isYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:yes|true)$/i.test(value))
}
