import type { ConceptId } from './concepts'
import { conceptIds } from './concepts'
import type { Language } from './model/language'
import { conceptPage } from './pages'

/** A page of the glossary in its parts, as plain text. */
export interface Concept {
  readonly id: ConceptId
  readonly title: string
  /** Stands alone. */
  readonly definition: string
  readonly example: string
  /** The usual one. */
  readonly mistake: string
  /** To ask of one's own data. */
  readonly question: string
  /** Its neighbours. */
  readonly see: readonly ConceptId[]
  /** Web addresses of official texts. */
  readonly references: readonly string[]
}

/** A concept in the reader's language. */
export function conceptIn(id: ConceptId, language: Language): Concept {
  const page = conceptPage(id, language)
  const front = /^---\n([\s\S]*?)\n---\n/.exec(page)
  const paragraphs = page
    .slice(front?.[0].length ?? 0)
    .trim()
    .split(/\n{2,}/)
  const part = (opening: RegExp) => {
    const found = paragraphs.find(paragraph => opening.test(paragraph))
    return found?.replace(opening, '') ?? ''
  }
  const listed = (key: string) =>
    new RegExp(`^${key}: \\[(.*)\\]$`, 'm')
      .exec(front?.[1] ?? '')?.[1]
      ?.split(', ')
      .filter(Boolean) ?? []
  const say = openings[language]
  return {
    id,
    title: /^title: (.+)$/m.exec(front?.[1] ?? '')?.[1] ?? id,
    definition: paragraphs[0] ?? '',
    example: part(say.example),
    mistake: part(say.mistake),
    question: part(say.question),
    see: listed('see').filter(isConcept),
    references: listed('references'),
  }
}

/** The glossary in the reader's language, by title. */
export function glossary(language: Language): readonly Concept[] {
  return conceptIds.map(id => conceptIn(id, language)).toSorted((a, b) => a.title.localeCompare(b.title, language))
}

/** A web address as one names it: its site and the last part of its path, which tells two pages of a site apart. */
export function nameOfAddress(address: string): string {
  const [, site = address, path = ''] = /^https?:\/\/(?:www\.)?([^/]+)(.*)$/.exec(address) ?? []
  const [last] = path.split(/[?#]/)[0]!.split('/').filter(Boolean).slice(-1)
  return last === undefined ? site : `${site} · ${last.slice(0, 40)}`
}

/** Whether a concept has this name. */
function isConcept(id: string): id is ConceptId {
  return (conceptIds as readonly string[]).includes(id)
}

const openings = {
  fr: {
    example: /^Exemple\u00A0: /,
    mistake: /^Erreur fréquente\u00A0: /,
    question: /^La question à poser\u00A0: /,
  },
  en: {
    example: /^Example: /,
    mistake: /^(?:The u|U)sual mistake: /,
    question: /^The question to ask: /,
  },
} as const
