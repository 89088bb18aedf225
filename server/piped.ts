import { closeSync, fstatSync, openSync, readSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes that memory takes. */
const KEPT = 1 << 25

/** What came through a pipe: its bytes, or an open file that holds them when they are many. */
export type Piped = { readonly bytes: Uint8Array } | { readonly file: number }

/** Everything that a stream gives. The file has no name any more, so that it is gone however the process ends. */
export async function piped(stream: AsyncIterable<Uint8Array>): Promise<Piped> {
  const parts: Uint8Array[] = []
  let length = 0
  let file: number | undefined
  for await (const part of stream) {
    length += part.length
    parts.push(part)
    if (length <= KEPT) continue
    file ??= await namelessFile()
    for (const one of parts.splice(0)) writeFileSync(file, one)
  }
  return file === undefined ? { bytes: new Uint8Array(Buffer.concat(parts)) } : { file }
}

async function namelessFile(): Promise<number> {
  const { randomUUID } = await import('node:crypto')
  const path = join(tmpdir(), `vigie-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
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
