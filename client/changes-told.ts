import type { Asked } from '../server/protocol'
import type { Range, TextEdit } from '../server/protocol/range'

/** Changes that are told one by one. */
const MOST = 5
/** Characters of a value that are shown. */
const LONGEST = 60

/** A text that is about to be changed. */
export interface Changed {
  readonly edits: readonly TextEdit[]
  /** What stands between two places of the text. */
  readonly textIn: (range: Range) => string
}

/** What a person reads before a repair: why it is offered, its first changes, and what the longer way asks for. */
export function changesTold({ edits, textIn }: Changed, { reason, isWithheld }: Asked, language: 'fr' | 'en'): string {
  const say = words[language]
  const told = edits.slice(0, MOST).map(edit => {
    const rows = removedLines(edit, textIn)
    if (rows) return say.removed(...rows)
    const line = edit.range.start.line + 1
    if (isWithheld) return edit.newText === '' ? say.removedFrom(line) : say.changed(line)
    return say.line(line, changeTold(textIn(edit.range), edit.newText, say))
  })
  const rest = edits.length - told.length
  const longerWay = isWithheld ? [] : ['', say.longerWay]
  return [reason, '', ...told, ...(rest > 0 ? [say.others(rest)] : []), ...longerWay].join('\n')
}

/** The title of a repair as a question. */
export function questionOf({ title }: Asked, language: 'fr' | 'en'): string {
  return words[language].question(title)
}

/** The first and last of the lines, from 1, that an edit takes out whole; nothing when it does something else. */
function removedLines(
  { range: { start, end }, newText }: TextEdit,
  textIn: Changed['textIn'],
): [number, number] | undefined {
  if (newText !== '' || start.line === end.line) return undefined
  const before = textIn({ start: { line: start.line, character: 0 }, end: start })
  if (start.character === end.character && before.trim() === '') return [start.line + 1, end.line]
  const behind = { start: end, end: { line: end.line, character: end.character + 1 } }
  // The last lines go with the line end before them, and in JSON with the comma that parts them from the others.
  const isLast = /^(?:,(?=\s*[[{]))?\r?\n/.test(textIn({ start, end })) && textIn(behind) === ''
  return isLast ? [start.line + 2, end.line + 1] : undefined
}

function changeTold(old: string, written: string, say: (typeof words)['fr' | 'en']): string {
  if (old === '') return say.added(around(written, 0))
  if (written === '') return say.left(around(old, 0))
  const from = firstDifference(old, written)
  return say.replaced(around(old, from), around(written, from))
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** A value, or as much of it around a place as is shown; line ends are seen. */
function around(value: string, place: number): string {
  const from = value.length > LONGEST ? Math.max(0, Math.min(place - LONGEST / 2, value.length - LONGEST)) : 0
  const part = value
    .slice(from, from + LONGEST)
    // Half of a character that is written with two.
    .replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
    .replaceAll(/\r?\n|\r/g, '↵')
  return `${from > 0 ? '…' : ''}${part}${value.length > from + LONGEST ? '…' : ''}`
}

const words = {
  fr: {
    question: (title: string) => `${title} ?`,
    line: (line: number, change: string) => `Ligne ${line} : ${change}`,
    replaced: (old: string, written: string) => `« ${old} » → « ${written} »`,
    added: (written: string) => `ajout de « ${written} »`,
    left: (old: string) => `suppression de « ${old} »`,
    changed: (line: number) => `Ligne ${line} modifiée`,
    removedFrom: (line: number) => `Ligne ${line} : texte supprimé`,
    removed: (first: number, last: number) =>
      first === last ? `Ligne ${first} supprimée` : `Lignes ${first} à ${last} supprimées`,
    others: (count: number) => (count === 1 ? 'et 1 autre' : `et ${count.toLocaleString('fr-FR')} autres`),
    longerWay: '« Voir chaque changement » ouvre une liste où cocher ce qui doit changer.',
  },
  en: {
    question: (title: string) => `${title}?`,
    line: (line: number, change: string) => `Line ${line}: ${change}`,
    replaced: (old: string, written: string) => `“${old}” → “${written}”`,
    added: (written: string) => `“${written}” added`,
    left: (old: string) => `“${old}” removed`,
    changed: (line: number) => `Line ${line} changed`,
    removedFrom: (line: number) => `Line ${line}: text removed`,
    removed: (first: number, last: number) =>
      first === last ? `Line ${first} removed` : `Lines ${first} to ${last} removed`,
    others: (count: number) => (count === 1 ? 'and 1 other' : `and ${count.toLocaleString('en-GB')} others`),
    longerWay: '“See each change” opens a list where you tick what is to change.',
  },
} as const
