import type { ConceptId } from './concepts'
import type { Authority } from './model/authority'
import type { Language } from './model/language'

/** Concepts of which the two thresholds of size are a part. */
const ABOUT: ReadonlySet<ConceptId> = new Set<ConceptId>(['open-data-thresholds', 'open-data-by-default'])

/**
 * What a concept on open data means for an authority of this size (code des relations entre le public et
 * l’administration, art. L. 312-1-1 and D. 312-1-1-1); undefined for another concept, and while the size is not known.
 */
export function dutyInWords(id: ConceptId, authority: Authority | undefined, language: Language): string | undefined {
  const { population, staff } = authority ?? {}
  if (!ABOUT.has(id)) return undefined
  if (population === 'under-3500' || staff === 'under-50') return words[language].exempt
  return population !== undefined && staff !== undefined ? words[language].bound : undefined
}

const words: Readonly<Record<Language, { readonly bound: string; readonly exempt: string }>> = {
  fr: {
    bound:
      'Votre collectivité atteint les deux seuils, 3 500 habitants et 50 agents : elle doit publier en ligne ses bases de données, sans attendre qu’on les lui demande.',
    exempt:
      'Votre collectivité est sous l’un des deux seuils, 3 500 habitants ou 50 agents : rien ne l’oblige à publier d’elle-même, mais elle doit répondre à qui lui demande un document.',
  },
  en: {
    bound:
      'Your authority reaches both thresholds, 3,500 inhabitants and 50 agents: it must publish its databases online without waiting to be asked.',
    exempt:
      'Your authority is below one of the two thresholds, 3,500 inhabitants or 50 agents: nothing binds it to publish unasked, but it must answer whoever asks for a document.',
  },
}
