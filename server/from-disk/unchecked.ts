import type { Problem } from '../files/files'

/** That a file gives nothing to judge. */
export const unreadable: Problem = {
  fr: 'Ce fichier ne peut pas être lu sur le disque, ou ne contient pas de données que Vigie sache lire.',
  en: 'This file cannot be read from disk, or holds no data that Vigie can read.',
}

/** That a check came to no end, and why. */
export function broken(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    fr: `La vérification n’a pas pu être menée à bien : ${reason}`,
    en: `The check could not be carried out: ${reason}`,
  }
}
