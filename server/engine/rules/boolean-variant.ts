import { meets } from '../model/constraint'
import type { Field } from '../model/field'
import { folded } from '../model/fold'
import { share } from '../model/lesson'
import { shown, shownList } from '../model/shown'
import type { Column } from '../model/table'
import { type Census, columnRule } from './rule'
import { inStyle, isWordy, yesNo } from './yes-no'

/** Cells of the usual spelling for each one of another, below which none is usual. */
const MAJORITY = 2

interface Facts {
  readonly text: string
  /** How yes and no are written here. */
  readonly usual: readonly string[]
  readonly fixed: string | undefined
  /** `schema`: it declares the spellings. `case`: it does, and only case or accents differ. `column`: most cells do. */
  readonly because: 'schema' | 'case' | 'column'
}

/** Yes or no, in another spelling than the schema or the rest of the column has. */
export const booleanVariant = columnRule<Facts>({
  id: 'boolean-variant',
  severity: 'warning',
  preset: 'standard',
  concepts: ['validity', 'consistency'],
  insteadOf: ['type-error', 'category-variant', 'mixed-type-column', 'edge-whitespace'],

  check(column) {
    const { field } = column
    if (field?.constraints.enum) return undefined
    if (field?.type === 'boolean') return besideSchema(field)
    return !field || field.type === 'string' || field.type === 'any' ? besideOthers(column) : undefined
  },

  message: {
    fr: ({ text, usual, because }) =>
      because === 'column'
        ? `${shown.fr(text)} n’est pas écrit comme le reste de la colonne, qui dit ${shownList.fr(usual)} : un tri ou un comptage en fera une réponse à part.`
        : `${shown.fr(text)} n’est pas l’une des écritures que le schéma accepte, qui sont ${shownList.fr(usual)} : un outil qui le suit n’y lira ni oui ni non.`,
    en: ({ text, usual, because }) =>
      because === 'column'
        ? `${shown.en(text)} is not written like the rest of the column, which says ${shownList.en(usual)}: sorting or counting makes it an answer of its own.`
        : `${shown.en(text)} is not one of the spellings that the schema accepts, which are ${shownList.en(usual)}: a tool that follows it reads neither yes nor no.`,
  },

  fix: (_text, { fixed }) => fixed,
  safe: ({ because }) => because === 'case',
})

/** Every yes or no that the schema does not know is at fault. */
function besideSchema(field: Field): Census<Facts> {
  const usual = [...field.trueValues, ...field.falseValues]
  const factsOf = (text: string): Facts => {
    const plain = folded(text)
    const alike = usual.find(value => folded(value) === plain)
    const fixed = alike ?? (yesNo(text.trim())?.isYes ? field.trueValues : field.falseValues)[0]
    return { text, usual, fixed, because: alike === undefined ? 'schema' : 'case' }
  }
  return {
    ...(field.accept && { accept: field.accept }),
    kindOf: text => (field.read(text) === undefined && yesNo(text.trim()) ? 'unknown' : undefined),
    judge: counts => new Map(counts.has('unknown') ? [['unknown', factsOf]] : []),
  }
}

/** Without a list: what is not written as most of the column is. */
function besideOthers({ field, learn }: Column): Census<Facts> | undefined {
  if (!learn(areAnswers)) return undefined
  return {
    kindOf: text => (yesNo(text.trim()) ? text.trim() : undefined),
    judge(counts) {
      const styles = stylesOf(counts)
      const [[usual, most] = ['', 0], [, next] = ['', 0]] = styles
      const isClear = most >= MAJORITY * next && styles.some(([style]) => isWordy(style))
      if (styles.length < 2 || !isClear) return new Map()
      const spelt = spellingsOf(counts, usual)
      return new Map(
        [...counts.keys()]
          .filter(kind => yesNo(kind)!.style !== usual)
          .map(kind => {
            const said = yesNo(kind)!
            const word = inStyle(said, usual) ?? spelt.find(value => yesNo(value)!.isYes === said.isYes)
            const fixed = word !== undefined && (!field || meets(field, word)) ? word : undefined
            return [kind, text => ({ text, usual: spelt, fixed, because: 'column' })]
          }),
      )
    },
  }
}

const areAnswers = share({
  test: value => yesNo(value.trim()) !== undefined,
  isEnough: (answers, values) => answers >= 0.9 * values,
})

/** Cells of each style, the most frequent first. */
function stylesOf(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const styles = new Map<string, number>()
  for (const [kind, count] of counts) {
    const { style } = yesNo(kind)!
    styles.set(style, (styles.get(style) ?? 0) + count)
  }
  return [...styles].toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
}

/** The spellings of a style that the column has, yes first. */
function spellingsOf(counts: ReadonlyMap<string, number>, usual: string): readonly string[] {
  const spelt = [...counts.keys()].filter(kind => yesNo(kind)!.style === usual)
  return spelt.toSorted((a, b) => Number(yesNo(b)!.isYes) - Number(yesNo(a)!.isYes) || (a < b ? -1 : 1))
}
