import { inSlices } from '../slices'
import { type PointCloud, pointClouds } from '../engine/cards/point-cloud'
import type { TextState } from '../editor/profiles'

/** The clouds that were asked for last, kept until the text or the columns are others. */
export class Clouds {
  #key = ''
  #clouds: Promise<readonly PointCloud[] | undefined> | undefined

  /** Of the points whose first column is among these; undefined when the text changed on the way. */
  of({ generation, dataset, isStale }: TextState, columns: readonly number[]) {
    const key = `${generation} ${columns.join()}`
    if (key !== this.#key || !this.#clouds) {
      this.#key = key
      this.#clouds = inSlices(pointClouds(dataset, columns), isStale).then(made => made?.outcome)
    }
    return this.#clouds
  }
}
