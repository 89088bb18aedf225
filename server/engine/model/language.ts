/** The languages the reader may choose. */
export type Language = 'fr' | 'en'

/** One text per language: the compiler refuses a missing translation. */
export type Said<Facts> = Readonly<Record<Language, (facts: Facts) => string>>

/** How each language writes numbers and dates (BCP 47). */
export const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }
