import { absolute, disk } from '../files/disk'
import type { Dataset } from '../engine/dataset'
import type { Problem } from '../files/files'
import { lastChanged } from '../files/git'
import type { Order } from './options'
import { nameOf } from '../files/path'
import type { Version } from '../report/changed'
import type { Input } from '../files/input'
import { type Complain, inputAt, type Shared } from './inputs'

/** The former version of an input, which is judged as that is; undefined, and complained of, when there is none. */
export async function formerInput(
  input: Input,
  dataset: Dataset,
  { order, shared, complain }: { readonly order: Order; readonly shared: Shared; readonly complain: Complain },
): Promise<{ readonly input: Input; readonly version: Version } | undefined> {
  const { path, lint } = input
  const schema = dataset.tree ? {} : { schema: dataset.applied ?? ('none' as const) }
  if (order.before === 'git') {
    const bytes = path === '-' ? undefined : await disk.former?.(absolute(path))
    if (!bytes) return void complain(notInGit(path), 'serious')
    const open = { ...input.open, ...schema }
    return { input: { ...input, bytes, paged: undefined, open }, version: { git: await lastChanged(absolute(path)) } }
  }
  const asked = order.before!
  const former = await inputAt(asked, order, shared, complain, 'named')
  if (!former) return undefined
  const { forgottenBy, schemaFault } = input.open
  const open = { ...former.open, ...schema, heard: lint, schemaFault, forgottenBy }
  return { input: { ...former, open, lint }, version: { file: nameOf(asked) } }
}

function notInGit(path: string): Problem {
  return {
    fr: `${path} n’a pas de version d’avant dans git (8 Mo au plus) : nommez un fichier par --before FICHIER.`,
    en: `${path} has no version before in git (8 MB at most): name a file by --before FILE.`,
  }
}
