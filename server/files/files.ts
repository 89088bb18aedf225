import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import type { Source } from '../engine/model/source'

/** The one door to files: the disk for the terminal and the server, the editor in the browser. Paths have `/`. */
export interface Files {
  /** The bytes of a file; undefined when there is none or when it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>
  /** The number of its bytes, where it can be told without reading it. */
  size?(path: string): Promise<number | undefined>
  /** The files in a folder and the folders in it that may be data or describe them, by name. */
  tables?(folder: string): Promise<readonly string[]>
  /** So many bytes of its beginning, or all that there are. */
  first?(path: string, bytes: number): Promise<Uint8Array | undefined>
  /** A large file as a text that is read where somebody looks, in steps; undefined for any other file. */
  paged?(path: string): Generator<void, PagedFile | undefined>
  /** Where a path leads once links are followed; undefined when there is nothing. */
  real?(path: string): Promise<string | undefined>
  /** The file as the version before holds it: git’s last one. */
  former?(path: string): Promise<Uint8Array | undefined>
  /** The day on which the file was last changed as far as versions are kept, YYYY-MM-DD: git’s. */
  changed?(path: string): Promise<string | undefined>
  /** The hash of bytes in lower-case hexadecimal; undefined for an algorithm that is not known. */
  hash?(algorithm: string, bytes: Uint8Array): Promise<string | undefined>
}

/** A large text that is read page by page. */
export interface PagedFile {
  readonly source: Source
  readonly decoded: Dataset['decoded']
  /** Of the file. */
  readonly bytes: number
  /** Whether the file is still what it was when it was opened. */
  readonly isSame: () => boolean
  /** The SHA-256 of the file as it lies there, in hexadecimal. */
  readonly sha256: () => Promise<string>
  readonly close: () => void
  /** Of one that is tried for UTF-8 while it is read, which throws where it is something else. */
  readonly trial?: {
    /** Whether all of it is UTF-8, what nobody has read yet as well: if not, nothing counts that was made of it. */
    readonly isPassed: () => boolean
    /** The same file in the encoding that it is in; closed with it. */
    readonly otherwise: () => PagedFile
  }
}

/** What went wrong, as one sentence in each language. */
export type Problem = Readonly<Record<Language, string>>

/** That a file cannot be written. */
export function unwritten(path: string): Problem {
  return { fr: `${path} ne peut pas être écrit.`, en: `${path} cannot be written.` }
}
