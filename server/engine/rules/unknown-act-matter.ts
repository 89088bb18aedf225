import { actMatter, actMatters, matterOfCode, meantMatter } from '../model/act-matter'
import { checkOf } from '../model/custom-check'
import { wordsOf } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  readonly what: 'slash' | 'space' | 'matter' | 'code'
  readonly fixed: string | undefined
}

/** A matter that the nomenclature of acts does not have, or that is not written as it asks. */
export const unknownActMatter = cellRule<Facts>({
  id: 'unknown-act-matter',
  severity: 'error',
  preset: 'standard',
  concepts: ['code-list'],
  customCheck: 'act-matter',
  insteadOf: ['pattern', 'max-length'],

  check(column) {
    if (checkOf(column.field, 'act-matter')) return faultOfName
    const words = wordsOf(column)
    if (!words.includes('matiere')) return undefined
    if (words.includes('code')) return column.learn(areCodes) ? faultOfCode : undefined
    return column.learn(areNames) ? faultOfName : undefined
  },

  message: {
    fr({ text, what }) {
      const value = shown.fr(text)
      if (what === 'slash')
        return `${value} devrait être une matière et sa sous-matière séparées par une barre oblique, comme dans « Finances locales/Subventions ».`
      if (what === 'space')
        return `${value} a une espace à côté de sa barre oblique : la matière et la sous-matière s’écrivent sans rien entre elles que cette barre.`
      if (what === 'code')
        return `${value} n’est pas un code de la nomenclature des actes, qui commence par le numéro d’une des neuf matières, comme 7.5.`
      return `${value} ne commence par aucune des neuf matières de la nomenclature des actes, qui sont ${list('fr')}.`
    },
    en({ text, what }) {
      const value = shown.en(text)
      if (what === 'slash')
        return `${value} should be a matter and its sub-matter with a slash between them, as in “Finances locales/Subventions”.`
      if (what === 'space')
        return `${value} has a space beside its slash: the matter and the sub-matter are written with nothing between them but the slash.`
      if (what === 'code')
        return `${value} is no code of the nomenclature of acts, which begins with the number of one of the nine matters, such as 7.5.`
      return `${value} begins with none of the nine matters of the nomenclature of acts, which are ${list('en')}.`
    },
  },

  fix: (_text, { fixed }) => fixed,
})

const areNames = mostlyOf(0.5, value => actMatter(value.split('/')[0]!.trim()) !== undefined)
const areCodes = mostlyOf(0.8, value => matterOfCode(value) !== undefined)

function faultOfName(text: string): Facts | undefined {
  const at = text.indexOf('/')
  const name = at < 0 ? text : text.slice(0, at)
  const known = actMatter(name.trim())
  if (at < 0) return { text, what: 'slash', fixed: undefined }
  const spaced = /\s$/.test(name) || /^\s/.test(text.slice(at + 1))
  if (known !== undefined) return spaced ? { text, what: 'space', fixed: withoutSpaces(text) } : undefined
  const near = meantMatter(name.trim())
  return { text, what: 'matter', fixed: near && `${near}/${text.slice(at + 1).trim()}` }
}

function faultOfCode(text: string): Facts | undefined {
  const code = text.trim()
  if (matterOfCode(code) !== undefined) return undefined
  const pointed = code.replace(/,/g, '.')
  return { text, what: 'code', fixed: matterOfCode(pointed) === undefined ? undefined : pointed }
}

function withoutSpaces(text: string): string {
  return text.replace(/\s*\/\s*/, '/')
}

function list(language: 'fr' | 'en'): string {
  const all = actMatters.map(shown[language])
  return `${all.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${all.at(-1)}`
}
