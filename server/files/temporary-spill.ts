import { closeSync, readSync, writeSync } from 'node:fs'
import type { Spill } from '../engine/model/spill'
import { failure } from './failure'
import type { Problem } from './files'
import { namelessFile } from './nameless-file'

/** Bytes that memory takes. */
const KEPT = 1 << 26

/** A temporary file for what is too much for memory; there is none before something is written. */
export function temporarySpill(limit = KEPT): Spill {
  let file: number | undefined
  let end = 0
  return {
    limit,
    write(bytes) {
      const place = end
      orFailing(() => {
        file ??= namelessFile()
        for (let done = 0; done < bytes.length; )
          done += writeSync(file, bytes, done, bytes.length - done, place + done)
      })
      end += bytes.length
      return place
    },
    read(place, bytes) {
      orFailing(() => {
        for (let done = 0; done < bytes.length; ) {
          const count = readSync(file!, bytes, done, bytes.length - done, place + done)
          if (count === 0) throw new Error('EOF')
          done += count
        }
      })
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}

function orFailing(use: () => void): void {
  const problem = problemIn(use)
  if (problem) throw failure(problem)
}

function problemIn(use: () => void): Problem | undefined {
  try {
    use()
    return undefined
  } catch (error) {
    return failing(error instanceof Error && 'code' in error ? String(error.code) : String(error))
  }
}

function failing(reason: string): Problem {
  return {
    fr: `les clés et les constats sont plus nombreux que la mémoire n’en prend, et le dossier temporaire ne les prend pas non plus (${reason}) : faites de la place, ou nommez un autre dossier par la variable TMPDIR.`,
    en: `there are more keys and findings than memory takes, and the temporary folder does not take them either (${reason}): make room, or name another folder in the variable TMPDIR.`,
  }
}
