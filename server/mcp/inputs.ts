import { isAddress } from '../described-files'
import { type Input, inputsOf, sharedBy } from '../command/inputs'
import type { LintOptions } from '../engine/checkup'
import { isHeard } from '../engine/loudness'
import { presets, type Preset, type Severity, severities } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { rules } from '../engine/rules'
import { ruleById } from '../engine/rules/by-id'
import { bundledSchema } from '../engine/schema/catalogue'
import type { Problem } from '../files'
import type { Order } from '../options'
import type { Around, JsonSchema, Refusal } from './tool'

/** By what files are judged. */
export interface Judging {
  readonly schema?: string
  readonly preset?: Preset
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
}

/** Files to work on, and what was said of those that are left alone, which grows as they are read. */
export interface Inputs {
  readonly files: AsyncGenerator<Input>
  readonly told: readonly Problem[]
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

/** The files of some paths, read and judged as the command line would for a verb; or why nothing can be done. */
export async function inputsFor(
  { paths, schema, preset, rules: asked = {} }: Judging & { readonly paths: readonly string[] },
  verb: 'lint' | 'fix' | 'profile' | 'schemas',
  { order: base, grounds }: Around,
): Promise<Inputs | Refusal> {
  const found: string[] = []
  for (const path of paths) {
    const place = await grounds.placed(path)
    if ('problem' in place) return place
    found.push(place.path)
  }
  const named = schema === undefined ? undefined : await schemaNamed(schema, grounds)
  if (named && 'problem' in named) return named
  const silenced = Object.keys(asked).find(id => asked[id] === 'off' && ruleById(id)?.personal)
  if (silenced !== undefined) return { problem: guarding(silenced) }
  const order: Order = {
    ...base,
    verb,
    paths: found,
    rules: { ...base.rules, ...asked },
    ...(preset && { preset }),
    ...(named && { schema: named.path }),
  }
  const told: Problem[] = []
  const complain = (problem: Problem) => void told.push(problem)
  const shared = await sharedBy(order, complain)
  if (!shared) return { problem: told.at(-1)! }
  return { files: guarded(inputsOf(order, { ...shared, tried: 'before' }, complain)), told }
}

/** A schema as the command line takes it; an address would have to be fetched. */
async function schemaNamed(written: string, grounds: Around['grounds']) {
  if (written === 'none' || bundledSchema(written)) return { path: written }
  if (isAddress(written)) return { problem: offline(written) }
  const place = await grounds.placed(written)
  // It looks like a name of the catalogue.
  return 'problem' in place && /^[\w-]+\/[\w-]+$/.test(written) ? { problem: noSchema(written) } : place
}

/** Rules about personal data that run without being asked for: no preset that an agent chooses is below them. */
const guards = rules.filter(({ personal, preset }) => personal && preset !== 'complet')

async function* guarded(inputs: AsyncGenerator<Input>): AsyncGenerator<Input> {
  for await (const input of inputs) {
    const lint = withGuards(input.lint)
    yield { ...input, lint, open: { ...input.open, heard: lint } }
  }
}

function withGuards(lint: LintOptions): LintOptions {
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

function noSchema(name: string): Problem {
  return {
    fr: `Ni le catalogue ni le dossier n’ont de schéma ${name} ; vigie_schema en cherche.`,
    en: `Neither the catalogue nor the folder has a schema ${name}; vigie_schema looks for some.`,
  }
}

function offline(address: string): Problem {
  return {
    fr: `${address} n’est pas lu : ce serveur n’ouvre aucune connexion. Enregistrez le schéma dans le dossier et donnez son chemin.`,
    en: `${address} is not read: this server opens no connection. Save the schema in the folder and give its path.`,
  }
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
