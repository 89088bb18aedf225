import { counted } from '../model/counted'
import type { Language } from '../model/language'

/** Characters of which one screen shows all. */
const SHORT = 1_000
/** Characters that are told of a longer text. */
const TOLD = 200

/** How long a text is, and how it begins; undefined for one that is seen as a whole. */
export function longText(text: string, language: Language): readonly string[] | undefined {
  if (text.length <= SHORT) return undefined
  const beginning = Array.from(text.slice(0, 2 * TOLD))
    .slice(0, TOLD)
    .join('')
    .replace(/\s+/g, ' ')
  return [words[language](counted(charactersOf(text), language), beginning)]
}

/** A character beyond the first 65,536 is two units of the text. */
function charactersOf(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) pairs++
  return text.length - pairs
}

const words: Readonly<Record<Language, (length: string, beginning: string) => string>> = {
  fr: (length, beginning) => `Texte de ${length} caractères, dont voici le début : « ${beginning}… »`,
  en: (length, beginning) => `Text of ${length} characters, which begins: “${beginning}…”`,
}
