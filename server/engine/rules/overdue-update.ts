import { type Description, statements } from '../model/description'
import { dueAfter, frequencyOf } from '../model/frequency'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { type TreeFinding, treeRule } from './rule'

type Overdue =
  | { readonly kind: 'late'; readonly modified: string; readonly frequency: string; readonly due: string }
  | { readonly kind: 'expired'; readonly date: string }

/** A dataset that should have been brought up to date by now, as its own document says. */
export const overdueUpdate = treeRule<Overdue>({
  id: 'overdue-update',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['expiry-date', 'timeliness'],

  *check({ descriptions }, today) {
    if (today === undefined) return
    for (const description of descriptions) {
      yield* expired(description, today)
      yield* late(description, today)
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'expired'
        ? `Ces données ne valent plus depuis le ${facts.date}, selon leur propre fiche : mettez-les à jour, ou dites qu’elles sont une archive.`
        : `La dernière mise à jour date du ${facts.modified} et la fréquence annoncée est ${shown.fr(facts.frequency)} : la suivante était attendue avant le ${facts.due} ; mettez les données à jour, ou annoncez un rythme qui se tient.`,
    en: facts =>
      facts.kind === 'expired'
        ? `This data has not held since ${facts.date}, by its own document: bring it up to date, or say that it is an archive.`
        : `The last update dates from ${facts.modified} and the frequency promised is ${shown.en(facts.frequency)}: the next one was due before ${facts.due}; bring the data up to date, or promise a pace that can be kept.`,
  },
})

function* expired(description: Description, today: string): Generator<TreeFinding<Overdue>> {
  for (const { node, text } of statements(description, 'expires')) {
    const date = dayOf(text)
    if (date && date < today) yield { pointer: pointerOf(node), facts: { kind: 'expired', date } }
  }
}

function* late(description: Description, today: string): Generator<TreeFinding<Overdue>> {
  const [modified] = statements(description, 'modified')
  const [said] = statements(description, 'frequency')
  const last = modified && dayOf(modified.text)
  const due = last && said && dueAfter(last, frequencyOf(said.text))
  if (due && due < today)
    yield { pointer: pointerOf(modified.node), facts: { kind: 'late', modified: last, frequency: said.text, due } }
}

/** The day with which a text begins, where there is such a day. */
function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text.trim())?.[0]
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined
}
