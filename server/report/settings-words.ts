import type { Dataset } from '../engine/dataset'
import type { Language } from '../engine/model/language'
import type { Severities } from '../engine/model/loudness'
import { ruleTitle } from '../engine/say'
import { Withheld } from '../engine/withheld'
import type { Block, Line } from './block'
import { dayInWords } from './dataset-words'
import { impersonal } from './impersonal'
import type { Asked, Section } from './reported'
import { successorWords } from './successor-words'
import { severityWord } from './words'

/** What is asked of the rules beyond what they do by themselves, a line each. */
export function settingsLines(
  { preset, severities = {}, columns = {}, conventions }: Asked,
  language: Language,
): readonly Line[] {
  const say = successorWords[language]
  const lines = [
    ...(preset === undefined ? [] : [say.preset(preset)]),
    ...ofRules(severities, language),
    ...Object.entries(columns).flatMap(([name, rules]) =>
      ofRules(rules, language).map(line => say.inColumn(name, line)),
    ),
    ...(conventions?.leastCount === undefined ? [] : [say.leastCount(conventions.leastCount)]),
  ]
  return (lines.length > 0 ? lines : [say.presetUsual]).map(line => [line])
}

function ofRules(rules: Severities, language: Language): readonly string[] {
  const say = successorWords[language]
  return Object.entries(rules).map(([rule, severity]) =>
    severity === 'off'
      ? say.off(titleOf(rule, language))
      : say.louder(titleOf(rule, language), severityWord(severity, language)),
  )
}

/** The deviations that somebody has accepted in a file, with reason, author and end; no value is told. */
export function acceptedBlock(dataset: Dataset, { accepted = [] }: Asked, { language, today }: Section): Block {
  const say = successorWords[language]
  if (accepted.length === 0) return { paragraph: [say.noAccepted] }
  const withheld = new Withheld(dataset)
  const labels = new Set(dataset.described.columns.map(({ index }) => withheld.labelOf(index)))
  const names = new Set(dataset.described.header.fields.map(field => field?.name))
  return {
    caption: say.accepted,
    isTold: true,
    columns: [say.rule, say.place, say.reason, say.author, say.until],
    rows: accepted.map(({ rule, column, row, reason, author, until }) => {
      const isKnown = column !== undefined && (labels.has(column) || names.has(column))
      const place = [...(isKnown ? [column] : []), ...(row === undefined ? [] : [say.row(row)])]
      const day = dayInWords(until, language)
      return [
        [titleOf(rule, language)],
        [place.join(', ') || say.anywhere],
        [impersonal(reason, language)],
        [impersonal(author, language)],
        [until < today ? say.isOver(day) : day],
      ]
    }),
  }
}

function titleOf(rule: string, language: Language): string {
  return ruleTitle(rule, language).replaceAll('`', '')
}
