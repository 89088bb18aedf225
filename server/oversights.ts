import { ruleById } from './engine/rules/by-id'
import { isObject } from './engine/schema/json-value'
import type { Problem } from './files/files'

/** What settings say and nobody reads, in one line: keys that they do not have, ids of no rule; undefined when there is none. */
export function oversightsOf(settings: unknown, name: string): Problem | undefined {
  if (!isObject(settings)) return undefined
  const entries = (key: string) => [settings[key]].flat().filter(isObject)
  const overrides = entries('overrides')
  const columns = overrides.flatMap(({ columns: of }) => (isObject(of) ? Object.values(of) : []))
  const keys = [
    ...unknownKeys([settings], KEYS),
    ...unknownKeys(entries('schemas'), SCHEMAS),
    ...unknownKeys(overrides, OVERRIDES),
    ...unknownKeys(entries('accepted'), ACCEPTED),
  ]
  const asked = [settings, ...overrides].map(({ rules }) => rules)
  const named = [...asked, ...columns].filter(isObject).flatMap(rules => Object.keys(rules))
  const accepted = entries('accepted').map(({ rule }) => String(rule))
  const rules = [...named, ...accepted].filter(id => !ruleById(id))
  if (keys.length + rules.length === 0) return undefined
  return {
    fr: `${name} dit ce que cette version ne connaît pas, et qui reste sans effet : ${listed(rules, 'la règle', keys, 'la clé', ['« ', ' »'])}.`,
    en: `${name} says what this version does not know, which has no effect: ${listed(rules, 'the rule', keys, 'the key', ['“', '”'])}.`,
  }
}

const KEYS = new Set(['$schema', 'preset', 'smallCount', 'rules', 'schemas', 'overrides', 'accepted'])
const SCHEMAS = new Set(['files', 'schema'])
const OVERRIDES = new Set(['files', 'preset', 'rules', 'columns'])
const ACCEPTED = new Set(['rule', 'files', 'column', 'row', 'value', 'reason', 'author', 'until'])

/** Names that are worth a place in one line. */
const MOST = 6

function unknownKeys(objects: readonly object[], known: ReadonlySet<string>): readonly string[] {
  return objects.flatMap(object => Object.keys(object).filter(key => !known.has(key)))
}

function listed(
  rules: readonly string[],
  rule: string,
  keys: readonly string[],
  key: string,
  [opened, closed]: readonly [string, string],
): string {
  const quoted = (word: string, names: readonly string[]) =>
    [...new Set(names)].map(name => `${word} ${opened}${name}${closed}`)
  const all = [...quoted(rule, rules), ...quoted(key, keys)]
  return all.length > MOST ? `${all.slice(0, MOST).join(', ')}…` : all.join(', ')
}
