import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './address'
import { type Fetched, type Limits, type Refusal, usualLimits, webAddress } from './fetched'

/** What a test may put in the place of the rules. */
interface Rules {
  readonly isAllowed?: (address: string) => boolean
  readonly limits?: Limits
}

/**
 * Fetches a small text over http or https. The addresses that a name stands for are checked by the very look-up that
 * the connection uses, at each redirection anew, so that no name can lead to a machine of one's own network. Never throws.
 */
export async function nodeFetch(
  address: string,
  { isAllowed = isPublicAddress, limits = usualLimits }: Rules = {},
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.milliseconds)
  let url = webAddress(address)
  for (let hops = 0; url && hops <= limits.redirects; hops++) {
    const answer = await answerOf(url, { isAllowed, signal, most: limits.bytes })
    if (!('location' in answer)) return answer
    url = webAddress(answer.location, url)
  }
  return { refused: { why: url ? 'redirects' : 'scheme' } }
}

interface Terms {
  readonly isAllowed: (address: string) => boolean
  readonly signal: AbortSignal
  /** Bytes. */
  readonly most: number
}

function answerOf(url: URL, terms: Terms): Promise<Fetched | { readonly location: string }> {
  const { signal, isAllowed } = terms
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A host that is an address is not looked up.
  if (isIP(host) && !isAllowed(host)) return Promise.resolve({ refused: { why: 'private' } })
  return new Promise(done => {
    const failed = (error: unknown) => done({ refused: refusalOf(error, signal) })
    const headers = { accept: 'application/json, */*;q=0.5', 'accept-encoding': 'identity', 'user-agent': 'vigie' }
    const request = url.protocol === 'https:' ? overHttps : overHttp
    const sent = request(url, { agent: false, headers, lookup: guarded(isAllowed), signal }, response => {
      const { statusCode = 0, headers: answered } = response
      if (statusCode >= 300 && statusCode < 400 && answered.location !== undefined) {
        done({ location: answered.location })
        sent.destroy()
      } else if (statusCode !== 200) {
        done({ refused: { why: 'status', status: statusCode } })
        sent.destroy()
      } else bodyOf(response, terms.most).then(done, failed)
    })
    sent.on('error', failed).end()
  })
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Fetched> {
  const parts: Buffer[] = []
  let length = 0
  if (Number(response.headers['content-length'] ?? 0) <= most)
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length
      if (length > most) break
      parts.push(part)
    }
  else length = Number.POSITIVE_INFINITY
  response.destroy()
  return length > most ? { refused: { why: 'too-large' } } : { bytes: new Uint8Array(Buffer.concat(parts)) }
}

class PrivateAddress extends Error {}

/** The system's look-up, which fails when any address that it finds is not allowed. */
function guarded(isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? []
      if (error || !first) done(error ?? new Error('no address'), '')
      else if (!found.every(({ address }) => isAllowed(address))) done(new PrivateAddress(), '')
      else if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })
}

function refusalOf(error: unknown, signal: AbortSignal): Refusal {
  if (signal.aborted) return { why: 'too-slow' }
  if (error instanceof PrivateAddress) return { why: 'private' }
  const { code } = error as NodeJS.ErrnoException
  return { why: code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown-host' : 'unreachable' }
}
