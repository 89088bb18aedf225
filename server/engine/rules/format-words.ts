import type { Language } from '../model/language'

/** What a format of JSON Schema wants, with an example; its name where it has no words here. */
export function formatInWords(language: Language, format: string): string {
  return WORDS[language][format] ?? (language === 'fr' ? `le format ${format}` : `the format ${format}`)
}

const WORDS: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = {
  fr: {
    date: 'une date comme 2024-03-05',
    'date-time': 'une date et une heure comme 2024-03-05T08:30:00Z',
    time: 'une heure comme 08:30:00Z',
    duration: 'une durée comme P1M, un mois',
    email: 'une adresse électronique',
    uri: 'une adresse web',
    hexBinary: 'des chiffres de 0 à 9 et des lettres de a à f, par deux',
  },
  en: {
    date: 'a date like 2024-03-05',
    'date-time': 'a date and a time like 2024-03-05T08:30:00Z',
    time: 'a time like 08:30:00Z',
    duration: 'a duration like P1M, a month',
    email: 'an e-mail address',
    uri: 'a web address',
    hexBinary: 'digits from 0 to 9 and letters from a to f, in pairs',
  },
}
