import { readDialect } from './dialect-file'
import { readTree } from '../engine/json/read'
import { csvwTablesUnder, schemaAt } from '../engine/csvw-places'
import {
  type CsvwGroup,
  type CsvwTable,
  csvwTables,
  tableDialectOf,
  tableSchemaOf,
} from '../engine/metadata/csvw-schema'
import { recordIn, textIn } from '../engine/metadata/csvw-values'
import type { Dialect } from '../engine/model/dialect'
import type { Files } from '../files/files'
import { insidePath, leavesByLink } from '../files/inside'
import { folderOf, foldersAbove, nameOf, resolved } from '../files/path'

/** Bytes of a document beyond which it is none that describes tables. */
const LARGEST = 4 * 1_048_576

/** What metadata of CSV on the Web says of a table, in the words of Data Package. */
interface DescribedByCsvw {
  /** The document, by its path. */
  readonly document: string
  /** A Table Schema; undefined where it says nothing of the columns. */
  readonly schema: Readonly<Record<string, unknown>> | undefined
  /** The file in which it stands, the document or its own, and where: a JSON pointer. */
  readonly at: { readonly file: string; readonly pointer: string } | undefined
  readonly dialect: Partial<Dialect>
}

/**
 * What the metadata beside a file says of it: `NAME.csv-metadata.json` or `csv-metadata.json`, as CSVW has it
 * (https://www.w3.org/TR/tabular-data-model/#locating-metadata), and `NAME-metadata.json`; undefined where none names it.
 */
export async function describedByCsvw(file: string, files: Files): Promise<DescribedByCsvw | undefined> {
  const stem = file.replace(/\.[^./]*$/, '')
  const beside = [`${file}-metadata.json`, `${stem}-metadata.json`]
  const above = foldersAbove(file).map(folder => `${folder}/csv-metadata.json`)
  for (const document of [...beside, ...above]) {
    const found = await describedIn(document, file, files)
    if (found) return found
  }
  return undefined
}

/** What a document of CSVW says of a file; undefined where it does not name it. */
export async function describedIn(document: string, file: string, files: Files): Promise<DescribedByCsvw | undefined> {
  const root = await valueAt(document, files)
  const folder = folderOf(document)
  const tables = csvwTables(root)
  const base = baseOf(root)
  const table = tables.find(({ url }) => insidePath(folder, base + url) === file)
  if (!table) return undefined
  const places = new Map<CsvwTable, Part>()
  for (const one of tables)
    places.set(one, await partAt(one.own['tableSchema'] ?? one.group['tableSchema'], folder, files))
  const group: CsvwGroup = {
    tables,
    schemaOf: one => recordIn(places.get(one)?.value),
    tableUnder: (reference, from) => {
      const path = resolved(folderOf(places.get(from)?.path ?? document), reference)
      return tables.find(one => places.get(one)?.path === path)
    },
  }
  const dialect = await partAt(table.own['dialect'] ?? table.group['dialect'], folder, files)
  return {
    document,
    schema: tableSchemaOf(table, group),
    at: placeOf(document, table, places.get(table)?.path),
    dialect: { ...readDialect(tableDialectOf(dialect.value)), ...encodingIn(dialect.value) },
  }
}

function placeOf(document: string, table: CsvwTable, own: string | undefined): DescribedByCsvw['at'] {
  if (own !== undefined) return { file: own, pointer: '' }
  const pointer = schemaAt(table)
  return pointer === undefined ? undefined : { file: document, pointer }
}

function encodingIn(dialect: unknown): Partial<Dialect> {
  const encoding = textIn(recordIn(dialect)?.['encoding'])
  return encoding === undefined ? {} : { encoding }
}

/** A part of a document, and the file in which it stands by itself. */
interface Part {
  readonly value: unknown
  readonly path?: string
}

/** A part that stands in the document, or in a file that it names. */
async function partAt(written: unknown, folder: string, files: Files): Promise<Part> {
  const name = textIn(written)
  if (name === undefined) return { value: written }
  const path = insidePath(folder, name)
  if (path === undefined || (await leavesByLink(files, folder, path))) return { value: undefined }
  return { value: await valueAt(path, files), path }
}

async function valueAt(path: string, files: Files): Promise<unknown> {
  if (!/\.json$/i.test(nameOf(path))) return undefined
  const bytes = await files.read(path)
  return bytes && bytes.length <= LARGEST ? readTree(bytes).root?.value : undefined
}

/** The paths of the files that a document of CSVW puts under a schema in a file of its own. */
export async function filesUnderOwn(document: string, schema: string, files: Files): Promise<readonly string[]> {
  const root = await valueAt(document, files)
  const folder = folderOf(document)
  const base = baseOf(root)
  return csvwTables(root).flatMap(({ url, own, group }) => {
    const written = textIn(own['tableSchema'] ?? group['tableSchema'])
    const isIts = written !== undefined && insidePath(folder, written) === schema
    return isIts ? (insidePath(folder, base + url) ?? []) : []
  })
}

/** The paths of the files under a schema that stands in a document of CSVW. */
export function filesUnder(root: unknown, pointer: string, folder: string): readonly string[] {
  const base = baseOf(root)
  return csvwTablesUnder(root, pointer).flatMap(url => insidePath(folder, base + url) ?? [])
}

/** What paths of the document are seen from: the `@base` of its context, as far as it is a path. */
function baseOf(root: unknown): string {
  const context = recordIn(root)?.['@context']
  const base = (Array.isArray(context) ? context : []).map(part => textIn(recordIn(part)?.['@base'])).find(Boolean)
  return base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(base) ? '' : base.replace(/[^/]*$/, '')
}
