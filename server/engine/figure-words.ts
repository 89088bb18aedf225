import type { Language } from './model/language'
import { localNumber } from './model/local-number'
import type { DateProfile, Estimate } from './model/profile'

/** A number as people read it: thousands apart, and no more digits than tell something. */
export function numberIn(number: number, language: Language): string {
  const size = Math.abs(number)
  const digits = size >= 1 || size === 0 ? { maximumFractionDigits: 2 } : { maximumSignificantDigits: 3 }
  const isHuge = size >= 1e15 || (size > 0 && size < 1e-6)
  return localNumber(number, language, isHuge ? { notation: 'scientific', maximumSignificantDigits: 4 } : digits)
}

/** Of which values the mean is made, against the median. */
interface Gap {
  readonly mean: string
  readonly median: string
  readonly extreme: string
  /** Where the extreme stands, from 1, if that is known. */
  readonly row: number | undefined
  /** Values beyond the fence. */
  readonly far: number
  readonly fence: string
}

interface Beyond {
  readonly below: number
  readonly above: number
  readonly lowerFence: string
  readonly upperFence: string
}

type Unit = DateProfile['unit']

const onRow = {
  fr: (row: number | undefined) => (row === undefined ? '' : ` (ligne ${row})`),
  en: (row: number | undefined) => (row === undefined ? '' : ` (row ${row})`),
} as const

const fr = {
  type: 'Type',
  filled: 'Cellules remplies',
  unread: 'Valeurs d’un autre type',
  distinct: 'Valeurs différentes',
  values: 'Valeurs',
  extremes: 'Étendue',
  mean: 'Moyenne',
  median: 'Médiane',
  quartiles: 'La moitié du milieu',
  deviation: 'Distance habituelle à la moyenne (écart-type)',
  outliers: 'Loin des autres',
  gini: 'Partage (indice de Gini)',
  length: 'Longueur',
  step: 'Écart habituel',
  gap: 'Plus long vide',
  top: 'Les plus fréquentes',
  withheld: 'masquées : cette colonne contient des données personnelles',
  faults: (count: number, understood: number) => {
    if (understood === 0) return numberIn(count, 'fr')
    if (understood === count) return `${numberIn(count, 'fr')}, que Vigie comprend quand même`
    return `${numberIn(count, 'fr')}, dont ${numberIn(understood, 'fr')} que Vigie comprend quand même`
  },
  looksLike: (type: string) => `${type} (d’après les valeurs)`,
  declaredBut: (declared: string, found: string) =>
    `${declared} selon le schéma ; ${found.toLowerCase()} d’après les valeurs`,
  share: (count: number, all: number) =>
    `${numberIn(count, 'fr')} sur ${numberIn(all, 'fr')}${all > 0 ? ` (${percent(count / all, 'fr')})` : ''}`,
  absent: (count: number) =>
    count === 1
      ? ', et 1 dit qu’il n’y a pas de valeur'
      : `, et ${numberIn(count, 'fr')} disent qu’il n’y a pas de valeur`,
  estimate: ({ count, margin }: Estimate) =>
    margin === 0 ? numberIn(count, 'fr') : `environ ${numberIn(count, 'fr')} (à ${percent(margin, 'fr')} près)`,
  about: (text: string, margin: number) => (margin === 0 ? text : `${text} (à ${percent(margin, 'fr')} près)`),
  atLeast: (text: string) => `${text} ; au moins`,
  fromTo: (from: string, to: string) => (from === to ? from : `de ${from} à ${to}`),
  lengths: (from: number, to: number) =>
    from === to ? characters(to, 'fr') : `de ${numberIn(from, 'fr')} à ${characters(to, 'fr')}`,
  units: (count: number, unit: Unit) => units(count, unit, 'fr'),
  span: (from: string, to: string, count: number, unit: Unit) =>
    from === to
      ? from
      : `du ${from} au ${to}, soit ${units(count, unit, 'fr')}`.replace(/^du (\d{4}(?:-\d\d)?) au/, 'de $1 à'),
  gapBetween: (after: string, before: string, length: string) => `${length}, entre ${after} et ${before}`,
  beyond: ({ below, above, lowerFence, upperFence }: Beyond) =>
    [
      ...(below > 0 ? [`${numberIn(below, 'fr')} au-dessous de ${lowerFence}`] : []),
      ...(above > 0 ? [`${numberIn(above, 'fr')} au-dessus de ${upperFence}`] : []),
    ].join(', '),
  giniInWords: (gini: number) => {
    const told = numberIn(gini, 'fr')
    if (gini < 0.2) return `${told} : réparti presque également`
    return gini < 0.5 ? `${told} : réparti inégalement` : `${told} : concentré sur peu de lignes`
  },
  noGap: (mean: string, median: string) =>
    `La moyenne (${mean}) et la médiane (${median}) se valent : aucune valeur ne tire la moyenne vers le haut ou vers le bas.`,
  pulledUp: ({ mean, median, far, fence, extreme, row }: Gap) =>
    `La moitié des valeurs ne dépassent pas ${median} (la médiane), mais la moyenne est de ${mean} : ` +
    (far > 0
      ? `${far === 1 ? `une valeur loin des autres, ${extreme}${onRow.fr(row)}, la tire` : `${numberIn(far, 'fr')} valeurs au-dessus de ${fence}, jusqu’à ${extreme}${onRow.fr(row)}, la tirent`} vers le haut ; est-ce juste ?`
      : `les plus grandes valeurs, jusqu’à ${extreme}, la tirent vers le haut.`),
  total: ({ mean, extreme, row, without }: Pick<Gap, 'mean' | 'extreme' | 'row'> & { readonly without: string }) =>
    `${extreme}${onRow.fr(row)} est la somme de toutes les autres valeurs : c’est sans doute un total, sans lequel la moyenne serait de ${without} et non de ${mean}.`,
  pulledDown: ({ mean, median, far, fence, extreme, row }: Gap) =>
    `La moitié des valeurs atteignent au moins ${median} (la médiane), mais la moyenne est de ${mean} : ` +
    (far > 0
      ? `${far === 1 ? `une valeur loin des autres, ${extreme}${onRow.fr(row)}, la tire` : `${numberIn(far, 'fr')} valeurs au-dessous de ${fence}, jusqu’à ${extreme}${onRow.fr(row)}, la tirent`} vers le bas ; est-ce juste ?`
      : `les plus petites valeurs, jusqu’à ${extreme}, la tirent vers le bas.`),
  farAbove: (fence: string, median: string) =>
    `Loin au-dessus des autres nombres de la colonne : un sur deux ne dépasse pas ${median}, et au-delà de ${fence} un nombre sort du lot`,
  farBelow: (fence: string, median: string) =>
    `Loin au-dessous des autres nombres de la colonne : un sur deux atteint au moins ${median}, et en deçà de ${fence} un nombre sort du lot`,
  highQuarter: (quartile: string, median: string) =>
    `Parmi les plus grands nombres de la colonne : trois sur quatre ne dépassent pas ${quartile}, un sur deux ne dépasse pas ${median}`,
  lowQuarter: (quartile: string, median: string) =>
    `Parmi les plus petits nombres de la colonne : trois sur quatre atteignent au moins ${quartile}, un sur deux au moins ${median}`,
  middleHalf: (from: string, to: string) =>
    `Parmi les nombres courants de la colonne : un sur deux se trouve entre ${from} et ${to}`,
  firstRows: (rows: number) =>
    `Chiffres des ${numberIn(rows, 'fr')} premières lignes ; ceux de tout le fichier se préparent.`,
  before: 'Chiffres d’avant la dernière modification ; les nouveaux se préparent.',
  column: 'Dans cette colonne',
  lastDate: (day: string, distance: string, isPast: boolean) =>
    isPast
      ? `La date la plus récente est le ${day}, ${distance}.`
      : `La date la plus lointaine est le ${day}, ${distance}.`,
}

