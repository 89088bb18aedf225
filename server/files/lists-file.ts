import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLists } from '../engine/lists/lists'
import type { Lists } from '../engine/model/lists'

let read: { readonly lists: Lists | undefined } | undefined

/** The official lists from the file beside the program, read when first asked for; undefined when it is not there. */
export function listsBeside(): Lists | undefined {
  read ??= { lists: readBeside() }
  return read.lists
}

function readBeside(): Lists | undefined {
  try {
    return readLists(readFileSync(join(__dirname, 'lists.bin')))
  } catch {
    return undefined
  }
}
