import type { Disposable } from 'vscode'
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient'

/** Hears how far the server is with a request: the hundredths done since it said so last, those done in all, and what it says. */
export function progressOf(
  client: BaseLanguageClient,
  token: string,
  report: (increment: number, percentage: number, message: string | undefined) => void,
): Disposable {
  let told = 0
  return client.onProgress(WorkDoneProgress.type, token, news => {
    if (news.kind !== 'report' || news.percentage === undefined) return
    report(news.percentage - told, news.percentage, news.message)
    told = news.percentage
  })
}
