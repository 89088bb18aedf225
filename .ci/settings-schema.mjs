import { readdirSync, readFileSync } from 'node:fs'

const RULES = 'server/engine/rules'

/**
 * The JSON Schema of `vigie.json` as editors read it: that of `schemas/`, with the ids of all rules and their titles, so
 * that they are completed and explained. An id that is none is no error: another version may have it.
 */
export function settingsSchema() {
  const schema = JSON.parse(readFileSync('schemas/vigie.schema.json', 'utf8'))
  const ids = readdirSync(RULES)
    .filter(name => name.endsWith('.en.md'))
    .map(name => name.replace('.en.md', ''))
    .toSorted()
  const titles = ids.map(id => `${titleOf(id, 'fr')}. / ${titleOf(id, 'en')}.`)
  const { definitions, properties } = schema
  const severity = definitions.rules.additionalProperties
  const unknown = { deprecationMessage: 'Cette version n’a pas de telle règle. / This version has no such rule.' }
  definitions.severity = severity
  definitions.ruleId = { enum: ids, enumDescriptions: titles }
  definitions.rules.properties = Object.fromEntries(
    ids.map((id, at) => [id, { description: titles[at], $ref: '#/definitions/severity' }]),
  )
  definitions.rules.additionalProperties = { ...severity, ...unknown }
  const { rule } = properties.accepted.items.properties
  const ruleId = { $ref: '#/definitions/ruleId' }
  rule.anyOf = [ruleId, { not: ruleId, ...unknown }]
  return `${JSON.stringify(schema)}\n`
}

/** The title of a rule's page, its first line.
 * @param {string} id @param {'fr' | 'en'} language */
function titleOf(id, language) {
  return readFileSync(`${RULES}/${id}.${language}.md`, 'utf8').split('\n', 1)[0]?.replace('# ', '')
}
