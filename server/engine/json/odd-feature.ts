import type { FeatureFault } from '../model/feature-fault'
import type { Node } from '../model/tree'

/** What a Feature of GeoJSON lacks or has of a wrong kind, in the order of the standard (RFC 7946, section 3.2). */
export function featureFaults(feature: Node): readonly FeatureFault[] {
  const last = (name: string) => feature.children.findLast(({ key }) => key?.name === name)
  const faults: FeatureFault[] = []
  for (const [part, isFine] of PARTS) {
    const member = last(part)
    const opening = { start: feature.span.start, end: feature.span.start + 1 }
    if (member ? !isFine(member) : part !== 'id')
      faults.push({ part, trouble: member ? 'wrong' : 'absent', span: member?.span ?? opening })
  }
  return faults
}

const PARTS: readonly (readonly [FeatureFault['part'], (member: Node) => boolean])[] = [
  ['type', ({ value }) => value === 'Feature'],
  // Of a list there is more to say: the rule on geometries does.
  ['geometry', member => isObjectOrNull(member) || member.kind === 'array'],
  ['properties', isObjectOrNull],
  ['id', ({ kind }) => kind === 'string' || kind === 'number'],
]

function isObjectOrNull({ kind }: Node): boolean {
  return kind === 'object' || kind === 'null'
}
