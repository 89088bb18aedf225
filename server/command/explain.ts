import { conceptIn } from '../engine/concept'
import type { ConceptId } from '../engine/concepts'
import type { Language } from '../engine/model/language'
import { conceptPage, rulePage } from '../engine/pages'
import type { Order } from './options'
import type { Complain } from './inputs'
import { unknownName } from '../tools/unknown-name'

/** Prints the page of a rule or a concept. */
export async function explainCommand({ paths: [id], language }: Order, complain: Complain): Promise<void> {
  const isName = id !== undefined && /^[a-z0-9-]+$/.test(id)
  const text = isName ? textOf(id, language) : ''
  if (text !== '') process.stdout.write(text)
  else if (id === undefined)
    complain({ fr: 'Il manque un nom : vigie explain ID', en: 'A name is missing: vigie explain ID' }, 'serious')
  else complain(unknownName(id), 'serious')
}

/** What a terminal shows of a rule or a concept, or of both where they have one name; empty when there is none of that name. */
function textOf(id: string, language: Language): string {
  const rule = rulePage(id, language)
  const concept = conceptPage(id as ConceptId, language)
  const pages = [rule && plainText(rule), concept && plainText(concept) + referencesOf(id as ConceptId, language)]
  return pages.filter(page => page !== '').join('\n')
}

/** Markdown as a terminal shows it: titles underlined, examples set in. */
function plainText(page: string): string {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(page)
  const title = front && /^title: (.+)$/m.exec(front[1]!)?.[1]
  const body = page.slice(front?.[0].length ?? 0)
  let inExample = false
  const lines = (title ? `# ${title}\n${body}` : body).trimEnd().split('\n')
  const shown = lines.flatMap(line => {
    if (line.startsWith('```')) {
      inExample = !inExample
      return []
    }
    if (inExample) return [`    ${line}`]
    const heading = /^#+ (.+)$/.exec(line)?.[1]
    return heading === undefined ? [line] : [heading, '='.repeat([...heading].length)]
  })
  return `${shown.join('\n')}\n`
}

/** The web addresses of the official texts that a concept refers to. */
function referencesOf(id: ConceptId, language: Language): string {
  const { references } = conceptIn(id, language)
  if (references.length === 0) return ''
  const title = { fr: 'Références officielles\u00A0:', en: 'Official references:' }[language]
  return `\n${title}\n${references.join('\n')}\n`
}
