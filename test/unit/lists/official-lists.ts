import { readFileSync } from 'node:fs'
import { readLists } from '../../../server/engine/lists/lists'
import type { Lists } from '../../../server/engine/model/lists'

let read: Lists | undefined

/** The lists that the build has packed. */
export function officialLists(): Lists {
  return (read ??= readLists(readFileSync('dist/lists.bin'))!)
}
