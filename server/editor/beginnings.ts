import { beginningOf } from '../engine/beginning'
import type { Language } from '../engine/model/language'
import type { Files } from '../files/files'
import { nameOf } from '../files/path'
import { SYNCHRONISED } from '../protocol'
import type { VerdictShown } from '../protocol/preview'

/** Bytes that are looked at of a file that is too large to be held. */
const LOOKED_AT = 8_000_000

/** Whether a file on disk is too large for an editor to hand over, and to be read whole for who looks at it. */
export async function isLarge(files: Files, path: string): Promise<boolean> {
  return files.first !== undefined && ((await files.size?.(path)) ?? 0) > SYNCHRONISED
}

/** The same files, of which one ends with the rows that its first bytes hold. */
export function beginningOnly(files: Files, path: string): Files {
  const read = async () => {
    const bytes = await files.first?.(path, LOOKED_AT)
    return bytes && beginningOf(nameOf(path), bytes)
  }
  const { former: _, ...others } = files
  return { ...others, read: wanted => (wanted === path ? read() : files.read(wanted)) }
}

/** Rows of a file of which only the first are checked; undefined where they cannot be counted. */
export type AllRows = number | 'counting' | undefined

/** What is said of such a file; `rows`: the first ones, `bytes`: of the whole file. */
export function partTold(rows: number, all: AllRows, bytes: number, language: Language): string {
  const count = (number: number) => number.toLocaleString(locales[language])
  const say = told[language]
  const share = say.share(count(LOOKED_AT / 1e6), count(Math.round(bytes / 1e6)))
  if (all === 'counting') return say.counting(count(rows), share)
  return all === undefined ? say.beginning(count(rows), share) : say.whole(count(rows), share)
}

/** What a verdict says otherwise that knows the first rows alone: they cannot make a file ready. */
export function partVerdict(state: VerdictShown['state'], language: Language): Partial<VerdictShown> {
  const { sampled, headline, sentence } = verdict[language]
  return { sampled, ...(state === 'yes' && { state: 'nearly' as const, headline, sentence }) }
}

const verdict = {
  fr: {
    headline: 'Rien à signaler au début',
    sentence: 'Rien n’a été trouvé dans les premières lignes.',
    sampled: 'Ce verdict ne porte que sur les premières lignes : faites vérifier tout le fichier avant de le publier.',
  },
  en: {
    headline: 'Nothing to report at the beginning',
    sentence: 'Nothing was found in the first rows.',
    sampled: 'This verdict is about the first rows alone: have the whole file checked before it is published.',
  },
} as const

const locales = { fr: 'fr-FR', en: 'en-GB' } as const

interface Told {
  readonly share: (read: string, all: string) => string
  readonly counting: (rows: string, share: string) => string
  readonly beginning: Told['counting']
  readonly whole: Told['counting']
}

const told: Readonly<Record<Language, Told>> = {
  fr: {
    share: (read, all) => `${read}\u00A0Mo sur ${all}\u00A0Mo`,
    counting: (rows, share) =>
      `Ce fichier est trop lourd pour être lu d’un coup : voici ses ${rows} premières lignes (${share}) ; les suivantes arrivent.`,
    beginning: (rows, share) =>
      `Ce fichier est trop lourd pour être montré en entier : voici ses ${rows} premières lignes (${share}). Recherche, tri, colonnes et verdict ne portent que sur elles.`,
    whole: (rows, share) =>
      `Ce fichier est trop lourd pour être vérifié pendant qu’on le regarde : le tableau en montre toutes les lignes, mais recherche, tri, colonnes et verdict ne portent que sur les ${rows} premières (${share}).`,
  },
  en: {
    share: (read, all) => `${read}\u00A0MB of ${all}\u00A0MB`,
    counting: (rows, share) =>
      `This file is too large to be read at once: here are its first ${rows} rows (${share}); the others are on their way.`,
    beginning: (rows, share) =>
      `This file is too large to be shown whole: here are its first ${rows} rows (${share}). Search, order, columns and verdict are about these alone.`,
    whole: (rows, share) =>
      `This file is too large to be checked while it is looked at: the table shows all its rows, but search, order, columns and verdict are about the first ${rows} alone (${share}).`,
  },
}
