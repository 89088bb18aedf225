import { inSlices } from '../slices'
import { rowsOf } from '../engine/view'
import type { TextState } from '../editor/profiles'
import type { RowsWanted } from '../protocol/preview'

type Wanted = RowsWanted['view']

/** The rows of the view that was asked for last, kept until the text or the view is another. */
export class Views {
  #key = ''
  #rows: Promise<Uint32Array | undefined> | undefined

  /** `found`: the rows in which the rule of the view found something. Undefined when the text changed on the way. */
  of(state: TextState, view: Wanted, found: () => readonly number[]): Promise<Uint32Array | undefined> {
    const key = `${state.generation} ${JSON.stringify(view)}`
    if (key !== this.#key || !this.#rows) {
      this.#key = key
      this.#rows = this.#read(state, view, found)
    }
    return this.#rows
  }

  async #read({ dataset, isStale }: TextState, view: Wanted, found: () => readonly number[]) {
    const steps = rowsOf(dataset, view, view.rule === undefined ? undefined : found())
    return (await inSlices(steps, isStale))?.outcome
  }
}
