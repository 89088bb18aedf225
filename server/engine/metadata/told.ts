import { type Aspect, type Description, statements } from '../model/description'
import type { Language } from '../model/language'
import { tellsPerson } from '../model/tells-person'
import { policyIn } from './policy'

/** What a description says to those who only look: what would tell a person is left out. */
export interface Told {
  readonly title: string | undefined
  readonly purpose: string | undefined
  /** Who keeps the data. */
  readonly keeper: string | undefined
  readonly policy: Readonly<Record<Language, string>> | undefined
  readonly licence: string | undefined
  readonly frequency: string | undefined
  readonly modified: string | undefined
  readonly expires: string | undefined
  /** Set when something of it is not shown, since it would tell a person. */
  readonly isWithheld?: true
}

/** What a description says that is asked of it first. */
export function toldBy(description: Description): Told {
  let isWithheld = false
  const shown = (text: string | undefined) => {
    if (text === undefined || !tellsPerson(text)) return text
    isWithheld = true
    return undefined
  }
  const said = (aspect: Aspect) => shown(statements(description, aspect)[0]?.text)
  const policy = policyIn(description)
  const told = {
    title: said('title'),
    purpose: said('purpose'),
    keeper: said('steward'),
    policy: shown(policy?.fr) === undefined ? undefined : policy,
    licence: said('licence'),
    frequency: said('frequency'),
    modified: said('modified'),
    expires: said('expires'),
  }
  return isWithheld ? { ...told, isWithheld } : told
}
