import type { Loudness, Severities } from './engine/model/loudness'
import type { Conventions } from './engine/model/conventions'
import { type Preset, presets, type Severity, severities } from './engine/model/diagnostic'
import { isObject, jsonValue } from './engine/schema/json-value'
import { isDay } from './day'
import { matchesGlob } from './files/glob'
import { oversightsOf } from './oversights'
import { foldersAbove, resolved, within } from './files/path'
import type { Files, Problem } from './files/files'
import type { Override, Settings } from './workspace'

/**
 * The settings in force for a file, or undefined when no `vigie.json` says anything of it. What is wrong with one names
 * it as it lies within the folder `seenFrom`, else by its whole path.
 */
export async function settingsFor(
  file: string,
  {
    files,
    config,
    seenFrom,
  }: { readonly files: Files; readonly config?: string | undefined; readonly seenFrom?: string },
): Promise<Settings | { readonly problem: Problem } | undefined> {
  if (config !== undefined) {
    const bytes = await files.read(config)
    return bytes ? readSettings(bytes, config) : { problem: unreadable(config) }
  }
  for (const folder of foldersAbove(file)) {
    const path = `${folder}/vigie.json`
    const bytes = await files.read(path)
    if (bytes) return readSettings(bytes, path, seenFrom === undefined ? path : within(seenFrom, path))
  }
  return undefined
}

/** Reads what stands in a `vigie.json` or under the editor's section; `name` is what a problem calls it. */
export function settingsOf(value: unknown, folder: string, name: string): Settings | { readonly problem: Problem } {
  if (!isObject(value)) return refused(name, 'un objet JSON', 'a JSON object')
  const { preset, rules = {}, schemas = [], overrides = [], accepted = [], smallCount } = value
  if (!isPreset(preset))
    return refused(name, '« preset » parmi essentiel, standard, complet', '“preset” among essentiel, standard, complet')
  if (!areSeverities(rules))
    return refused(
      name,
      '« rules » avec error, warning, information, hint ou off pour chaque règle',
      '“rules” with error, warning, information, hint or off for each rule',
    )
  if (!isLeastCount(smallCount))
    return refused(name, '« smallCount » entier, de 2 à 100', '“smallCount” as a whole number from 2 to 100')
  if (!Array.isArray(schemas) || !schemas.every(isBinding))
    return refused(name, '« schemas » fait de couples { files, schema }', '“schemas” made of pairs { files, schema }')
  if (!Array.isArray(overrides) || !overrides.every(isOverride))
    return refused(
      name,
      '« overrides » fait d’objets { files, preset, rules, columns }, écrits comme au premier niveau',
      '“overrides” made of objects { files, preset, rules, columns }, written as at the first level',
    )
  if (!Array.isArray(accepted) || !accepted.every(isAcceptance))
    return refused(
      name,
      '« accepted » fait d’objets avec rule, files, reason, author et until (AAAA-MM-JJ)',
      '“accepted” made of objects with rule, files, reason, author and until (YYYY-MM-DD)',
    )
  return {
    folder,
    ...(preset !== undefined && { preset }),
    ...(smallCount !== undefined && { smallCount }),
    rules,
    schemas: schemas.map(({ files, schema }) => ({ files, schema })),
    overrides: overrides.map(override => ({
      ...override,
      rules: override.rules ?? {},
      columns: override.columns ?? {},
    })),
    accepted,
  }
}

/** What the settings ask of the rules in one file, given by its path. */
export function askedOfRules(
  settings: Settings | undefined,
  file: string,
): Required<Loudness> & { readonly preset: Preset | undefined; readonly conventions: Conventions } {
  if (!settings) return { preset: undefined, conventions: {}, severities: {}, columns: {}, accepted: [] }
  const path = within(settings.folder, file)
  const overrides = settings.overrides.filter(({ files }) => matchesGlob(path, files))
  const columns: Record<string, Severities> = {}
  for (const override of overrides)
    for (const [name, rules] of Object.entries(override.columns)) columns[name] = { ...columns[name], ...rules }
  return {
    preset: overrides.findLast(({ preset }) => preset !== undefined)?.preset ?? settings.preset,
    conventions: settings.smallCount === undefined ? {} : { leastCount: settings.smallCount },
    severities: Object.assign({}, settings.rules, ...overrides.map(({ rules }) => rules)),
    columns,
    accepted: settings.accepted.filter(({ files }) => matchesGlob(path, files)),
  }
}

/** True for what a rule may be set to. */
export function isLoudness(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.some(severity => severity === value)
}

function isPreset(value: unknown): value is Preset | undefined {
  return value === undefined || presets.some(known => known === value)
}

function isLeastCount(value: unknown): value is number | undefined {
  return value === undefined || (Number.isInteger(value) && Number(value) >= 2 && Number(value) <= 100)
}

function areSeverities(value: unknown): value is Severities {
  return isObject(value) && Object.values(value).every(isLoudness)
}

type WrittenOverride = Pick<Override, 'files' | 'preset'> & Partial<Pick<Override, 'rules' | 'columns'>>

function isOverride(value: unknown): value is WrittenOverride {
  if (!isObject(value)) return false
  const { files, preset, rules = {}, columns = {} } = value
  return (
    typeof files === 'string' &&
    isPreset(preset) &&
    areSeverities(rules) &&
    isObject(columns) &&
    Object.values(columns).every(areSeverities)
  )
}

function isAcceptance(value: unknown): value is Settings['accepted'][number] {
  if (!isObject(value)) return false
  const { until, row, ...texts } = value
  const { rule, files, reason, author, column = '', value: told = '' } = texts
  return (
    [rule, files, reason, author, column, told].every(text => typeof text === 'string') &&
    typeof until === 'string' &&
    isDay(until) &&
    (row === undefined || (Number.isInteger(row) && Number(row) > 0))
  )
}

function isBinding(value: unknown): value is { files: string; schema: string } {
  return isObject(value) && typeof value['files'] === 'string' && typeof value['schema'] === 'string'
}

function readSettings(bytes: Uint8Array, path: string, name = path): Settings | { readonly problem: Problem } {
  const value = jsonValue(new TextDecoder().decode(bytes))
  const settings = settingsOf(value, resolved(path, '..'), name)
  const notice = oversightsOf(value, name)
  return 'problem' in settings || !notice ? settings : { ...settings, notice }
}

function unreadable(path: string): Problem {
  return { fr: `Le fichier ${path} ne peut pas être lu.`, en: `The file ${path} cannot be read.` }
}

function refused(name: string, fr: string, en: string): { readonly problem: Problem } {
  return {
    problem: { fr: `${name} ne peut pas servir : il y faut ${fr}.`, en: `${name} cannot be used: it needs ${en}.` },
  }
}
