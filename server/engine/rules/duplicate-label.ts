import { counted } from '../model/counted'
import { folded } from '../model/fold'
import type { Place } from '../model/diagnostic'
import { shown } from '../model/shown'
import { tableRule } from './rule'

interface Facts {
  readonly label: string
  readonly first: Place
  readonly firstLabel: string
  /** How many columns have just this label. */
  readonly count: number
  /** A name that no other column has, nor is given. */
  readonly free: string
}

/** Two columns of the same name, or of names that only case, accents or spaces tell apart. */
export const duplicateLabel = tableRule<Facts>({
  id: 'duplicate-label',
  severity: ({ label, firstLabel }) => (label === firstLabel ? 'error' : 'warning'),
  preset: 'standard',
  concepts: ['data-dictionary'],
  frictionless: 'duplicate-label',
  schema: true,
  insteadOf: ['extra-label', 'duplicate-column'],
  tellsLabels: true,

  *check({ table: { headerRow: row, labels } }) {
    if (row === undefined) return
    const seen = new Map<string, number>()
    const counts = new Map<string, number>()
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
    const given = new Set(labels)
    for (const [column, label] of labels.entries()) {
      const plain = folded(label)
      if (plain === '') continue
      const before = seen.get(plain)
      if (before === undefined) seen.set(plain, column)
      else {
        const facts = {
          label,
          first: { row, column: before },
          firstLabel: labels[before]!,
          count: counts.get(label)!,
          free: freeName(label, given),
        }
        given.add(facts.free)
        yield { row, column, facts }
      }
    }
  },

  message: {
    fr: ({ label, firstLabel, count }) =>
      label === firstLabel
        ? `${count === 2 ? 'Deux' : counted(count, 'fr')} colonnes s’appellent ${shown.fr(label)} : la plupart des logiciels n’en liront qu’une, ou prendront l’une pour l’autre.`
        : `Deux colonnes s’appellent presque de même, ${shown.fr(firstLabel)} et ${shown.fr(label)} : on les prendra l’une pour l’autre.`,
    en: ({ label, firstLabel, count }) =>
      label === firstLabel
        ? `${count === 2 ? 'Two' : counted(count, 'en')} columns are called ${shown.en(label)}: most software will read only one of them, or take one for the other.`
        : `Two columns are called nearly the same, ${shown.en(firstLabel)} and ${shown.en(label)}: they will be taken for one another.`,
  },

  related: {
    places: ({ first }) => [first],
    message: {
      fr: ({ firstLabel }) => `La première colonne appelée ${shown.fr(firstLabel)}.`,
      en: ({ firstLabel }) => `The first column called ${shown.en(firstLabel)}.`,
    },
  },

  fix: ({ label, firstLabel, free }, { row, column }) =>
    label !== firstLabel || row === undefined || column === undefined
      ? undefined
      : [{ set: 'cell', row, column, value: free }],
})

function freeName(label: string, given: ReadonlySet<string>): string {
  let number = 2
  while (given.has(`${label}_${number}`)) number++
  return `${label}_${number}`
}
