import type { Localised } from './field'
import type { Language } from './language'

/** A schema's text in the reader's language, else in the other one. */
export function inLanguage(text: Localised | undefined, language: Language): string | undefined {
  return text && (text[language] ?? text.fr ?? text.en)
}
