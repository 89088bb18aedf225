import type { InnerFault } from '../model/inner-fault'
import { nearValues } from '../model/near'
import { shown } from '../model/shown'
import type { Language } from '../model/language'
import { breachInWords } from './breach-words'
import { cellRule, unchecked } from './rule'

/** A list or an object of which a part is not as the schema describes it. */
export const jsonSchema = cellRule<InnerFault>({
  id: 'json-schema',
  severity: 'error',
  preset: 'standard',
  concepts: ['data-schema', 'validity'],
  frictionless: 'constraint-error',
  schema: true,
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check({ field }) {
    const inner = field?.constraints.inner
    if (!field || !inner) return undefined
    return text => {
      const value = field.read(text)
      const found = value === undefined ? undefined : inner(value)
      return found === 'unknown' ? unchecked : found
    }
  },

  at: ({ at }) => at,

  message: {
    fr: fault => said('fr', fault),
    en: fault => said('en', fault),
  },

  fix(text, { at, part, breach }) {
    if (breach.kind !== 'enum' || !/^\/\d+$/.test(at)) return undefined
    return nearValues(part, breach.allowed).flatMap(value => replaced(text, Number(at.slice(1)), value) ?? [])
  },
})

/** A JSON array with another item at one place. */
function replaced(text: string, index: number, item: string): string | undefined {
  try {
    const items: unknown = JSON.parse(text)
    return Array.isArray(items) ? JSON.stringify(items.with(index, item)) : undefined
  } catch {
    return undefined
  }
}

function said(language: Language, fault: InnerFault): string {
  return breachInWords(language, fault.breach, partOf[language](fault))
}

/** How a part is called at the head of a sentence. */
const partOf: Readonly<Record<Language, (fault: InnerFault) => string>> = {
  fr({ at, part }) {
    if (at === '') return 'Cette valeur'
    const [, index] = /^\/(\d+)$/.exec(at) ?? []
    return index === undefined
      ? `La partie ${at}, ${shown.fr(part)},`
      : `L’élément ${Number(index) + 1}, ${shown.fr(part)},`
  },
  en({ at, part }) {
    if (at === '') return 'This value'
    const [, index] = /^\/(\d+)$/.exec(at) ?? []
    return index === undefined ? `The part ${at}, ${shown.en(part)},` : `Item ${Number(index) + 1}, ${shown.en(part)},`
  },
}
