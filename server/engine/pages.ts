import type { ConceptId } from './concepts'
import type { Language } from './model/language'

// The bundler finds these pages by the shape of their names and packs them as text.

/** The page of a rule in Markdown; empty when there is none. */
export function rulePage(id: string, language: Language): string {
  return pageText(() => require(`./rules/${id}.${language}.md`))
}

/** The page of a concept in Markdown, front matter included. */
export function conceptPage(id: ConceptId, language: Language): string {
  return pageText(() => require(`./concepts/${id}.${language}.md`))
}

/** A page that does not exist is no reason to stop. */
function pageText(load: () => unknown): string {
  try {
    const page = load()
    return typeof page === 'string' ? page : String((page as { default: string }).default)
  } catch {
    return ''
  }
}
