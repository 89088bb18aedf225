import type { ConceptId } from '../engine/concepts'
import type { Language } from '../engine/model/language'
import { conceptPage, rulePage } from '../engine/pages'
import type { Complain } from './inputs'

/** Prints the page of a rule or a concept. */
export function explainCommand(id: string | undefined, language: Language, complain: Complain): void {
  const isName = id !== undefined && /^[a-z0-9-]+$/.test(id)
  const page = isName ? rulePage(id, language) || conceptPage(id as ConceptId, language) : ''
  if (page !== '') process.stdout.write(plainText(page) + referencesOf(page, language))
  else if (id === undefined)
    complain({ fr: 'Il manque un nom : vigie explain ID', en: 'A name is missing: vigie explain ID' }, 'serious')
  else
    complain(
      { fr: `Ni règle ni notion ne s’appelle ${id}.`, en: `Neither a rule nor a concept is called ${id}.` },
      'serious',
    )
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
function referencesOf(page: string, language: Language): string {
  const listed = /^references: \[(.+)\]$/m.exec(page)?.[1]
  if (listed === undefined) return ''
  const title = { fr: 'Référence officielle\u00A0:', en: 'Official reference:' }[language]
  return `\n${title}\n${listed.replaceAll(', ', '\n')}\n`
}
