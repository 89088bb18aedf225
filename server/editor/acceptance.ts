import type { Acceptance } from '../engine/model/acceptance'
import { isObject, jsonValue } from '../engine/schema/json-value'
import type { Files } from '../files/files'
import { folderOf, foldersAbove, within } from '../files/path'

/** A `vigie.json` as it is to be written. */
export interface AcceptedIn {
  /** Its path as seen from the folder of the file. */
  readonly path: string
  readonly text: string
}

/**
 * The nearest `vigie.json` above a file, else a new one in the `folder` given, with one more accepted deviation.
 * Undefined when there is one that is no JSON object: it is not overwritten.
 */
export async function acceptedIn(
  file: string,
  acceptance: Acceptance,
  { files, folder }: { readonly files: Files; readonly folder: string },
): Promise<AcceptedIn | undefined> {
  for (const above of foldersAbove(file)) {
    const bytes = await files.read(`${above}/vigie.json`)
    if (!bytes) continue
    const text = new TextDecoder().decode(bytes)
    const value = jsonValue(text.replace(/^\uFEFF/, ''))
    const accepted = isObject(value) ? (value['accepted'] ?? []) : undefined
    if (!isObject(value) || !Array.isArray(accepted)) return undefined
    return written(above, file, { ...value, accepted: [...accepted, entryOf(above, file, acceptance)] }, text)
  }
  return written(folder, file, { accepted: [entryOf(folder, file, acceptance)] }, '')
}

function entryOf(folder: string, file: string, { rule, ...others }: Acceptance) {
  return { rule, files: within(folder, file), ...others }
}

/** Written with the indentation that the file has. */
function written(folder: string, file: string, value: object, before: string): AcceptedIn {
  const indent = /^[{[]\r?\n([\t ]+)/.exec(before)?.[1] ?? '  '
  const levels = levelsBetween(folder, folderOf(file))
  return { path: `${'../'.repeat(levels)}vigie.json`, text: `${JSON.stringify(value, null, indent)}\n` }
}

function levelsBetween(above: string, folder: string): number {
  return folder === above ? 0 : folder.slice(above.length + 1).split('/').length
}
