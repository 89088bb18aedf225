import { describedDialect } from './dialect'
import { decodeText } from '../engine/csv/decoding'
import { periodIn } from '../engine/describe'
import type { DescribedFile } from '../engine/model/described-file'
import type { Dialect } from '../engine/model/dialect'
import type { DescribedResource } from '../engine/model/description'
import { flatSource } from '../engine/model/source'
import { isJson, knownJson, openFile } from '../engine/open'
import { personalRuleOf } from '../engine/personal'
import { profile } from '../engine/profile'
import { rowsOf } from '../engine/rows-of'
import { territoryOf } from '../engine/territory'
import { nameOf } from '../files/path'
import { plainBytes } from '../files/plain-bytes'
import type { Around } from './resources'

/** Bytes of a file that is read to be compared; a larger one is only measured. */
const LARGEST = 64 * 1_048_576
/** Bytes of a table of which the dates are read. */
const LARGEST_READ = 8 * 1_048_576

/** What a file tells of itself that its description may tell as well. */
export async function factsAt(path: string, resource: DescribedResource, around: Around): Promise<DescribedFile> {
  const { files, shown } = around
  const { told, paths, format } = resource
  const size = await files.size?.(path)
  const edited = shown?.(path)
  if (!edited && size !== undefined && size > LARGEST) return { is: 'there', bytes: size }
  // Size, hash and encoding are those of the file: the editor's text has lost its byte order mark, say.
  const onDisk = await files.read(path)
  const bytes = edited ?? onDisk
  if (!bytes) return { is: 'missing' }
  const changed = await files.changed?.(path)
  // Of a table in pieces each figure is of all of them.
  if (paths.length > 1) return { is: 'there' }
  const algorithms = [...new Set(told.hashes.map(({ algorithm }) => algorithm))]
  const hashes = new Map<string, string>()
  for (const algorithm of algorithms) {
    const hash = await files.hash?.(algorithm, onDisk ?? bytes)
    if (hash !== undefined) hashes.set(algorithm, hash)
  }
  return {
    is: 'there',
    bytes: (onDisk ?? bytes).length,
    hashes,
    ...(changed !== undefined && { changed }),
    ...encodingOf(onDisk, resource),
    ...(isTable(path, format) &&
      ofTable(path, plainBytes(bytes), resource, await describedDialect(path, around.files))),
  }
}

/** The encoding of a file, where its bytes contradict the one that its description declares. */
function encodingOf(bytes: Uint8Array | undefined, { told }: DescribedResource): Partial<DescribedFile> {
  if (!bytes || !told.encoding) return {}
  const { encoding, faults } = decodeText(bytes, { declared: told.encoding.text })
  return faults.some(({ kind }) => kind === 'encoding-mismatch') ? { encoding } : {}
}

function isTable(path: string, format: string | undefined): boolean {
  return format === 'csv' || format === 'tsv' || isJson(path)
}

/** What a table tells that its description may tell as well; the larger ones are only counted, where that is asked for. */
function ofTable(
  path: string,
  bytes: Uint8Array,
  { told, schema, fields }: DescribedResource,
  dialect: Partial<Dialect>,
): Partial<DescribedFile> {
  if (bytes.length > LARGEST_READ && told.rows === undefined) return {}
  const isUndeclared = schema === undefined && fields.length === 0
  const json = isJson(path) ? knownJson(nameOf(path), flatSource(bytes))?.json : undefined
  if (isJson(path) && !json) return {}
  const dataset = openFile(bytes, { dialect, ...(!isUndeclared && { schema: 'none' }), ...(json && { json }) })
  const rows = rowsOf(dataset)
  if (bytes.length > LARGEST_READ) return { rows }
  const found = dataset.applied?.schema
  const period = periodIn(profile(dataset))
  const territory = territoryOf(dataset)
  const personal = personalRuleOf(dataset)
  return {
    rows,
    ...(found && { likely: { id: found.id, version: found.version } }),
    ...(period && { period }),
    ...(territory && { territory }),
    ...(personal !== undefined && { personal }),
  }
}
