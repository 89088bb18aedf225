import type { Problem } from '../files/files'
import type { ReadRemote, RemoteSchema } from '../network/remote-schemas'

/** Schemas on the network for a session: a person is asked before the first is fetched. */
export interface Consent {
  /** What is known of the schema now; nobody waits for an answer or for the network. */
  readonly remote: (url: string) => Promise<RemoteSchema>
  /** A person names this address: one who had declined is asked again. */
  readonly reconsider: (url: string) => void
}

/**
 * Asks before it reads: until the answer and the schema are there, the file goes with an old copy or without.
 * `ask`: whether the person agrees; `changed`: more is known than before.
 */
export function consentFirst({
  read,
  ask,
  changed,
}: {
  readonly read: ReadRemote
  readonly ask: (url: string) => Promise<boolean>
  readonly changed: () => void
}): Consent {
  const known = new Map<string, RemoteSchema>()
  const declined = new Set<string>()
  const seek = async (url: string, copy: RemoteSchema) => {
    const agrees = await ask(url).catch(() => false)
    if (!agrees) declined.add(url)
    known.set(url, agrees ? await read(url, true) : 'problem' in copy ? { problem: refusal } : copy)
    changed()
  }
  return {
    async remote(url) {
      const before = known.get(url)
      if (before) return before
      const copy = await read(url, false)
      const current = 'problem' in copy ? { problem: waiting } : copy
      // Two files that follow it are one question.
      if (!known.has(url)) {
        known.set(url, current)
        if ('problem' in copy || copy.notice) void seek(url, copy)
      }
      return current
    },
    reconsider(url) {
      if (declined.delete(url)) known.delete(url)
    },
  }
}

const waiting: Problem = {
  fr: 'Ce schéma est en ligne : il attend votre accord pour être lu.',
  en: 'This schema is online: it waits for your consent to be read.',
}

const refusal: Problem = {
  fr: 'Ce schéma est en ligne, et vous n’avez pas voulu qu’il soit lu.',
  en: 'This schema is online, and you did not want it to be read.',
}
