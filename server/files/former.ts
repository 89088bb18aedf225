import { inSlices } from '../slices'
import { declaredFormer } from '../described/data-package'
import type { OpenOptions } from '../engine/dataset'
import { formerInSteps } from '../engine/former'
import type { FormerTable } from '../engine/model/former'
import { flatSource } from '../engine/model/source'
import { isJson, knownJson, openFile } from '../engine/open'
import type { Files } from './files'
import { nameOf } from './path'
import { plainBytes } from './plain-bytes'
import { sameBytes } from './same-bytes'

/**
 * What the former version of a table held, declared or in git; undefined where there is none, or where it is the present
 * one. `present`: the bytes of this one, unless it is larger than any former version that is read.
 */
export async function formerTable(
  path: string,
  {
    files,
    present,
    open,
  }: { readonly files: Files; readonly present?: Uint8Array | undefined; readonly open: OpenOptions },
): Promise<FormerTable | undefined> {
  const bytes = await formerBytes(path, files)
  return !bytes || isEqual(bytes, present) ? undefined : tableIn(bytes, path, open)
}

/** The former version of a file that is open, by one schema and dialect: what it held is found out again only when it has become another one. */
export class Former {
  #bytes: Uint8Array | undefined
  #table: FormerTable | undefined
  #looked: Promise<FormerTable | undefined> | undefined

  /** What it held; looked for once, until that is to be done again. */
  table(path: string, files: Files, open: OpenOptions): Promise<FormerTable | undefined> {
    return (this.#looked ??= this.#look(path, files, open))
  }

  /** It may be another one. */
  lookAgain(): void {
    this.#looked = undefined
  }

  async #look(path: string, files: Files, open: OpenOptions): Promise<FormerTable | undefined> {
    const bytes = await formerBytes(path, files)
    if (!isEqual(bytes, this.#bytes)) this.#table = bytes && (await tableIn(bytes, path, open))
    this.#bytes = bytes
    return this.#table
  }
}

/** Bytes beyond which a former version is not read. */
const LARGEST = 8 * 1_048_576

/** The version before that a description declares, else git’s last one. */
async function formerBytes(path: string, files: Files): Promise<Uint8Array | undefined> {
  const declared = await declaredFormer(path, files)
  if (declared === undefined) return files.former?.(path)
  const bytes = ((await files.size?.(declared)) ?? 0) > LARGEST ? undefined : await files.read(declared)
  return bytes && bytes.length <= LARGEST ? bytes : undefined
}

async function tableIn(bytes: Uint8Array, path: string, open: OpenOptions): Promise<FormerTable | undefined> {
  const json = isJson(path) ? knownJson(nameOf(path), flatSource(bytes))?.json : undefined
  if (isJson(path) && !json) return undefined
  const dataset = openFile(plainBytes(bytes), { ...open, ...(json && { json }) })
  let former: FormerTable | undefined
  const steps = (function* () {
    former = yield* formerInSteps(dataset)
  })()
  await inSlices(steps, () => false)
  return former
}

function isEqual(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one && other ? sameBytes(one, other) : one === other
}
