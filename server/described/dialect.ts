import { describedByCsvw } from './csvw-metadata'
import { packagedDialect } from './data-package'
import type { Dialect } from '../engine/model/dialect'
import type { Files } from '../files/files'

/** How a document beside a file says that it is written: a data package, else metadata of CSV on the Web. */
export async function describedDialect(file: string, files: Files): Promise<Partial<Dialect>> {
  const packaged = await packagedDialect(file, { files })
  return Object.keys(packaged).length > 0 ? packaged : ((await describedByCsvw(file, files))?.dialect ?? {})
}
