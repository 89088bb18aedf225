import { distance } from './distance'
import { unaccented } from './fold'

/**
 * The nine matters of the nomenclature of acts that local authorities send to the prefecture (@CTES protocol), in their
 * order: the code of an act begins with the number of its matter.
 */
export const actMatters: readonly string[] = [
  'Commande publique',
  'Urbanisme',
  'Domaine et patrimoine',
  'Fonction publique',
  'Institutions et vie politique',
  'Libertés publiques et pouvoirs de police',
  'Finances locales',
  'Domaines de compétences par thèmes',
  'Autres domaines de compétences',
]

/** The number of a matter from 1, whatever its case and accents; undefined for what is none. */
export function actMatter(name: string): number | undefined {
  return BY_NAME.get(unaccented(name))
}

/** The matter of a code such as `8.4`: one to nine, then the numbers of the levels below. */
export function matterOfCode(code: string): number | undefined {
  return /^[1-9](?:\.\d{1,2}){0,4}$/.test(code) ? Number(code[0]) : undefined
}

/** The matter that a name surely means, two letters apart at most. */
export function meantMatter(name: string): string | undefined {
  const near = actMatters.filter(matter => distance(unaccented(matter), unaccented(name), 2) <= 2)
  return near.length === 1 ? near[0] : undefined
}

const BY_NAME: ReadonlyMap<string, number> = new Map(actMatters.map((name, i) => [unaccented(name), i + 1]))
