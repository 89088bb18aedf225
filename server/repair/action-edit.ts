import type { ClientCapabilities, CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { askedFor } from './asked'
import type { Checked } from '../editor/checked'
import { textEdits } from '../editor/convert'
import { type Spelling, spelledEverywhere } from '../engine/chosen-spelling'
import { columnFix, fixAll, fixesOf } from '../engine/fix'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import type { Span } from '../engine/model/span'
import type { Asked } from '../protocol'
import type { Wish } from './safe-edits'
import type { AllSafe } from './all-safe'

/** What an action needs besides the findings. */
export interface Desk {
  readonly uri: string
  readonly language: Language
  readonly client: ClientCapabilities
  /** The edits of all safe fixes, and what a person who asked for them is told of what they took away. */
  readonly safe: (wish: Wish) => SafeRepairs
}

/** What all safe fixes do to a text. */
type SafeRepairs = Pick<AllSafe, 'edits' | 'lost'>

/** Whose cells an action repairs, until the client asks for its edit. */
export interface Wanted {
  readonly uri: string
  readonly generation: number
  /** Absent: every rule. */
  readonly rule?: string
  readonly column?: number
  /** The one finding that is repaired, where its repair rewrites every row. Absent: all of the rule, in the column if there is one. */
  readonly one?: One
  /** Repairs that are not provably safe too, of which the person is told this and asked to confirm them. */
  readonly asked?: Asked
  /** Which of the repairs offered for each cell. Absent: the best. */
  readonly choice?: number
  /** What to write in the whole column, instead of its usual spelling. */
  readonly spelling?: Spelling
  /** Who asks for all that is safe. Absent: a person. */
  readonly wish?: Wish
}

/** A finding, and one of its repairs. */
interface One {
  /** In bytes of the text. */
  readonly span: Span
  /** Among those of the rule and the column at this place. */
  readonly place: number
  /** Number of the repair, or to take out the column. */
  readonly fix: number | 'column'
}

/** How a client names a finding when it asks for the edit of one of its repairs. */
export function oneOf(
  checked: Checked,
  diagnostic: Diagnostic,
  fix: One['fix'],
): Pick<Wanted, 'rule' | 'column' | 'one'> {
  const { rule, column, span, facts } = diagnostic
  const place = placedAt(checked, { rule, column }, span).findIndex(other => other.facts === facts)
  return { rule, ...(column !== undefined && { column }), one: { span, place, fix } }
}

function placedAt(
  { live }: Checked,
  { rule, column }: { readonly rule?: string | undefined; readonly column?: number | undefined },
  { start, end }: Span,
): readonly Diagnostic[] {
  return live
    .between({ start, end })
    .filter(one => one.rule === rule && one.column === column && one.span.start === start && one.span.end === end)
}

/** An action whose edit is worked out when it is chosen, if the client can ask for it. */
export function later(
  checked: Checked,
  action: CodeAction,
  which: Omit<Wanted, 'uri' | 'generation'>,
  desk: Desk,
): CodeAction {
  const data: Wanted = { uri: desk.uri, generation: checked.generation, ...which }
  const asks = desk.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit')
  return asks ? { ...action, data } : resolved({ ...action, data }, checked, desk)
}

/** Gives an action its edit; without one when the text has changed since. */
export function resolved(action: CodeAction, checked: Checked | undefined, desk: Desk): CodeAction {
  const repair = repairOf(action.data, checked, desk)
  return repair
    ? { ...action, data: repair.data, edit: edited(repair.checked, repair.edits, desk, repair.data.asked) }
    : action
}

/** What an action does to the text, and what is known of it then; undefined when the text has changed since. */
export function repairOf(data: unknown, checked: Checked | undefined, desk: Desk) {
  const wanted = data as Wanted
  if (checked?.generation !== wanted.generation) return undefined
  const diagnostics = wantedOf(checked, wanted)
  const asked = wanted.asked && askedFor(wanted.asked, checked.source.dataset, diagnostics)
  const { edits, lost }: SafeRepairs =
    wanted.rule === undefined ? desk.safe(wanted.wish ?? 'invoked') : { edits: editsFor(checked, wanted, diagnostics) }
  return { checked, edits, data: { ...wanted, ...(asked && { asked }), ...(lost !== undefined && { lost }) } }
}

/** The findings that are to be repaired; none when all that is safe is. */
function wantedOf(checked: Checked, { rule, column, one }: Wanted): readonly Diagnostic[] {
  if (rule === undefined) return []
  if (one) return placedAt(checked, { rule, column }, one.span).slice(one.place, one.place + 1)
  return [...checked.live.findings()].filter(
    one => one.rule === rule && (column === undefined || one.column === column),
  )
}

function editsFor(
  { source }: Checked,
  { column, one, asked, choice, spelling }: Wanted,
  diagnostics: readonly Diagnostic[],
): TextEdit[] {
  if (one)
    return diagnostics.flatMap(diagnostic => {
      const { dataset } = source
      const fix = one.fix === 'column' ? columnFix(dataset, diagnostic) : fixesOf(dataset, diagnostic)[one.fix]
      return fix ? textEdits(source, fix.edits) : []
    })
  if (column !== undefined && spelling)
    return textEdits(source, spelledEverywhere(source.dataset, diagnostics, column, spelling))
  return textEdits(
    source,
    fixAll(source.dataset, diagnostics, { unsafe: asked !== undefined, ...(choice !== undefined && { choice }) }),
  )
}

/** Edits as the client can have them; those that a person must confirm, beside boxes, none of which is ticked. */
export function edited(
  checked: Checked,
  edits: readonly TextEdit[],
  { uri, client, language }: Desk,
  asked?: Asked,
): WorkspaceEdit {
  const can = client.workspace?.workspaceEdit
  if (!can?.documentChanges) return { changes: { [uri]: [...edits] } }
  const textDocument = { uri, version: checked.version }
  if (asked === undefined || !can.changeAnnotationSupport)
    return { documentChanges: [{ textDocument, edits: [...edits] }] }
  const description = `${confirm[language]}. ${asked.reason}`
  return {
    documentChanges: [{ textDocument, edits: edits.map(edit => ({ ...edit, annotationId: 'doubt' })) }],
    changeAnnotations: { doubt: { label: asked.title, description, needsConfirmation: true } },
  }
}

const confirm: Readonly<Record<Language, string>> = {
  fr: 'Cochez la case pour confirmer',
  en: 'Tick the box to confirm',
}
