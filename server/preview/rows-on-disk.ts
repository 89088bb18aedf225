import { inSlices } from '../slices'
import { type Dataset, openText } from '../engine/dataset'
import type { Files, PagedFile } from '../files/files'
import type { TextState } from '../editor/profiles'

/** Least number of bytes in a chunk. It is known where each lies, which takes some 2 kB. */
const CHUNK = 1 << 16

interface Counted {
  readonly dataset: Dataset
  readonly file: PagedFile
}

/**
 * All rows of a file that is too large to be held: gone through once, to know where they lie, then read from disk where
 * somebody looks.
 */
export class RowsOnDisk {
  readonly #path: string
  readonly #files: Files
  #generation = -1
  /** Grows when what is counted is wanted no longer. */
  #round = 0
  #counting: Promise<Dataset | undefined> | undefined
  #counted: Counted | undefined
  #wasCounted = false
  #isCounting = false

  constructor(path: string, files: Files) {
    this.#path = path
    this.#files = files
  }

  /**
   * The table of which the beginning is read, with all its rows, once they are counted; undefined where that cannot be: of
   * what has comments, or when the file changed on the way.
   */
  of(beginning: TextState): Promise<Dataset | undefined> {
    // Who asked before an edit must not close what was counted since.
    if (beginning.isStale()) return Promise.resolve(undefined)
    if (beginning.generation !== this.#generation) this.close()
    this.#generation = beginning.generation
    if (this.#counting) return this.#counting
    const counting = this.#count(beginning).finally(() => {
      if (this.#counting === counting) this.#isCounting = false
    })
    this.#isCounting = true
    return (this.#counting = counting)
  }

  /** The same for who has had it before; nothing while it is counted for the first time. */
  async again(beginning: TextState): Promise<Dataset | undefined> {
    return this.#wasCounted ? this.of(beginning) : undefined
  }

  get isCounting(): boolean {
    return this.#isCounting
  }

  /** Whether the file is no longer the one whose rows were counted. */
  get isOther(): boolean {
    return this.#counted?.file.isSame() === false
  }

  /** Lets the file go; for who asks again it is counted anew. */
  close(): void {
    this.#round++
    this.#counted?.file.close()
    this.#counted = undefined
    this.#counting = undefined
    this.#isCounting = false
  }

  async #count(beginning: TextState): Promise<Dataset | undefined> {
    const round = this.#round
    const isStale = () => beginning.isStale() || round !== this.#round
    const file = await this.#opened(isStale)
    if (!file) return undefined
    const dataset = openedAs(beginning.dataset, file)
    const isCounted =
      !dataset.table.hasComments && (await inSlices(rowsOf(dataset), () => isStale() || !file.isSame()).catch(tooLong))
    if (isCounted && !isStale()) {
      this.#wasCounted = true
      this.#counted = { dataset, file }
      return dataset
    }
    file.close()
    return undefined
  }

  async #opened(isStale: () => boolean): Promise<PagedFile | undefined> {
    const opening = this.#files.paged?.(this.#path)
    const opened = opening && (await inSlices(opening, isStale))
    opening?.return(undefined)
    return opened?.outcome
  }
}

/** A file as its beginning was read, in the encoding of all of it. */
function openedAs(
  { dialect, json, applied, heard, described }: Dataset,
  { source, decoded, bytes }: PagedFile,
): Dataset {
  const lists = () => described.lists
  const { encoding, byteOrderMark } = decoded
  const read = { ...dialect, encoding, byteOrderMark }
  const known = { dialect: read, heard, lists, schema: applied ?? ('none' as const), chunkSize: CHUNK }
  return openText(source, { ...known, ...(json && { json }) }, { decoded, bytes })
}

function* rowsOf({ table, lines, json }: Dataset): Generator<void, true> {
  while (table.cut.cutNext()) {
    // In JSON, rows do not tell how many lines there are.
    if (json) lines.position(table.cut.heads.at(-1)!.start)
    yield
  }
  return true
}

/** A row that no memory holds: whoever checks the file is told where it is. */
function tooLong(): undefined {
  return undefined
}
