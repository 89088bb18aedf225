import type { Checked } from '../editor/checked'
import type { Session } from '../editor/one-client'
import type { Requests } from '../protocol'
import { untilCancelled } from '../editor/reports'
import { type Desk, repairOf, resolved, type Wanted } from './action-edit'
import { actionsOf } from './actions'
import { safeRepairs } from './all-safe'
import { packed } from './packed-edits'

type Repair = Requests['vigie/repair']

/** Answers which repairs there are at a place, and what one of them writes. */
export function answerRepairs(session: Session): void {
  const { connection } = session

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const checked = await untilCancelled(session.file(uri).checked(), token)
    return checked ? actionsOf(checked, range, context, deskOf(session, uri, checked)) : []
  })
  connection.onCodeActionResolve(async (action, token) => {
    const wanted = action.data as Partial<Wanted> | undefined
    if (wanted?.uri === undefined) return action
    const checked = await untilCancelled(session.file(wanted.uri).checked(), token)
    return resolved(action, checked, deskOf(session, wanted.uri, checked))
  })
  connection.onRequest('vigie/repair', async ({ data }: Repair['params'], token): Promise<Repair['result']> => {
    const { uri } = data as Wanted
    const checked = await untilCancelled(session.file(uri).checked(), token)
    const repair = repairOf(data, checked, deskOf(session, uri, checked))
    if (!repair) return {}
    return { repair: { uri, version: repair.checked.version, edits: packed(repair.edits), data: repair.data } }
  })
}

/** What the actions of a file need. */
function deskOf(session: Session, uri: string, checked: Checked | undefined): Desk {
  return {
    uri,
    language: session.reader().language,
    client: session.client(),
    safe: wish => (checked ? safeRepairs(checked, wish, session.reader().language) : { edits: [] }),
  }
}
