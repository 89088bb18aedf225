import { type Fetched, usualLimits, webAddress } from './fetched'

/** Fetches a small text as a browser can: which addresses may be reached, and by whom, the browser itself decides. */
export async function webFetch(address: string): Promise<Fetched> {
  const url = webAddress(address)
  if (!url) return { refused: { why: 'scheme' } }
  const signal = AbortSignal.timeout(usualLimits.milliseconds)
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) return { refused: { why: 'status', status: response.status } }
    const bytes = await bodyOf(response, usualLimits.bytes)
    return bytes ? { bytes } : { refused: { why: 'too-large' } }
  } catch {
    return { refused: { why: signal.aborted ? 'too-slow' : 'unreachable' } }
  }
}

async function bodyOf({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  if (!body) return new Uint8Array()
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > most) {
      await reader.cancel()
      return undefined
    }
    parts.push(read.value)
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}