const en: typeof fr = {
  type: 'Type',
  filled: 'Filled cells',
  unread: 'Values of another type',
  distinct: 'Different values',
  values: 'Values',
  extremes: 'Range',
  mean: 'Mean',
  median: 'Median',
  quartiles: 'The middle half',
  deviation: 'Usual distance from the mean (standard deviation)',
  outliers: 'Values far from the others',
  gini: 'Sharing out (Gini index)',
  length: 'Length',
  step: 'Usual step',
  gap: 'Longest gap',
  top: 'Most frequent',
  withheld: 'withheld: this column holds personal data',
  faults: (count, understood) => {
    if (understood === 0) return numberIn(count, 'en')
    if (understood === count) return `${numberIn(count, 'en')}, which can be understood all the same`
    return `${numberIn(count, 'en')}, ${numberIn(understood, 'en')} of which can be understood all the same`
  },
  looksLike: type => `${type} (by its values)`,
  declaredBut: (declared, found) => `${declared} in the schema; ${found.toLowerCase()} by its values`,
  share: (count, all) =>
    `${numberIn(count, 'en')} of ${numberIn(all, 'en')}${all > 0 ? ` (${percent(count / all, 'en')})` : ''}`,
  absent: count =>
    count === 1 ? ', and 1 says that there is no value' : `, and ${numberIn(count, 'en')} say that there is no value`,
  estimate: ({ count, margin }) =>
    margin === 0 ? numberIn(count, 'en') : `about ${numberIn(count, 'en')} (within ${percent(margin, 'en')})`,
  about: (text, margin) => (margin === 0 ? text : `${text} (within ${percent(margin, 'en')})`),
  atLeast: text => `${text}; at least`,
  fromTo: (from, to) => (from === to ? from : `${from} to ${to}`),
  lengths: (from, to) => (from === to ? characters(to, 'en') : `${numberIn(from, 'en')} to ${characters(to, 'en')}`),
  units: (count, unit) => units(count, unit, 'en'),
  span: (from, to, count, unit) => (from === to ? from : `${from} to ${to}, ${units(count, unit, 'en')}`),
  gapBetween: (after, before, length) => `${length}, between ${after} and ${before}`,
  beyond: ({ below, above, lowerFence, upperFence }) =>
    [
      ...(below > 0 ? [`${numberIn(below, 'en')} below ${lowerFence}`] : []),
      ...(above > 0 ? [`${numberIn(above, 'en')} above ${upperFence}`] : []),
    ].join(', '),
  giniInWords: gini => {
    const told = numberIn(gini, 'en')
    if (gini < 0.2) return `${told}: shared out almost evenly`
    return gini < 0.5 ? `${told}: shared out unevenly` : `${told}: gathered in few rows`
  },
  noGap: (mean, median) =>
    `The mean (${mean}) and the median (${median}) are about the same: no value pulls the mean up or down.`,
  pulledUp: ({ mean, median, far, fence, extreme, row }) =>
    `Half of the values are at most ${median} (the median), but the mean is ${mean}: ` +
    (far > 0
      ? `${far === 1 ? `one value far from the others, ${extreme}${onRow.en(row)}, pulls` : `${numberIn(far, 'en')} values above ${fence}, up to ${extreme}${onRow.en(row)}, pull`} it up; is it right?`
      : `the greatest values, up to ${extreme}, pull it up.`),
  total: ({ mean, extreme, row, without }) =>
    `${extreme}${onRow.en(row)} is the sum of all other values: most likely a total, without which the mean would be ${without} and not ${mean}.`,
  pulledDown: ({ mean, median, far, fence, extreme, row }) =>
    `Half of the values are at least ${median} (the median), but the mean is ${mean}: ` +
    (far > 0
      ? `${far === 1 ? `one value far from the others, ${extreme}${onRow.en(row)}, pulls` : `${numberIn(far, 'en')} values below ${fence}, down to ${extreme}${onRow.en(row)}, pull`} it down; is it right?`
      : `the smallest values, down to ${extreme}, pull it down.`),
  farAbove: (fence, median) =>
    `Far above the other numbers of the column: one in two is at most ${median}, and beyond ${fence} a number stands out`,
  farBelow: (fence, median) =>
    `Far below the other numbers of the column: one in two is at least ${median}, and under ${fence} a number stands out`,
  highQuarter: (quartile, median) =>
    `Among the greatest numbers of the column: three in four are at most ${quartile}, one in two at most ${median}`,
  lowQuarter: (quartile, median) =>
    `Among the smallest numbers of the column: three in four are at least ${quartile}, one in two at least ${median}`,
  middleHalf: (from, to) => `Among the usual numbers of the column: one in two lies between ${from} and ${to}`,
  firstRows: rows => `Figures of the first ${numberIn(rows, 'en')} rows; those of the whole file are being made.`,
  before: 'Figures from before the last edit; the new ones are being made.',
  column: 'In this column',
  lastDate: (day, distance, isPast) =>
    isPast ? `The most recent date is ${day}, ${distance}.` : `The farthest date is ${day}, ${distance}.`,
}

/** How the figures of a column are named and told. */
export const figureWords: Readonly<Record<Language, typeof fr>> = { fr, en }

const unitNames: Readonly<Record<Language, Readonly<Record<Unit, readonly [one: string, several: string]>>>> = {
  fr: { day: ['jour', 'jours'], month: ['mois', 'mois'], year: ['an', 'ans'] },
  en: { day: ['day', 'days'], month: ['month', 'months'], year: ['year', 'years'] },
}

function units(count: number, unit: Unit, language: Language): string {
  const [one, several] = unitNames[language][unit]
  return `${numberIn(count, language)} ${count < 2 && (language === 'fr' || count === 1) ? one : several}`
}

function characters(count: number, language: Language): string {
  const word = { fr: 'caractère', en: 'character' }[language]
  return `${numberIn(count, language)} ${word}${count === 1 ? '' : 's'}`
}

/** A share in words that is never rounded to nothing or to all. */
function percent(share: number, language: Language): string {
  const rounded = share > 0 && share < 0.001 ? 0.001 : share < 1 && share > 0.999 ? 0.999 : share
  return localNumber(rounded, language, { style: 'percent', maximumFractionDigits: 1 })
}
