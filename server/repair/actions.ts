import { type CodeAction, type CodeActionContext, CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver'
import { type Desk, edited, later, oneOf } from './action-edit'
import { askedFor, askedOf } from './asked'
import type { Checked, Found } from '../editor/checked'
import { columnInWords } from '../editor/column-in-words'
import { rangeOf, textEdits } from '../editor/convert'
import { counted } from '../engine/model/counted'
import type { Diagnostic } from '../engine/model/diagnostic'
import {
  columnFix,
  fixesOf,
  isEmptying,
  isFixable,
  isOfEveryRow,
  isSafelyFixable,
  type ReadyFix,
  schemasOffered,
} from '../engine/fix'
import { readersOf } from '../engine/evidence'
import { homeOf } from '../engine/home'
import { inLanguage } from '../engine/model/localised'
import { choicesOf, ruleTitle, titleOf } from '../engine/say'
import { spellingOf } from '../engine/chosen-spelling'
import { ruleById } from '../engine/rules/by-id'
import { Withheld } from '../engine/withheld'
import { touching } from '../editor/findings'
import type { Commands } from '../protocol'
import type { Range } from '../protocol/range'
import type { Wish } from './safe-edits'
import { toldApart } from './told-apart'

export const FIX_ALL = 'source.fixAll.vigie'
/** Findings at one place whose repairs are offered. */
const MOST = 10

/** The actions for a range: a repair of each finding, then of its column, then of its rule, then all that is safe. */
export function actionsOf(checked: Checked, range: Range, context: CodeActionContext, desk: Desk): CodeAction[] {
  const asks = (kind: string) =>
    !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`))
  const actions: CodeAction[] = []
  if (asks(CodeActionKind.QuickFix)) {
    const found = touching(checked, range).slice(0, MOST)
    const seen = new Set<string>()
    const ways: readonly ((one: Found) => readonly CodeAction[])[] = [
      one => own(checked, one, context, desk),
      one => schemas(one, desk),
      one => wider(checked, one, seen, desk),
      one => columnAway(checked, one, seen, desk),
      one => spellings(checked, one, seen, desk),
      one => acceptances(checked, one, seen, desk),
    ]
    const offers = ways.flatMap(way =>
      found.flatMap(one => way(one).map(action => ({ action, diagnostic: one.diagnostic }))),
    )
    actions.push(...toldApart(offers, checked.source.dataset, desk.language))
  }
  if (asks(FIX_ALL) && !checked.unsettled && safeCounts(checked).size > 0) {
    const title = words[desk.language].all
    // An editor asks by itself when it saves.
    const wish: Wish = context.triggerKind === CodeActionTriggerKind.Automatic ? 'automatic' : 'invoked'
    actions.push(later(checked, { title, kind: FIX_ALL }, { wish }, desk))
  }
  return actions
}

function own(checked: Checked, found: Found, context: CodeActionContext, desk: Desk): CodeAction[] {
  const { diagnostic, source } = found
  const range = rangeOf(source, diagnostic.span)
  const diagnostics = context.diagnostics.filter(({ code, range: at }) => code === diagnostic.rule && meet(at, range))
  const actions: CodeAction[] = []
  fixesOf(source.dataset, diagnostic).forEach((fix, index) => {
    const isRead = fix.safe && areOpen(checked, readersOf(diagnostic), diagnostic.column)
    const alone = titleOf(fix, desk.language)
    const title = isRead ? words[desk.language].evidence(alone) : alone
    const kind = CodeActionKind.QuickFix
    const operation = operationOf(fix)
    if (operation) {
      const args: Commands['vigie.reencode'] = [desk.uri, operation]
      actions.push({ title, kind, diagnostics, command: { title, command: 'vigie.reencode', arguments: [...args] } })
    } else if (source !== checked.source || fix.isWithheld) {
      return
    } else if (isOfEveryRow(fix)) {
      const asked = askedOf(title, diagnostic, desk.language)
      actions.push(later(checked, { title, kind, diagnostics }, { ...oneOf(checked, diagnostic, index), asked }, desk))
    } else if (fix.edits.length > 0) {
      const asked = fix.safe
        ? undefined
        : askedFor(askedOf(title, diagnostic, desk.language), source.dataset, [diagnostic])
      const edit = edited(checked, textEdits(source, fix.edits), desk, asked)
      const isPreferred = fix.safe && index === 0 && !isRead
      actions.push({
        title,
        kind,
        diagnostics,
        edit,
        ...(isPreferred && { isPreferred }),
        ...(asked && { data: { asked } }),
      })
    }
  })
  return actions
}

/** Puts one of the schemas in force among which a finding leaves the choice. */
function schemas({ diagnostic }: Found, { uri, language }: Desk): CodeAction[] {
  return schemasOffered(diagnostic).map(({ id, title: name }) => {
    const title = words[language].schema(inLanguage(name, language) ?? id)
    const args: Commands['vigie.chooseSchema'] = [uri, id]
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: 'vigie.chooseSchema', arguments: [...args] },
    }
  })
}

/** Lets the person accept a finding for a time: in one place, or in the whole column. */
function acceptances(
  { source }: Checked,
  { diagnostic, source: found }: Found,
  seen: Set<string>,
  desk: Desk,
): CodeAction[] {
  // What the bytes on disk are blamed for has no place in the text.
  if (source !== found) return []
  const { rule, row, column } = diagnostic
  const value = diagnostic.isWithheld ? undefined : diagnostic.value
  const label = column === undefined ? undefined : new Withheld(homeOf(source.dataset, diagnostic)).labelOf(column)
  const inColumn = { rule, ...(label && { column: label }) }
  const here = { ...inColumn, ...(value !== undefined ? { value } : row !== undefined && { row: row + 1 }) }
  const say = words[desk.language]
  const isNew = (place: object) => !seen.has(JSON.stringify(place)) && seen.add(JSON.stringify(place))
  return [
    ...(isNew(here) ? [acceptance(say.accept, here, desk)] : []),
    ...(label && row !== undefined && isNew(inColumn) ? [acceptance(say.acceptColumn(label), inColumn, desk)] : []),
  ]
}

function acceptance(title: string, place: Commands['vigie.accept'][1], { uri }: Desk): CodeAction {
  const args: Commands['vigie.accept'] = [uri, place]
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: 'vigie.accept', arguments: [...args] } }
}

/**
 * The same repair for the other cells of the column and of the file; nothing when there are no others. First those among
 * which the finding is, unless others are read by them.
 */
function wider(checked: Checked, { diagnostic }: Found, seen: Set<string>, desk: Desk): CodeAction[] {
  const { rule, column } = diagnostic
  const say = words[desk.language]
  const counts = safeCounts(checked)
  const inFile = counts.get(rule) ?? 0
  const inColumn = counts.get(`${rule} ${column}`) ?? 0
  const kind = CodeActionKind.QuickFix
  const ofColumn: CodeAction[] = []
  if (column !== undefined && inColumn > 1 && !seen.has(`${rule} ${column}`)) {
    seen.add(`${rule} ${column}`)
    const title = say.column(inColumn, columnInWords(checked.source.dataset, column, desk.language))
    ofColumn.push(later(checked, { title, kind }, { rule, column }, desk))
  }
  const ofFile: CodeAction[] = []
  if (inFile > Math.max(1, inColumn) && !seen.has(rule)) {
    seen.add(rule)
    const title = say.rule(inFile, ruleTitle(rule, desk.language))
    ofFile.push(later(checked, { title, kind }, { rule }, desk))
  }
  const asked = askedOfColumn(checked, diagnostic, seen, desk)
  const readers = ruleById(rule)?.evidenceFor?.rules ?? []
  const isFirst = isSafelyFixable(diagnostic) && !areOpen(checked, readers, column)
  return isFirst ? [...ofColumn, ...asked, ...ofFile] : [...asked, ...ofColumn, ...ofFile]
}

/** Whether a person must decide about findings of one of these rules in a column. */
function areOpen(checked: Checked, rules: readonly string[], column: number | undefined): boolean {
  if (rules.length === 0) return false
  const [safe, all] = [safeCounts(checked), fixableCounts(checked)]
  return rules.some(rule => (all.get(`${rule} ${column}`) ?? 0) > (safe.get(`${rule} ${column}`) ?? 0))
}

/** All repairs of a rule in a column, where some of them must be confirmed; once for each way in which it may be meant. */
function askedOfColumn(checked: Checked, diagnostic: Diagnostic, seen: Set<string>, desk: Desk): CodeAction[] {
  const { rule, column } = diagnostic
  const say = words[desk.language]
  const asked = askedCount(checked, rule, column)
  const inColumn = safeCounts(checked).get(`${rule} ${column}`) ?? 0
  if (column === undefined || asked <= Math.max(1, inColumn) || seen.has(`${rule} ${column} asked`)) return []
  seen.add(`${rule} ${column} asked`)
  const emptied = emptyingCounts(checked).get(`${rule} ${column}`) ?? 0
  const cells = columnInWords(checked.source.dataset, column, desk.language)
  const whole = emptied === asked ? say.emptied(asked, cells) : say.column(asked, cells)
  const choices = emptied === asked ? [] : choicesOf(diagnostic, desk.language)
  const action = (title: string, told: string, choice?: number) => {
    const which = { rule, column, asked: askedOf(told, diagnostic, desk.language) }
    return later(
      checked,
      { title, kind: CodeActionKind.QuickFix },
      choice === undefined ? which : { ...which, choice },
      desk,
    )
  }
  if (choices.length === 0) return [action(say.toConfirm(whole), whole)]
  return choices.map((meaning, choice) =>
    action(say.choice(say.toConfirm(whole), meaning), say.choice(whole, meaning), choice),
  )
}

/** Takes out the column of a finding that has no place in the file at all. */
function columnAway(checked: Checked, { diagnostic, source }: Found, seen: Set<string>, desk: Desk): CodeAction[] {
  const { column } = diagnostic
  const fix = source === checked.source && diagnostic.inside === undefined && columnFix(source.dataset, diagnostic)
  if (!fix || seen.has(`${column} away`)) return []
  seen.add(`${column} away`)
  const title = titleOf(fix, desk.language)
  const action = { title: words[desk.language].toConfirm(title), kind: CodeActionKind.QuickFix }
  const asked = askedOf(title, diagnostic, desk.language)
  return [later(checked, action, { ...oneOf(checked, diagnostic, 'column'), asked }, desk)]
}

/** Keeps a spelling that is at fault, and writes it in the whole column. */
function spellings(checked: Checked, { diagnostic, source }: Found, seen: Set<string>, desk: Desk): CodeAction[] {
  const { rule, column } = diagnostic
  // Of a table inside a document only its cells are repaired, one by one or all of the file.
  const isTold = !diagnostic.isWithheld && diagnostic.inside === undefined
  const spelling = isTold ? spellingOf(source.dataset, diagnostic) : undefined
  const sameAs = `${rule} ${column} ${spelling?.text}`
  if (column === undefined || !spelling || seen.has(sameAs)) return []
  seen.add(sameAs)
  const say = words[desk.language]
  const whole = say.everywhere(spelling.text, columnInWords(source.dataset, column, desk.language))
  const which = { rule, column, asked: askedOf(whole, diagnostic, desk.language), spelling }
  return [later(checked, { title: say.toConfirm(whole), kind: CodeActionKind.QuickFix }, which, desk)]
}

/** How many findings of a rule in a column have a repair, asked ones included. */
function askedCount(checked: Checked, rule: string, column: number | undefined): number {
  return fixableCounts(checked).get(`${rule} ${column}`) ?? 0
}

/** How many findings have a safe repair, by rule and by rule and column; editors ask at each move of the cursor. */
function safeCounts({ live, isText }: Checked): ReadonlyMap<string, number> {
  return isText ? live.counts(isSafelyFixable) : new Map()
}

/** The same for all that have a repair. */
function fixableCounts({ live, isText }: Checked): ReadonlyMap<string, number> {
  return isText ? live.counts(isFixable) : new Map()
}

/** The same for all whose repair empties the cell. */
function emptyingCounts({ live, isText }: Checked): ReadonlyMap<string, number> {
  return isText ? live.counts(isEmptying) : new Map()
}

function operationOf({ changes }: ReadyFix): Commands['vigie.reencode'][1] | undefined {
  const [first] = changes
  return first && 'operation' in first ? first.operation : undefined
}

function meet(one: Range, other: Range): boolean {
  return reaches(one.start, other.end) && reaches(other.start, one.end)
}

function reaches(from: Range['start'], to: Range['start']): boolean {
  return from.line < to.line || (from.line === to.line && from.character <= to.character)
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const words = {
  fr: {
    all: 'Corriger tout ce qui est sûr (Vigie)',
    accept: 'Accepter cet écart pour un temps…',
    schema: (name: string) => `Appliquer le schéma « ${short(name)} »`,
    acceptColumn: (label: string) => `Accepter cet écart dans toute la colonne « ${short(label)} »…`,
    column: (count: number, column: string) => `Corriger les ${counted(count, 'fr')} cellules de ${column}`,
    emptied: (count: number, column: string) => `Vider les ${counted(count, 'fr')} cellules de ${column}`,
    toConfirm: (title: string) => `${title}, à confirmer`,
    choice: (title: string, meaning: string) => `${title} : ${meaning}`,
    evidence: (title: string) => `${title}, alors que d’autres cellules de la colonne se lisent d’après celle-ci`,
    everywhere: (text: string, column: string) =>
      `Écrire « ${short(text)} » au lieu de ses autres écritures dans ${column}`,
    rule: (count: number, title: string) => `Corriger les ${counted(count, 'fr')} cellules du fichier : ${title}`,
  },
  en: {
    all: 'Fix all that is safe (Vigie)',
    accept: 'Accept this deviation for a time…',
    schema: (name: string) => `Apply the schema “${short(name)}”`,
    acceptColumn: (label: string) => `Accept this deviation in the whole column “${short(label)}”…`,
    column: (count: number, column: string) => `Fix the ${counted(count, 'en')} cells of ${column}`,
    emptied: (count: number, column: string) => `Empty the ${counted(count, 'en')} cells of ${column}`,
    toConfirm: (title: string) => `${title}, to be confirmed`,
    choice: (title: string, meaning: string) => `${title}: ${meaning}`,
    evidence: (title: string) => `${title}, though other cells of the column are read by this one`,
    everywhere: (text: string, column: string) => `Write “${short(text)}” instead of its other spellings in ${column}`,
    rule: (count: number, title: string) => `Fix the ${counted(count, 'en')} cells of the file: ${title}`,
  },
} as const
