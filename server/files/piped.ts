import { closeSync, fstatSync, readSync, writeFileSync } from 'node:fs'
import { failure } from './failure'
import type { Problem } from './files'
import { namelessFile } from './nameless-file'

/** Bytes that memory takes. */
const KEPT = 1 << 25

/** What came through a pipe: its bytes, or an open file that holds them when they are many. */
type Piped = { readonly bytes: Uint8Array } | { readonly file: number }

/** Everything that a stream gives. */
export async function piped(stream: AsyncIterable<Uint8Array>): Promise<Piped> {
  const parts: Uint8Array[] = []
  let length = 0
  let file: number | undefined
  for await (const part of stream) {
    length += part.length
    parts.push(part)
    if (length <= KEPT) continue
    try {
      file ??= namelessFile()
      for (const one of parts.splice(0)) writeFileSync(file, one)
    } catch (error) {
      throw failure(unkept(error instanceof Error && 'code' in error ? String(error.code) : String(error)))
    }
  }
  return file === undefined ? { bytes: new Uint8Array(Buffer.concat(parts)) } : { file }
}

function unkept(reason: string): Problem {
  return {
    fr: `ce qui arrive par l’entrée standard est trop long pour la mémoire, et le dossier temporaire ne le prend pas (${reason}) : faites de la place, ou nommez un autre dossier par la variable TMPDIR.`,
    en: `what comes through standard input is too long for memory, and the temporary folder does not take it (${reason}): make room, or name another folder in the variable TMPDIR.`,
  }
}

/** The bytes of an open file, which is closed. */
export function wholeOf(file: number): Uint8Array {
  const bytes = new Uint8Array(fstatSync(file).size)
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, Math.min(bytes.length - at, 1 << 30), at)
    if (count === 0) break
    at += count
  }
  closeSync(file)
  return bytes
}
