import { glossary } from '../engine/concept'
import { conceptIds } from '../engine/concepts'
import { unaccented } from '../engine/model/fold'
import { nearValues } from '../engine/model/near'
import { rules } from '../engine/rules'
import { ruleTitle } from '../engine/say'
import type { Problem } from '../files/files'

/** Names that are offered for one that is not known. */
const MOST = 10

const names = [...rules.map(({ id }) => id), ...conceptIds]

/** That a name is that of no rule and no concept: what it may be a slip for, or else what speaks of it. */
export function unknownName(name: string): Problem {
  const meant = nearValues(name, names)
  if (meant.length > 0)
    return {
      fr: `Ni règle ni notion ne s’appelle « ${name} » : vouliez-vous dire ${meant.join(' ou ')} ?`,
      en: `Neither a rule nor a concept is called “${name}”: did you mean ${meant.join(' or ')}?`,
    }
  const near = namesNear(name).join(', ')
  return near === ''
    ? { fr: `Ni règle ni notion ne s’appelle « ${name} ».`, en: `Neither a rule nor a concept is called “${name}”.` }
    : {
        fr: `Ni règle ni notion ne s’appelle « ${name} » ; en parlent : ${near}.`,
        en: `Neither a rule nor a concept is called “${name}”; these speak of it: ${near}.`,
      }
}

/** Rules and concepts in whose names or definitions a word stands, in either language. */
function namesNear(word: string): readonly string[] {
  const sought = unaccented(word)
  if (sought.length < 3) return []
  const isNear = (texts: readonly string[]) => texts.some(one => unaccented(one).includes(sought))
  const named = (['fr', 'en'] as const).flatMap(language => [
    ...rules.filter(({ id }) => isNear([id, ruleTitle(id, language)])),
    ...glossary(language).filter(({ id, title, definition }) => isNear([id, title, definition])),
  ])
  return [...new Set(named.map(({ id }) => id))].slice(0, MOST)
}
