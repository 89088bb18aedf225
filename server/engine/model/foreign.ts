import { type Description, statements } from './description'
import { unaccented } from './fold'
import type { Node } from './tree'

/** Words that texts of each language hardly do without, written without accents; those of several tell nothing. */
const COMMON: Readonly<Record<string, string>> = {
  fr: 'le la les des du de et une un pour dans par sur aux avec est sont qui en d l',
  en: 'the of and for with in by to from is are this that on at as',
  de: 'der die das und fur von mit im in ist sind den dem zur zum eine',
  nl: 'de het een van en voor met in op is zijn door naar',
  es: 'el la los las de del y por para con en que una es son',
  pt: 'o a os as de do da dos das e por para com em no na que uma',
  it: 'il la gli di del della delle dello dei degli nel nella nelle e per con una che sono',
}
/** Such words of another language that are enough, and for each one of French. */
const LEAST = 3
const USUAL = 2
/** As many values of a document as show its language. */
const VALUES = 2_000

/** Whether a document is plainly not about France: by the language that it tells, else by that of its texts, and by no address there. */
export function isForeign(description: Description): boolean {
  const texts = textsIn(description.node)
  if (texts.some(text => FRENCH_ADDRESS.test(text))) return false
  const languages = statements(description, 'language')
  if (languages.length > 0) return !languages.some(({ text }) => FRENCH.test(text))
  const counts = wordCounts(texts)
  const most = Math.max(...Object.keys(COMMON).map(language => (language === 'fr' ? 0 : counts[language]!)))
  return most >= LEAST && most > USUAL * counts.fr!
}

const FRENCH_ADDRESS = /(?:\/\/|@)[^/\s@]*\.fr(?!-|\w|\.\w)/i
const FRENCH = /(?:^|[/:_-])(?:fr|fra|fre)(?![a-z])|fran[cç]ais|french/i

function wordCounts(texts: readonly string[]): Record<string, number> {
  const counts = Object.fromEntries(Object.keys(COMMON).map(language => [language, 0]))
  for (const text of texts)
    for (const word of unaccented(text).match(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu) ?? []) {
      const language = LANGUAGES.get(word)
      if (language !== undefined) counts[language]!++
    }
  return counts
}

/** By word, the one language that it is common in. */
const LANGUAGES: ReadonlyMap<string, string> = languagesByWord()

function languagesByWord(): ReadonlyMap<string, string> {
  const pairs = Object.entries(COMMON).flatMap(([language, words]) =>
    words.split(' ').map(word => [word, language] as const),
  )
  const shared = new Set(pairs.map(([word]) => word).filter((word, at, all) => all.indexOf(word) !== at))
  return new Map(pairs.filter(([word]) => !shared.has(word)))
}

/** The texts of a value and of all that stands in it. */
function textsIn(root: Node): readonly string[] {
  const texts: string[] = []
  const nodes = [root]
  for (let node = nodes.pop(); node && texts.length < VALUES; node = nodes.pop()) {
    if (node.kind === 'string') texts.push(String(node.value))
    nodes.push(...node.children.slice(0, VALUES))
  }
  return texts
}
