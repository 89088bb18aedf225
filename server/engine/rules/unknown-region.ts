import { tally, totalOf } from '../model/lesson'
import type { Lists } from '../model/lists'
import { placeColumn } from '../model/place-column'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** The région until 2015, and the one that took it in. */
  readonly former: { readonly name: string; readonly now: { readonly code: string; readonly name: string } } | undefined
}

/** A number that is no région's, or one that was until the mergers of 2016. */
export const unknownRegion = cellRule<Facts>({
  id: 'unknown-region',
  severity: ({ former }) => (former ? 'warning' : 'error'),
  preset: 'standard',
  concepts: ['code-list'],
  insteadOf: ['pattern'],

  check(column) {
    if (placeColumn(column)?.kind !== 'region' || !column.learn(areRegions)) return undefined
    const { lists } = column
    return (
      lists &&
      (text => {
        const code = text.trim()
        if (!/^\d{2,3}$/.test(code) || lists.region(code) || code.startsWith('99')) return undefined
        const [name, merged] = FORMER[code] ?? []
        const now = merged === undefined ? undefined : lists.region(merged)
        return { text, former: name !== undefined && now ? { name, now } : undefined }
      })
    )
  },

  message: {
    fr: ({ text, former }) =>
      former
        ? `${shown.fr(text)} était le numéro de la région ${former.name}, réunie en 2016 à ${former.now.name} (${former.now.code}) : les fichiers récents ne connaissent plus que ce numéro-là.`
        : `${shown.fr(text)} n’est le numéro d’aucune région : on ne peut pas savoir de quel territoire il s’agit.`,
    en: ({ text, former }) =>
      former
        ? `${shown.en(text)} was the number of the région ${former.name}, merged in 2016 into ${former.now.name} (${former.now.code}): recent files know that number only.`
        : `${shown.en(text)} is no région’s number: there is no telling which territory is meant.`,
  },

  fix: (_text, { former }) => former?.now.code,
})

/** Régions until 31 December 2015, each with the number of the one that took it in (law 2015-29 of 16 January 2015). */
const FORMER: Readonly<Record<string, readonly [name: string, now: string]>> = {
  '21': ['Champagne-Ardenne', '44'],
  '22': ['Picardie', '32'],
  '23': ['Haute-Normandie', '28'],
  '25': ['Basse-Normandie', '28'],
  '26': ['Bourgogne', '27'],
  '31': ['Nord-Pas-de-Calais', '32'],
  '41': ['Lorraine', '44'],
  '42': ['Alsace', '44'],
  '43': ['Franche-Comté', '27'],
  '54': ['Poitou-Charentes', '75'],
  '72': ['Aquitaine', '75'],
  '73': ['Midi-Pyrénées', '76'],
  '74': ['Limousin', '75'],
  '82': ['Rhône-Alpes', '84'],
  '83': ['Auvergne', '84'],
  '91': ['Languedoc-Roussillon', '76'],
}

type Code = 'mainland' | 'overseas' | 'former' | 'other'

/**
 * Whether half of the codes are those of régions. Those overseas begin any numbering, such as that of the académies: where
 * no more of the mainland stand beside them, the others may hardly be anything else.
 */
const areRegions = tally<boolean, Code>({
  kindOf: (value, { lists }) => codeOf(value.trim(), lists),
  judge(counts) {
    const [mainland, overseas] = [counts.get('mainland') ?? 0, counts.get('overseas') ?? 0]
    const others = counts.get('other') ?? 0
    return 2 * (mainland + overseas) >= totalOf(counts) && (mainland > overseas || 10 * others <= totalOf(counts))
  },
})

function codeOf(code: string, lists: Lists | undefined): Code {
  if (lists?.region(code)) return code.startsWith('0') ? 'overseas' : 'mainland'
  return Object.hasOwn(FORMER, code) ? 'former' : 'other'
}
