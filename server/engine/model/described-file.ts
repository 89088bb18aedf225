import type { Box } from './box'
import type { Description } from './description'
import type { Point } from './territory'

/** What lies where a document says that a file of its dataset does; what was not looked at is absent. */
export interface DescribedFile {
  /** `outside`: the path leaves the folder of the document, by its steps or by a link, and is not followed. */
  readonly is: 'there' | 'missing' | 'outside'
  /** That in which it is read, where its bytes contradict the one that the document declares, or that is not known. */
  readonly encoding?: string
  /** Its size. */
  readonly bytes?: number
  /** In lower-case hexadecimal, by algorithm: of those that the document names. */
  readonly hashes?: ReadonlyMap<string, string>
  /** The day on which it was last changed as far as versions are kept, YYYY-MM-DD. */
  readonly changed?: string
  /** Data rows of a table. */
  readonly rows?: number
  /** The schema of the catalogue that its header clearly resembles. */
  readonly likely?: { readonly id: string; readonly version: string | undefined }
  /** What its dates cover: the first, the last and the one in the middle, as ISO 8601 writes them. */
  readonly period?: Period
  /** Where its rows lie. */
  readonly territory?: Territory
  /** The rule that finds personal data in it. */
  readonly personal?: string
}

/** The file in which all data of a dataset lies, beside its documentation; undefined where there are several. */
export function onlyFile(
  { resources }: Description,
  files: ReadonlyMap<string, DescribedFile> | undefined,
): DescribedFile | undefined {
  const [only, ...others] = resources.filter(({ role }) => role !== 'documentation')
  if (!only || others.length > 0) return undefined
  const [file, ...rest] = only.paths.flatMap(({ text }) => files?.get(text) ?? [])
  return rest.length === 0 ? file : undefined
}

/** The stretch of time in which dates lie. */
export interface Period {
  readonly first: string
  readonly last: string
  readonly median: string
}

/** Where rows lie, as far as they tell it. */
export interface Territory {
  /** How many rows are of each commune, by its code of the official geographic code. */
  readonly communes: ReadonlyMap<string, number>
  /** The box in which their points lie, and the one in the middle: WGS 84, in degrees. */
  readonly points: { readonly box: Box; readonly median: Point } | undefined
}
