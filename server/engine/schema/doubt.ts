import type { Schema } from '../model/schema'
import type { Rival, SchemaDoubt } from '../model/schema-doubt'
import { type Candidate, clearLeader, tied } from './recognise'

/** Names of an earlier version that are no chance: fewer may be anybody’s. */
const ENOUGH_FORMER = 3

/** What a person must decide, of schemas ranked by `recognise`; undefined when one leads or none is meant. */
export function doubtOf(candidates: readonly Candidate[], labels: readonly string[]): SchemaDoubt | undefined {
  const rivals = tied(candidates)
  if (rivals.length > 0) return { kind: 'tied', rivals: rivals.map(({ schema }) => rivalOf(schema)) }
  const [first] = candidates
  if (!first || clearLeader(candidates) || !isFormerVersion(first)) return
  const { schema, former, missing, unknown } = first
  const renamed = former.map(({ label, name }) => ({ column: labels.indexOf(label), label, name }))
  return {
    kind: 'former',
    rival: rivalOf(schema),
    renamed,
    added: missing,
    gone: unknown.filter(label => label !== ''),
  }
}

/** Whether most columns are the schema’s, several of them under a name that only an earlier version had. */
function isFormerVersion({ found, former, unknown }: Candidate): boolean {
  return former.length >= ENOUGH_FORMER && found.length >= unknown.length
}

function rivalOf({ id, version, title }: Schema): Rival {
  return { id, version, title }
}
