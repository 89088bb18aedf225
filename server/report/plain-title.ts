import { dimensionOf } from '../engine/dimensions'
import type { Language } from '../engine/model/language'
import { ruleById } from '../engine/rules/by-id'
import { ruleTitle } from '../engine/say'
import { eluWords } from './elu-words'

/** The title of a rule for who does not know how files are made: where it needs such words, what its concept or its dimension says instead. */
export function plainTitle(rule: string, language: Language): string {
  const { model, technical } = eluWords[language]
  const title = ruleTitle(rule, language).replace(/schéma|schema/gi, model)
  if (!JARGON.test(title)) return title.charAt(0).toUpperCase() + title.slice(1)
  const concept = ruleById(rule)?.concepts[0]
  return (concept && technical[concept]) ?? technical[dimensionOf(rule)]
}

/** Words of those who write files rather than read them. */
const JARGON =
  /`|[A-Z]+:|sep=|\b(?:BOM|UTF|CRS|WGS|JSON|GeoJSON|HTML|RNB|RNA|UAI|FANTOIR|INSPIRE|bbox|null)\b|« crs »|“crs”|encod|contraint|constraint|\bclés?\b|\bkeys?\b|entit[éy]|\bfeatures?\b|emprise|bounding|\bmotif\b|pattern|anneau|polyg|\bring\b|propriété|propert|fins? de ligne|line end|newline|retour à la ligne final|demi|surrogate|half a|fuseau|time zone|séparat|delimiter|separator|guillemet|quote|insécable|invisible|empreinte|hash|#REF|ressource|resource|instable|unstable|interop/i
