// The longest first, so that an alternation does not stop at a prefix.
const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  janvier: 1,
  janv: 1,
  jan: 1,
  february: 2,
  février: 2,
  fevrier: 2,
  févr: 2,
  feb: 2,
  march: 3,
  mars: 3,
  mar: 3,
  april: 4,
  avril: 4,
  apr: 4,
  avr: 4,
  may: 5,
  mai: 5,
  june: 6,
  juin: 6,
  jun: 6,
  july: 7,
  juillet: 7,
  juil: 7,
  jul: 7,
  august: 8,
  août: 8,
  aout: 8,
  aug: 8,
  september: 9,
  septembre: 9,
  sept: 9,
  sep: 9,
  october: 10,
  octobre: 10,
  oct: 10,
  november: 11,
  novembre: 11,
  nov: 11,
  december: 12,
  décembre: 12,
  decembre: 12,
  déc: 12,
  dec: 12,
}

/** Names of months in lower case, in English and French, whole and short, a name before its own beginning. */
export const monthNames: readonly string[] = Object.keys(MONTHS)

/** Names of days in lower case, in English and French, whole and short, a name before its own beginning. */
export const weekdayNames: readonly string[] =
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim'.split(
    ' ',
  )

/** From 1 to 12, whatever the case; undefined for another word. */
export function monthNumber(name: string): number | undefined {
  return MONTHS[name.toLowerCase()]
}
