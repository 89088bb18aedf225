import type { CancellationToken } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { Notifications, Requests } from '../server/protocol'

/** The server's answer; undefined while it does not run, and when it fails, which its log then says. */
export async function ask<Method extends keyof Requests>(
  client: BaseLanguageClient,
  method: Method,
  params: Requests[Method]['params'],
  token?: CancellationToken,
): Promise<Requests[Method]['result'] | undefined> {
  if (client.state !== State.Running) return undefined
  try {
    // A token that is undefined would be sent as a second parameter.
    const answer = token
      ? client.sendRequest<Requests[Method]['result'] | null>(method, params, token)
      : client.sendRequest<Requests[Method]['result'] | null>(method, params)
    return (await answer) ?? undefined
  } catch (error) {
    if (!token?.isCancellationRequested) client.warn(`${method}: ${error}`)
    return undefined
  }
}

/** Tells the server; nothing happens while it does not run. */
export async function tell<Method extends keyof Notifications>(
  client: BaseLanguageClient,
  method: Method,
  params: Notifications[Method],
): Promise<void> {
  if (client.state === State.Running) await client.sendNotification(method, params)
}
