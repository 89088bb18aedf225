import type { Checked } from '../editor/checked'
import { inSlices } from '../slices'
import { firstMegabyteOf } from '../engine/first-megabyte'
import { LiveText } from '../engine/model/live-text'
import type { OpenFile } from '../editor/open-file'
import { findingsOf } from '../editor/opened-as'

/** The findings in the first rows of a long text, which are there long before all others; undefined for any other. */
export async function firstFindings(file: OpenFile): Promise<Checked | undefined> {
  const reading = await file.reading()
  if (!reading) return undefined
  await file.placed(reading)
  const { generation, version, options, open, source } = reading
  const part = firstMegabyteOf(source.dataset)
  if (!part) return undefined
  // A part is not held against the whole former version.
  const live = findingsOf(new LiveText(part), open, options)
  if (!(await inSlices(live.steps(), file.stateOf(reading).isStale))) return undefined
  const found = { generation, version, live, onDisk: [], isText: true, open, options }
  return { ...found, source: { ...source, dataset: live.dataset } }
}
