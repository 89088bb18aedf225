import type { Checked } from '../editor/checked'
import { composed } from './composed-edits'
import { textOf } from '../engine/dataset'
import { evidenceIn } from '../engine/evidence'
import { applyEdits, fixAll } from '../engine/fix'
import { lint } from '../engine/lint'
import type { Diagnostic } from '../engine/model/diagnostic'
import type { Edit } from '../engine/model/span'
import { openFile } from '../engine/open'
import type { Outcome } from './told'

/** Rounds after which repairs that bring up new findings are left for the next time. */
const ROUNDS = 5

/** Who wants all that is safe: a person, or the editor by itself, which leaves what others of a column are read by. */
export type Wish = 'invoked' | 'automatic'

/** The edits of all safe fixes, those included that only come into view once the first are applied, and what they leave. */
export function safeEdits(
  { source, live, open, options, isText }: Checked,
  wish: Wish,
): Outcome & { readonly edits: readonly Edit[] } {
  const { dataset } = source
  const before = isText ? [...live.findings()] : []
  const wanted = (findings: Iterable<Diagnostic>) => (wish === 'automatic' ? withoutEvidence(findings) : findings)
  let after = before
  let edits = fixAll(dataset, wanted(before), { unsafe: false })
  let text = applyEdits(textOf(dataset), edits)
  for (let round = 1; round <= ROUNDS && edits.length > 0; round++) {
    const { tree, dialect, json, applied } = dataset
    const again = openFile(
      text,
      tree
        ? open
        : {
            encoding: 'utf-8',
            dialect,
            ...(json && { json }),
            schema: applied ?? 'none',
            lists: () => dataset.described.lists,
          },
    )
    after = [...lint(again, options)]
    const more = fixAll(again, wanted(after), { unsafe: false })
    if (more.length === 0 || round === ROUNDS) break
    text = applyEdits(text, more)
    edits = composed(edits, more, text)
  }
  return { edits, before, after, first: dataset }
}

function withoutEvidence(findings: Iterable<Diagnostic>): readonly Diagnostic[] {
  const all = [...findings]
  const evidence = evidenceIn(all)
  return all.filter(one => !evidence.has(one))
}
