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
  /** Why it matters to those who decide. */
  readonly stake: string
  readonly example: string
  /** What is established of it; empty where nothing is. */
  readonly facts: string
  /** The usual one. */
  readonly mistake: string
  /** How it is put right, or avoided. */
  readonly repair: string
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
    stake: part(say.stake),
    example: part(say.example),
    facts: part(say.facts),
    mistake: part(say.mistake),
    repair: part(say.repair),
    question: part(say.question),
    see: listed('see').filter(isConcept),
    references: listed('references'),
  }
}

/** The glossary in the reader's language, by title. */
export function glossary(language: Language): readonly Concept[] {
  return conceptIds.map(id => conceptIn(id, language)).toSorted((a, b) => a.title.localeCompare(b.title, language))
}

/** A web address as one names it: its site, and what tells two pages of it apart where that can be read. */
export function nameOfAddress(address: string, language: Language): string {
  const [, site = address, path = ''] = /^https?:\/\/(?:www\.)?([^/]+)(.*)$/.exec(address) ?? []
  const known = texts.find(([part]) => address.includes(part))
  if (known) return `${site} · ${known[1][language]}`
  const [last = ''] = path.split(/[?#]/)[0]!.split('/').filter(Boolean).slice(-1)
  const isReadable = /^[a-z][a-z-]*$/.test(last) && last.length > 2
  return isReadable ? `${site} · ${last.replaceAll('-', ' ')}` : site
}

/** What some addresses lead to that do not say so, the more telling parts first. */
const texts: readonly (readonly [part: string, name: Readonly<Record<Language, string>>])[] = [
  ['LEGITEXT000006070239', { fr: 'Code électoral', en: 'electoral code' }],
  ['LEGITEXT000006070633', { fr: 'Code général des collectivités territoriales', en: 'local authorities code' }],
  ['LEGITEXT000037701019', { fr: 'Code de la commande publique', en: 'public procurement code' }],
  ['LEGITEXT000023983208', { fr: 'Code de l’énergie', en: 'energy code' }],
  ['LEGITEXT000044416551', { fr: 'Code général de la fonction publique', en: 'civil service code' }],
  ['/codes/article', { fr: 'article de code', en: 'article of a code' }],
  ['2015-991', { fr: 'loi NOTRe, article 107', en: 'law NOTRe, article 107' }],
  ['legifrance.gouv.fr/download', { fr: 'circulaire', en: 'circular' }],
  ['legifrance.gouv.fr', { fr: 'loi ou décret', en: 'law or decree' }],
  ['wp216', { fr: 'avis 05/2014 sur l’anonymisation (PDF)', en: 'opinion 05/2014 on anonymisation (PDF, French)' }],
  ['guide_open_data.pdf', { fr: 'guide de l’ouverture des données (PDF)', en: 'guide to open data (PDF, French)' }],
  ['structurer-un-jeu-de-donnees', { fr: 'structurer un jeu de données', en: 'structuring a dataset (French)' }],
  ['bien-documenter-un-jeu', { fr: 'bien documenter un jeu de données', en: 'documenting a dataset (French)' }],
  ['lier-des-donnees', { fr: 'lier des données à un référentiel', en: 'linking to reference data (French)' }],
  ['ameliorer-le-score', { fr: 'améliorer le score des métadonnées', en: 'raising the metadata score (French)' }],
  ['guide-qualite', { fr: 'guide de la qualité', en: 'guide to quality (French)' }],
  ['guide-juridique', { fr: 'guide juridique', en: 'legal guide (French)' }],
  ['lanonymisation-des-donnees', { fr: 'l’anonymisation des données', en: 'anonymising data (French)' }],
  ['/pages/spd/reference', { fr: 'données de référence', en: 'reference data (French)' }],
  ['eli/dir/2019/1024', { fr: 'directive 2019/1024', en: 'directive 2019/1024' }],
  ['eli/dir/2007/2', { fr: 'directive INSPIRE', en: 'INSPIRE directive' }],
  ['rfc4180', { fr: 'RFC 4180', en: 'RFC 4180' }],
]

/** Whether a concept has this name. */
function isConcept(id: string): id is ConceptId {
  return (conceptIds as readonly string[]).includes(id)
}

const openings = {
  fr: {
    stake: /^L’enjeu\u00A0: /,
    example: /^Exemple\u00A0: /,
    facts: /^À savoir\u00A0: /,
    mistake: /^Erreur fréquente\u00A0: /,
    repair: /^Pour corriger\u00A0: /,
    question: /^La question à poser\u00A0: /,
  },
  en: {
    stake: /^What is at stake: /,
    example: /^Example: /,
    facts: /^Worth knowing: /,
    mistake: /^(?:The u|U)sual mistake: /,
    repair: /^To put it right: /,
    question: /^The question to ask: /,
  },
} as const
