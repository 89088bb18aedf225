import type { LintOptions } from '../engine/checkup'
import { isHeard } from '../engine/loudness'
import { presets, type Preset, type Severity, severities } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { rules } from '../engine/rules'
import { ruleById } from '../engine/rules/by-id'
import type { Problem } from '../files/files'
import type { JsonSchema } from './json-schema'

/** By what files are judged. */
export interface Judging {
  readonly schema?: string
  readonly preset?: Preset
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
}

/** The arguments by which files are judged. */
export function judgingMembers(language: Language): Readonly<Record<string, JsonSchema>> {
  return {
    'schema?': { type: 'string', description: said.schema[language] },
    'preset?': { enum: presets, description: said.preset[language] },
    'rules?': {
      type: 'object',
      additionalProperties: { enum: [...severities, 'off'] },
      description: said.rules[language],
    },
  }
}

/** Why rules may not be asked to be as they are asked; undefined where they may. */
export function unguarded(asked: Judging['rules'] = {}): Problem | undefined {
  const silenced = Object.keys(asked).find(id => asked[id] === 'off' && ruleById(id)?.personal)
  return silenced === undefined ? undefined : guarding(silenced)
}

/** Rules about personal data that run without being asked for: no preset that an agent chooses is below them. */
const guards = rules.filter(({ personal, preset }) => personal && preset !== 'complet')

/** The same, in which only a person can silence what guards personal data. */
export function withGuards(lint: LintOptions): LintOptions {
  const silent = guards.filter(rule => lint.severities?.[rule.id] === undefined && !isHeard(rule, lint))
  const own = Object.fromEntries(silent.map(({ id, severity }) => [id, severity as Severity]))
  return { ...lint, severities: { ...own, ...lint.severities } }
}

function guarding(rule: string): Problem {
  return {
    fr: `La règle ${rule} protège des données personnelles : seule une personne peut la faire taire, dans vigie.json.`,
    en: `The rule ${rule} protects personal data: only a person can silence it, in vigie.json.`,
  }
}

/** That there is no such rule; undefined where there is one. */
export function noRule(id: string): Problem | undefined {
  if (ruleById(id)) return undefined
  return { fr: `Cette version n’a pas de règle ${id}.`, en: `This version has no rule ${id}.` }
}

const said = {
  schema: {
    fr: 'Le schéma à suivre : un identifiant du catalogue (vigie_schema les cherche), un chemin, ou none. Sans lui : celui que le projet nomme, ou que l’en-tête fait reconnaître.',
    en: 'The schema to follow: an id of the catalogue (vigie_schema looks for them), a path, or none. Without it: the one that the project names or that the header shows.',
  },
  preset: {
    fr: 'Combien de règles : essentiel, standard (par défaut) ou complet.',
    en: 'How many rules: essentiel, standard (default) or complet.',
  },
  rules: {
    fr: 'La gravité de certaines règles, ou off pour les taire : {"edge-whitespace": "off"}.',
    en: 'The severity of some rules, or off to silence them: {"edge-whitespace": "off"}.',
  },
} as const
