import { dimensionOf } from '../engine/dimensions'
import type { Language } from '../engine/model/language'
import { rulePage } from '../engine/pages'
import { ruleById } from '../engine/rules/by-id'
import { ruleTitle } from '../engine/say'
import { eluWords } from './elu-words'

/** The title of a rule for who does not know how files are made: where it needs such words, what its concept or its dimension says instead. */
export function plainTitle(rule: string, language: Language): string {
  const { technical } = eluWords[language]
  const title = plainly(ruleTitle(rule, language), language)
  if (!isJargon(title)) return title.charAt(0).toUpperCase() + title.slice(1)
  const concept = ruleById(rule)?.concepts[0]
  return (concept && technical[concept]) ?? technical[dimensionOf(rule)]
}

/** The first sentences of a rule’s page, which say why it matters; undefined where they need words that not everybody knows. */
export function plainReason(rule: string, language: Language): string | undefined {
  const [, paragraph = ''] = rulePage(rule, language).split(/\n{2,}/)
  const reason = plainly(paragraph.split('\n').slice(0, SENTENCES).join(' '), language).replace(
    /`([^`]*)`/g,
    { fr: '« $1 »', en: '“$1”' }[language],
  )
  return reason === '' || reason.length > LONGEST || isJargon(reason) ? undefined : reason
}

/** Sentences of a reason, each on a line of its page, and UTF-16 units of one that is read at a glance. */
const SENTENCES = 2
const LONGEST = 320

/** A text in which what we call a schema has the name that others give it. */
export function plainly(text: string, language: Language): string {
  return text.replace(/schéma|schema/gi, eluWords[language].model)
}

/** Whether a text needs words of those who write files rather than read them. */
export function isJargon(text: string): boolean {
  return JARGON.test(text)
}

const JARGON =
  /`|[A-Z]+:|sep=|\b(?:BOM|UTF|CRS|WGS|JSON|GeoJSON|HTML|RNB|RNA|UAI|FANTOIR|INSPIRE|bbox|null)\b|« crs »|“crs”|encod|contraint|constraint|clé|\bkeys?\b|entit[éy]|\bfeatures?\b|emprise|bounding|\bmotif\b|pattern|anneau|polyg|\bring\b|propriété|propert|fins? de ligne|line end|newline|retour à la ligne final|demi|surrogate|half a|fuseau|time zone|séparat|délimit|delimiter|separator|guillemet|quote|insécable|invisible|empreinte|hash|#REF|ressource|resource|instable|unstable|interop|octet|byte|caractère de contrôle|control character/i
