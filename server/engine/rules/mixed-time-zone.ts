import { share } from '../model/lesson'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { columnRule } from './rule'

/** A day and a time in ISO 8601, with or without the distance to UTC. */
const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/
/** Bytes of the shortest: YYYY-MM-DDThh:mm. */
const SHORTEST = 16
const BARE = 'bare'
/** Zones that are offered. */
const OFFERED = 3

interface Facts {
  readonly text: string
  readonly hasZone: boolean
  /** Zones of the column, the most frequent first. */
  readonly zones: readonly string[]
}

/** A time without a zone in a column that has zones, or the other way round. */
export const mixedTimeZone = columnRule<Facts>({
  id: 'mixed-time-zone',
  severity: 'hint',
  preset: 'complet',
  concepts: ['iso-8601-date'],
  concerns: signature.dateMark,

  check({ field, learn }) {
    if (field && ((field.type !== 'string' && field.type !== 'any') || field.constraints.pattern !== undefined))
      return undefined
    // A column that is counted costs as much as one that is read: texts are left out.
    if (!learn(holdsMoments)) return undefined
    return {
      accept: isNoMoment,
      kindOf: zoneOf,
      judge(counts) {
        const bare = counts.get(BARE) ?? 0
        const zones = [...counts.keys()].filter(kind => kind !== BARE)
        if (bare === 0 || zones.length === 0) return new Map()
        zones.sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
        const zoned = zones.reduce((sum, zone) => sum + counts.get(zone)!, 0)
        return new Map(
          (bare <= zoned ? [BARE] : zones).map(kind => [kind, text => ({ text, hasZone: kind !== BARE, zones })]),
        )
      },
    }
  },

  message: {
    fr: ({ text, hasZone }) =>
      hasZone
        ? `${shown.fr(text)} indique son fuseau horaire, mais la plupart des heures de cette colonne ne disent pas le leur : comparées entre elles, elles peuvent être décalées d’une heure ou plus.`
        : `${shown.fr(text)} n’indique pas son fuseau horaire, alors que d’autres heures de cette colonne le font : selon l’outil qui la lit, elle sera décalée d’une heure ou plus ; ajoutez le fuseau à l’heure.`,
    en: ({ text, hasZone }) =>
      hasZone
        ? `${shown.en(text)} says its time zone, but most times of this column do not say theirs: compared with each other, they may be an hour or more apart.`
        : `${shown.en(text)} does not say its time zone, while other times of this column do: depending on the tool that reads it, it moves by an hour or more; add the zone to the time.`,
  },

  fix: (text, { hasZone, zones }) => (hasZone ? undefined : zones.slice(0, OFFERED).map(zone => `${text}${zone}`)),
})

const holdsMoments = share({ test: value => zoneOf(value) !== undefined, isEnough: moments => moments > 0 })

function zoneOf(text: string): string | undefined {
  const found = text.length > 40 ? null : MOMENT.exec(text)
  return found ? (found[1] ?? BARE) : undefined
}

/** Too short, or no digit first. */
function isNoMoment(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from < SHORTEST || bytes[from]! < 0x30 || bytes[from]! > 0x39
}
