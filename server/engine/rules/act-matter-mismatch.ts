import { actMatter, actMatters, matterOfCode } from '../model/act-matter'
import { wordsOf } from '../model/identifier'
import { shown } from '../model/shown'
import { rowRule } from './rule'

interface Facts {
  readonly code: string
  readonly name: string
  readonly nameColumn: number
}

/** An act whose code and whose name say two different matters. */
export const actMatterMismatch = rowRule<Facts>({
  id: 'act-matter-mismatch',
  severity: 'warning',
  preset: 'standard',
  concepts: ['consistency', 'code-list'],

  check({ table, columns }) {
    const about = columns.filter(column => wordsOf(column).includes('matiere'))
    const codes = about.filter(column => wordsOf(column).includes('code'))
    const names = about.filter(column => !codes.includes(column))
    const [code, name] = [codes[0], names[0]]
    if (!code || !name || codes.length + names.length > 2) return undefined
    return row => {
      if (row.width !== table.columnCount) return undefined
      const written = row.text(code.index)
      const number = matterOfCode(written)
      if (number === undefined) return undefined
      const named = row.text(name.index)
      const matter = actMatter(named.split('/')[0]!)
      if (matter === undefined || matter === number) return undefined
      return { column: code.index, facts: { code: written, name: named, nameColumn: name.index } }
    }
  },

  message: {
    fr: ({ code, name }) =>
      `${shown.fr(code)} est un code de la matière ${shown.fr(actMatters[Number(code[0]) - 1]!)}, alors que la ligne nomme ${shown.fr(name)} : l’un des deux est faux.`,
    en: ({ code, name }) =>
      `${shown.en(code)} is a code of the matter ${shown.en(actMatters[Number(code[0]) - 1]!)}, while the row names ${shown.en(name)}: one of the two is wrong.`,
  },

  related: {
    places: ({ nameColumn }, at) => [{ ...at, column: nameColumn }],
    message: {
      fr: ({ name }) => `${shown.fr(name)} est la matière que la ligne nomme.`,
      en: ({ name }) => `${shown.en(name)} is the matter that the row names.`,
    },
  },
})
