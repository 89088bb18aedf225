import type { Source } from './checked'
import type { LintOptions } from '../engine/checkup'
import type { Dataset } from '../engine/dataset'
import type { LiveFindings } from '../engine/live-tree'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { OpenAs } from '../engine/open'
import type { Project } from '../project'

/** What a file is read as, before any rule runs. */
export interface Reading {
  readonly generation: number
  /** The editor's; 0 for a file that is no document. */
  readonly version: number
  readonly source: Source
  readonly live: LiveFindings
  /** How it was opened, without what it held before. */
  readonly open: OpenAs
  readonly options: LintOptions
  /** The file's bytes read as they stand on disk; undefined when there is no file. */
  readonly disk: Dataset | undefined
  readonly project: Project
}

/** A file as it is now, for who reads it from its beginning, and all by which it is judged. */
export interface Taken {
  readonly bytes: Uint8Array
  readonly open: OpenAs
  readonly lint: LintOptions
  readonly project: Project
  /** Of a text that the editor shows: what is said of the bytes on disk. */
  readonly onDisk: readonly Diagnostic[]
  /** The text of the editor, if the bytes are that; `misread`: the encoding of the file, where the editor took another. */
  readonly shown?: {
    readonly version: number
    readonly shift: Source['shift']
    readonly misread: string | undefined
  }
}

/** False for bytes on disk that are no text, whatever the editor shows. */
export function isText(disk: Dataset | undefined): boolean {
  return !disk || disk.readable || disk.tree !== undefined
}

/** The encoding of a file of which the editor shows characters that it could not read. */
export function misread(text: Uint8Array, disk: Dataset | undefined): string | undefined {
  const encoding = disk?.dialect.encoding
  if (encoding === undefined || encoding === 'utf-8') return undefined
  return new TextDecoder().decode(text).includes('\uFFFD') ? encoding : undefined
}
