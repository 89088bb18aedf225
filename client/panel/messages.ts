import type { Requests } from '../../server/protocol'
import type { CellSpot, RowsWanted } from '../../server/protocol/preview'
import type { GridPlace } from './grid'

/** Grows when a message changes its meaning: a page that was kept from an older version is made anew. */
export const VERSION = 4

/** What the page asks the server, by way of the editor. */
export type Asked = 'vigie/overview' | 'vigie/progress' | 'vigie/rows' | 'vigie/cellKnown' | 'vigie/cards'

/** A message without its version. */
export type FromPage =
  | { readonly ready: true }
  | { readonly ask: Asked; readonly number: number; readonly params: Omit<Requests[Asked]['params'], 'uri'> }
  /** Shows a cell in the text; `focus`: and puts the cursor there. */
  | { readonly go: CellSpot; readonly focus: boolean }
  /** Offers the repairs of a cell. */
  | { readonly fix: CellSpot }
  | { readonly set: CellSpot & { readonly value: string; readonly was: string } }
  /** Takes the last change of the text back, or makes it again. */
  | { readonly step: 'undo' | 'redo' }
  /** Applies all repairs that lose nothing. */
  | { readonly fixAll: true }
  /** Has all of a file checked of which only the first rows are shown. */
  | { readonly check: true }
  | { readonly rule: string }
  | { readonly concept: string }
  | { readonly copy: CellSpot }

/** What the client tells the page. */
export type ToPage =
  | { readonly answer: number; readonly result: unknown }
  /** The text, or what is known of it, is another; where it is read from now. */
  | { readonly changed: ShownAs }
  | { readonly select: CellSpot }
  /** What the page asked for in the text is done, and it has the focus again. */
  | { readonly back: true }

/** Whether a file is open in an editor, only on disk, or there no longer. */
export type ShownAs = 'open' | 'closed' | 'deleted'

/** What the page keeps for when it is shown again. */
export interface Kept {
  readonly v: typeof VERSION
  readonly uri: string
  readonly tab: Tab
  /** What is searched for, by which rule, in which order. */
  readonly view: RowsWanted['view']
  readonly place: GridPlace
}

/** The parts of the page, of which one is in view. */
export type Tab = 'table' | 'columns' | 'verdict'
