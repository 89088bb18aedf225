import type { CodeAction } from 'vscode-languageserver'
import { columnInWords } from '../editor/column-in-words'
import type { Dataset } from '../engine/dataset'
import { homeOf } from '../engine/home'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { ruleTitle } from '../engine/say'

/** An action, and the finding for which it is offered. */
export interface Offer {
  readonly action: CodeAction
  readonly diagnostic: Diagnostic
}

/** Actions of which those with the same title are told apart: by the rule that speaks, and by the place where that is the same. */
export function toldApart(offers: readonly Offer[], dataset: Dataset, language: Language): CodeAction[] {
  const titles = offers.map(({ action }) => action.title)
  const rule = ({ diagnostic }: Offer) => ruleTitle(diagnostic.rule, language)
  const place = ({ diagnostic }: Offer) => {
    const { rule: id, row, column } = diagnostic
    return [
      ruleTitle(id, language),
      ...(column === undefined ? [] : [columnInWords(homeOf(dataset, diagnostic), column, language)]),
      ...(row === undefined ? [] : [{ fr: `ligne ${row + 1}`, en: `row ${row + 1}` }[language]]),
    ].join(', ')
  }
  return offers.map(({ action }, at) => {
    const alike = offers.filter((_, other) => titles[other] === titles[at])
    if (alike.length === 1) return action
    const name = areAllDifferent(alike.map(rule)) ? rule : place
    const title = `${action.title} (${name(offers[at]!)})`
    return { ...action, title, ...(action.command && { command: { ...action.command, title } }) }
  })
}

function areAllDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
