import { type Language, locales } from './language'

const writers = new Map<string, Intl.NumberFormat>()

/** What stands between thousands. */
const marks: Readonly<Record<Language, string>> = { fr: '\u202F', en: ',' }

/** A number as a language writes it. What writes it in one way is made once: that takes many times as long as to write. */
export function localNumber(number: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  // Intl takes 30 ms to be ready, a tenth of a check of a small file, which may have nothing but counts to tell.
  if (Number.isSafeInteger(number) && Object.keys(options).length === 0)
    return `${number}`.replace(/\B(?=(?:\d{3})+$)/g, marks[language])
  const way = `${language} ${JSON.stringify(options)}`
  const known = writers.get(way)
  if (known) return known.format(number)
  const writer = new Intl.NumberFormat(locales[language], options)
  writers.set(way, writer)
  return writer.format(number)
}
