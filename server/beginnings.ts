import { beginningOf } from './engine/beginning'
import type { Language } from './engine/model/language'
import type { Files } from './files'
import { nameOf } from './path'
import type { VerdictShown } from './protocol'

/** Bytes up to which editors hand a file over as text, and those that are looked at of a larger one. */
const LARGEST = 50 * 1024 * 1024
const LOOKED_AT = 8_000_000

/** Whether a file on disk is too large to be read whole for who looks at it. */
export async function isLarge(files: Files, path: string): Promise<boolean> {
  return files.first !== undefined && ((await files.size?.(path)) ?? 0) > LARGEST
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

/** What is said of a file of which only the first rows are shown; `bytes`: of the whole file. */
export function partTold(rows: number, bytes: number, language: Language): string {
  return told[language](rows, LOOKED_AT / 1e6, Math.round(bytes / 1e6))
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
    sampled: 'Ce verdict ne porte que sur les premières lignes : faites vérifier tout le fichier avant de le publier.',
  },
  en: {
    headline: 'Nothing to report at the beginning',
    sentence: 'Nothing was found in the first rows.',
    sampled: 'This verdict is about the first rows alone: have the whole file checked before it is published.',
  },
} as const

const told: Readonly<Record<Language, (rows: number, read: number, all: number) => string>> = {
  fr: (rows, read, all) =>
    `Ce fichier est trop lourd pour être montré en entier : voici ses ${rows.toLocaleString('fr-FR')} premières lignes (${read}\u00A0Mo sur ${all.toLocaleString('fr-FR')}\u00A0Mo). Recherche, tri, colonnes et verdict ne portent que sur elles.`,
  en: (rows, read, all) =>
    `This file is too large to be shown whole: here are its first ${rows.toLocaleString('en-GB')} rows (${read}\u00A0MB of ${all.toLocaleString('en-GB')}\u00A0MB). Search, order, columns and verdict are about these alone.`,
}
