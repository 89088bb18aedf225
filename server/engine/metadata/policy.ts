import { type Description, statements } from '../model/description'
import { unaccented } from '../model/fold'
import type { Language } from '../model/language'
import { vocabulary, type Word } from './vocabulary'

/**
 * The public policy that a dataset belongs to, as its description says it: by its own word for it, by its theme in the list
 * of the European Union, or by a keyword that names one of these; undefined when nothing says it.
 */
export function policyIn(description: Description): Readonly<Record<Language, string>> | undefined {
  const [policy] = statements(description, 'policy')
  if (policy) return { fr: policy.text, en: policy.text }
  const topics = statements(description, 'topic').map(({ text }) => themeAt(text) ?? named(text))
  const keywords = statements(description, 'keyword').map(({ text }) => themeNamed(text))
  const theme = [...topics, ...keywords].find(one => one !== undefined)
  return theme && { fr: capitalised(theme.fr), en: capitalised(theme.en) }
}

type Names = Word['words']

/** The theme of an address. */
function themeAt(address: string): Names | undefined {
  const code = /\/data-theme\/(\w+)\/?$/.exec(address)?.[1]
  return code === undefined ? undefined : themes.find(({ value }) => value.endsWith(`/${code}`))?.words
}

/** A theme of another list, by its name; an address names nothing to who reads. */
function named(text: string): Names | undefined {
  return /^[a-z][a-z\d+.-]*:\S/i.test(text) ? undefined : (themeNamed(text) ?? { fr: text, en: text })
}

/** The theme of which a keyword is a part: “sport” of education, culture and sport. */
function themeNamed(keyword: string): Names | undefined {
  return byName.get(plain(keyword))
}

function plain(text: string): string {
  return unaccented(text)
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .replace(/s$/, '')
}

const themes = vocabulary('themes')

const byName: ReadonlyMap<string, Names> = new Map(
  themes.flatMap(({ words }) =>
    [words.fr, words.en].flatMap(name =>
      [name, ...name.split(/, | et | and /)].map(part => [plain(part), words] as const),
    ),
  ),
)

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
