import { positionsOf } from '../model/positions'
import { shown } from '../model/shown'
import { columnRule } from './rule'

type Facts =
  | { readonly what: 'fine'; readonly text: string; readonly rounded: string }
  | { readonly what: 'coarse'; readonly decimals: number; readonly metres: number }

/** Decimals of a degree beyond which they say nothing: the seventh is a centimetre. */
const MOST = 7
/** Decimals with which a position is kept: about 10 cm (RFC 7946, section 11.2). */
const KEPT = 6
/** Decimals below which a point is nowhere in particular: the fourth is 11 m. */
const LEAST = 4
/** Values that show how precise a column is. */
const ENOUGH = 10

/** Degrees with more decimals than any survey has, or with too few for a point to be found. */
export const coordinatePrecision = columnRule<Facts>({
  id: 'coordinate-precision',
  severity: 'hint',
  preset: 'complet',
  concepts: ['coordinate-reference-system'],

  check(column) {
    const pair = positionsOf(column.beside).find(({ columns }) => columns.length === 2 && columns.includes(column))
    if (!pair) return undefined
    return {
      kindOf: text => decimalsOf(text)?.toString(),
      judge: counts =>
        new Map(
          [...counts.keys()]
            .filter(kind => Number(kind) > MOST)
            .map(kind => [kind, (text: string) => ({ what: 'fine', text, rounded: rounded(text) })]),
        ),
      ofColumn(counts) {
        const values = [...counts.values()].reduce((sum, count) => sum + count, 0)
        const decimals = Math.max(...[...counts.keys()].map(Number))
        if (values < ENOUGH || decimals >= LEAST) return undefined
        return { what: 'coarse', decimals, metres: Math.round(111_320 / 10 ** decimals) }
      },
    }
  },

  message: {
    fr: facts =>
      facts.what === 'fine'
        ? `${shown.fr(facts.text)} a plus de décimales qu’aucun relevé n’en donne : la sixième vaut déjà 10 cm, les suivantes alourdissent le fichier sans rien dire.`
        : `Ces coordonnées n’ont pas plus de ${facts.decimals} décimales, soit un point à ${facts.metres} m près : publiez-les avec cinq ou six décimales si le lieu doit être retrouvé.`,
    en: facts =>
      facts.what === 'fine'
        ? `${shown.en(facts.text)} has more decimals than any survey gives: the sixth is 10 cm already, the others weigh on the file and say nothing.`
        : `These coordinates have no more than ${facts.decimals} decimals, a point within ${facts.metres} m: publish them with five or six decimals if the place is to be found.`,
  },

  fix: (text, facts) => (facts.what === 'fine' ? rounded(text) : undefined),
})

/** Decimals of a plain number of degrees; undefined for what is none. */
function decimalsOf(text: string): number | undefined {
  const match = /^\s*[+-]?\d{1,3}(?:[.,](\d+))?\s*$/.exec(text)
  return match ? (match[1]?.length ?? 0) : undefined
}

/** The number with the decimals that are kept, and its own decimal mark. */
function rounded(text: string): string {
  const fixed = Number(text.replace(',', '.')).toFixed(KEPT)
  return text.includes(',') ? fixed.replace('.', ',') : fixed
}
