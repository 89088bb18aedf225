import type { Dataset } from '../engine/dataset'
import { fixesOf } from '../engine/fix'
import { homeOf } from '../engine/home'
import type { Change, TreeChange } from '../engine/model/change'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Language } from '../engine/model/language'
import { messageOf } from '../engine/say'
import { Withheld } from '../engine/withheld'
import type { Asked } from '../protocol'

/** What a person is told of a repair that must be confirmed, offered for a finding. */
export function askedOf(title: string, diagnostic: Diagnostic, language: Language): Asked {
  return { title, reason: messageOf(diagnostic, language) }
}

/** Findings of which it is looked up whether the rows that their repairs change may be told. */
const MOST = 1_000

/** The same of the repair of these findings, which says whether their values may be told. */
export function askedFor(asked: Asked, dataset: Dataset, diagnostics: readonly Diagnostic[]): Asked {
  const isWithheld = diagnostics.some(one => one.isWithheld) || tellsOthers(dataset, diagnostics)
  return isWithheld ? { ...asked, isWithheld } : asked
}

/** Whether repairs may tell other values, which are not told, than those of their findings, by which alone these were judged. */
function tellsOthers(dataset: Dataset, diagnostics: readonly Diagnostic[]): boolean {
  const looked = diagnostics.slice(0, MOST)
  const wider = looked.flatMap(one => {
    const home = homeOf(dataset, one)
    return fixesOf(dataset, one).flatMap(({ changes }) => changes.filter(isWider).map(change => ({ home, change })))
  })
  if (wider.length === 0) return false
  const homes = new Set(wider.map(({ home }) => home))
  const withheld = new Map([...homes].map(home => [home, new Withheld(home)]))
  return (
    looked.length < diagnostics.length ||
    wider.some(({ home, change }) => !isOfRows(change) || hidesRows(withheld.get(home)!, change))
  )
}

type Wider = Extract<Change, { readonly set: 'row' | 'order' } | { readonly remove: 'rows' | 'columns' }>
type OfRows = Extract<Wider, { readonly row: number }>

function isWider(change: Change | TreeChange): change is Wider {
  if ('set' in change) return change.set === 'row' || change.set === 'order'
  return 'remove' in change && change.remove !== 'cells'
}

function isOfRows(change: Wider): change is OfRows {
  return 'row' in change
}

function hidesRows(withheld: Withheld, change: OfRows): boolean {
  const count = 'count' in change ? change.count : 1
  return Array.from({ length: count }, (_, i) => change.row + i).some(row => withheld.isInRow(row))
}
