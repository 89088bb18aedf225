import { frequencyOf } from '../engine/model/frequency'
import { type Aspect, isBlank, statements } from '../engine/model/description'
import type { Language } from '../engine/model/language'
import { licenceOf } from '../engine/model/licence'
import { policyIn } from '../engine/metadata/policy'
import { isObject } from '../engine/schema/json-value'
import type { Reported } from './reported'

/** Roles that a document may give somebody, in the order in which one meets them. */
export const roles = ['producer', 'steward', 'deputy', 'dataProtectionOfficer', 'publication'] as const

export type Role = (typeof roles)[number]

/** A question that somebody asked about a dataset, and what was answered. */
interface Answered {
  readonly question: string
  readonly answer: string | undefined
}

/** What the document that describes a dataset says of it, as it stands there. */
export interface Said {
  /** Its name, seen from the data; undefined where there is none. */
  readonly document: string | undefined
  readonly of: (aspect: Aspect) => string | undefined
  /** The public policy that it belongs to. */
  readonly policy: Readonly<Record<Language, string>> | undefined
  readonly role: (role: Role) => string | undefined
  readonly nextReview: string | undefined
  /** Addresses at which it is published. */
  readonly addresses: readonly string[]
  readonly questions: readonly Answered[]
}

/** Reads what is said of a dataset: by the document that describes it, or by itself where it is one. */
export function saidOf({ dataset, described, name }: Pick<Reported, 'dataset' | 'described' | 'name'>): Said {
  const { tree } = described?.dataset ?? dataset
  const [description] = tree?.descriptions ?? []
  const root = tree?.tree.root?.value
  const ours = memberOf(root, 'vigie')
  const governance = memberOf(ours, 'governance')
  const resources = (description?.resources ?? []).flatMap(({ paths }) => paths.map(({ text }) => text))
  const homepage = textOf(memberOf(root, 'homepage'))
  return {
    document: described?.document ?? (dataset.tree ? name : undefined),
    of: aspect => (description ? statements(description, aspect)[0]?.text : undefined),
    policy: description && policyIn(description),
    role: role => textOf(memberOf(governance, role)),
    nextReview: textOf(memberOf(governance, 'nextReview')),
    addresses: [...new Set([...(homepage ? [homepage] : []), ...resources.filter(path => /^https?:\/\//i.test(path))])],
    questions: questionsIn(memberOf(ours, 'questions')),
  }
}

/** A frequency as people say it. */
export function frequencyInWords(written: string, language: Language): string {
  return frequencyOf(written)?.words[language] ?? written
}

/** A licence by its title. */
export function licenceInWords(written: string): string {
  return licenceOf(written)?.title ?? written
}

function questionsIn(value: unknown): readonly Answered[] {
  if (!Array.isArray(value)) return []
  return value.flatMap(one => {
    const question = textOf(memberOf(one, 'question'))
    return question === undefined ? [] : [{ question, answer: textOf(memberOf(one, 'answer')) }]
  })
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' || isBlank(text) ? undefined : text
}
