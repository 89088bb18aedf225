import { type Preset, presets, type Severity, severities } from './engine/model/diagnostic'
import { isObject, jsonValue } from './engine/schema/json-value'
import { foldersAbove, resolved } from './path'
import type { Files, Problem } from './files'
import type { Settings } from './workspace'

/** The settings in force for a file, or undefined when no `vigie.json` says anything of it. */
export async function settingsFor(
  file: string,
  { files, config }: { readonly files: Files; readonly config?: string | undefined },
): Promise<Settings | { readonly problem: Problem } | undefined> {
  if (config !== undefined) {
    const bytes = await files.read(config)
    return bytes ? readSettings(bytes, config) : { problem: unreadable(config) }
  }
  for (const folder of foldersAbove(file)) {
    const path = `${folder}/vigie.json`
    const bytes = await files.read(path)
    if (bytes) return readSettings(bytes, path)
  }
  return undefined
}

/** Reads what stands in a `vigie.json` or under the editor's section; `name` is what a problem calls it. */
export function settingsOf(value: unknown, folder: string, name: string): Settings | { readonly problem: Problem } {
  if (!isObject(value)) return refused(name, 'un objet JSON', 'a JSON object')
  const { preset, rules = {}, schemas = [] } = value
  if (preset !== undefined && !presets.some(known => known === preset))
    return refused(name, '« preset » parmi essentiel, standard, complet', '“preset” among essentiel, standard, complet')
  if (!isObject(rules) || !Object.values(rules).every(isLoudness))
    return refused(
      name,
      '« rules » avec error, warning, information, hint ou off pour chaque règle',
      '“rules” with error, warning, information, hint or off for each rule',
    )
  if (!Array.isArray(schemas) || !schemas.every(isBinding))
    return refused(name, '« schemas » fait de couples { files, schema }', '“schemas” made of pairs { files, schema }')
  return {
    folder,
    ...(preset !== undefined && { preset: preset as Preset }),
    rules: rules as Settings['rules'],
    schemas: schemas.map(({ files, schema }) => ({ files, schema })),
  }
}

/** True for what a rule may be set to. */
export function isLoudness(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.some(severity => severity === value)
}

function isBinding(value: unknown): value is { files: string; schema: string } {
  return isObject(value) && typeof value['files'] === 'string' && typeof value['schema'] === 'string'
}

function readSettings(bytes: Uint8Array, path: string): Settings | { readonly problem: Problem } {
  return settingsOf(jsonValue(new TextDecoder().decode(bytes)), resolved(path, '..'), path)
}

function unreadable(path: string): Problem {
  return { fr: `Le fichier ${path} ne peut pas être lu.`, en: `The file ${path} cannot be read.` }
}

function refused(name: string, fr: string, en: string): { readonly problem: Problem } {
  return {
    problem: { fr: `${name} ne peut pas servir : il y faut ${fr}.`, en: `${name} cannot be used: it needs ${en}.` },
  }
}
