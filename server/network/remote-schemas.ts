import { jsonValue } from '../engine/schema/json-value'
import type { Problem } from '../files/files'
import type { Fetched, Refusal } from './fetched'

/** Copies of what was fetched. */
export interface Cache {
  /** `at`: when it was fetched, in milliseconds since 1970. */
  read(url: string): Promise<{ readonly bytes: Uint8Array; readonly at: number } | undefined>
  keep(url: string, bytes: Uint8Array): Promise<void>
}

/** A schema from the network; `notice` says that it may be out of date. */
export type RemoteSchema = { readonly bytes: Uint8Array; readonly notice?: Problem } | { readonly problem: Problem }

/** Reads the schema of an address; `mayFetch`: whether somebody consented to go and fetch it. */
export type ReadRemote = (url: string, mayFetch: boolean) => Promise<RemoteSchema>

/** Milliseconds. */
const DAY = 86_400_000
/** What failed is not tried again so soon. */
const PATIENCE = 60_000

/**
 * Schemas by their address: a copy of the same day is used without asking the network, an older one when there is no
 * consent or no answer, and its age is said then.
 */
export function remoteSchemas({
  fetch,
  cache,
  now = Date.now,
}: {
  readonly fetch: (url: string) => Promise<Fetched>
  readonly cache: Cache
  readonly now?: () => number
}): ReadRemote {
  const tried = new Map<string, { readonly at: number; readonly fetched: Promise<Fetched> }>()
  const fetchedOnce = (url: string) => {
    const known = tried.get(url)
    if (known && now() - known.at < PATIENCE) return known.fetched
    const fetched = fetch(url)
    tried.set(url, { at: now(), fetched })
    return fetched
  }
  return async (url, mayFetch) => {
    const copy = await cache.read(url)
    const age = copy ? Math.max(0, Math.floor((now() - copy.at) / DAY)) : 0
    if (copy && age === 0) return { bytes: copy.bytes }
    const fetched = mayFetch ? await fetchedOnce(url) : undefined
    if (fetched && 'bytes' in fetched && isJson(fetched.bytes)) {
      await cache.keep(url, fetched.bytes)
      return fetched
    }
    if (copy) return { bytes: copy.bytes, notice: oldCopy(age) }
    return { problem: fetched ? refused(url, fetched) : withoutConsent(url) }
  }
}

function isJson(bytes: Uint8Array): boolean {
  return jsonValue(new TextDecoder().decode(bytes)) !== undefined
}

function oldCopy(days: number): Problem {
  return {
    fr: `Le schéma en ligne n’a pas été relu : la copie a ${days} jour${days > 1 ? 's' : ''}.`,
    en: `The online schema was not read again: the copy is ${days} day${days > 1 ? 's' : ''} old.`,
  }
}

function withoutConsent(url: string): Problem {
  return {
    fr: `Le schéma ${url} est en ligne et Vigie n’y va pas sans votre accord : ajoutez --allow-network, ou enregistrez-le dans un fichier.`,
    en: `The schema ${url} is online and Vigie does not go there without your consent: add --allow-network, or save it to a file.`,
  }
}

function refused(url: string, fetched: Fetched): Problem {
  const { fr, en } = 'refused' in fetched ? reasonOf(fetched.refused) : notJson
  return {
    fr: `Le schéma ${url} n’a pas pu être lu : ${fr}.`,
    en: `The schema ${url} could not be read: ${en}.`,
  }
}

const notJson: Problem = { fr: 'ce qui se trouve là n’est pas du JSON', en: 'what lies there is not JSON' }

function reasonOf(refusal: Refusal): Problem {
  if (refusal.why !== 'status') return reasons[refusal.why]
  return { fr: `le serveur a répondu ${refusal.status}`, en: `the server answered ${refusal.status}` }
}

const reasons: Readonly<Record<Exclude<Refusal['why'], 'status'>, Problem>> = {
  scheme: {
    fr: 'seules les adresses http et https sont lues',
    en: 'only http and https addresses are read',
  },
  private: {
    fr: 'cette adresse est celle d’un réseau privé, où Vigie ne va pas',
    en: 'this address is in a private network, where Vigie does not go',
  },
  'unknown-host': { fr: 'ce serveur est introuvable', en: 'this server is not found' },
  unreachable: { fr: 'la connexion a échoué', en: 'the connection failed' },
  'too-slow': { fr: 'le serveur n’a pas répondu en dix secondes', en: 'the server did not answer within ten seconds' },
  'too-large': { fr: 'il dépasse cinq mégaoctets', en: 'it is larger than five megabytes' },
  redirects: { fr: 'l’adresse renvoie trop souvent à une autre', en: 'the address leads to another too often' },
}
