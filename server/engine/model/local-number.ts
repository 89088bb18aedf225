import { type Language, locales } from './language'

const writers = new Map<string, Intl.NumberFormat>()

/** A number as a language writes it. What writes it in one way is made once: that takes many times as long as to write. */
export function localNumber(number: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  const way = `${language} ${JSON.stringify(options)}`
  const known = writers.get(way)
  if (known) return known.format(number)
  const writer = new Intl.NumberFormat(locales[language], options)
  writers.set(way, writer)
  return writer.format(number)
}
