import { isOpeningHours } from './opening-hours'

/** Opening hours in French words as OpenStreetMap writes them; undefined when they do not come out as such. */
export function hoursOfFrench(text: string): string | undefined {
  let hours = text.trim()
  for (const [french, meant] of WORDS) hours = hours.replace(french, meant)
  return hours !== text && isOpeningHours(hours) ? hours : undefined
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bdu\s+(?=\p{L}+\s+au\s)/giu, ''],
  [/\b(?:lundis?|lun\.?|lu)(?![\p{L}])/giu, 'Mo'],
  [/\b(?:mardis?|mar\.|ma)(?![\p{L}])/giu, 'Tu'],
  [/\b(?:mercredis?|mer\.?|me)(?![\p{L}])/giu, 'We'],
  [/\b(?:jeudis?|jeu\.?|je)(?![\p{L}])/giu, 'Th'],
  [/\b(?:vendredis?|ven\.?|ve)(?![\p{L}])/giu, 'Fr'],
  [/\b(?:samedis?|sam\.?|sa)(?![\p{L}])/giu, 'Sa'],
  [/\b(?:dimanches?|dim\.?|di)(?![\p{L}])/giu, 'Su'],
  [/\bjours? fériés?(?![\p{L}])/giu, 'PH'],
  [/(?<![\p{L}])fermée?s?(?![\p{L}])/giu, 'off'],
  [/\b24\s?h(?:eures)?\s?(?:\/|sur)\s?24\b(?:[\s,;]*7\s?j(?:ours)?\s?(?:\/|sur)\s?7\b)?/giu, '24/7'],
  [/\bde\s+(?=\d)/giu, ''],
  [/(?<!\d)(\d)(?=\s?[hH:])/gu, '0$1'],
  [/(\d\d)\s?[hH]\s?([0-5]\d)(?!\d)/gu, '$1:$2'],
  [/(\d\d)\s?[hH](?![\p{L}\d])/gu, '$1:00'],
  [/(?<=\d|Mo|Tu|We|Th|Fr|Sa|Su)\s*(?:à|au|–|—)\s*(?=\d|Mo|Tu|We|Th|Fr|Sa|Su)/gu, '-'],
  [/(?<=:[0-5]\d)\s*(?:et|\/)\s*(?:de\s+)?(?=\d)/gu, ','],
  [/(?<=Mo|Tu|We|Th|Fr|Sa|Su)\s*(?:et|\/)\s*(?=Mo|Tu|We|Th|Fr|Sa|Su)/gu, ','],
  [/(?<=Mo|Tu|We|Th|Fr|Sa|Su)\s*:\s*/gu, ' '],
]
