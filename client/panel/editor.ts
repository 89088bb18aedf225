import type { Requests } from '../../server/protocol'
import { type Asked, type FromPage, type Kept, type ToPage, VERSION } from './messages'

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void
  setState(state: Kept): void
  getState(): Kept | undefined
}

const { postMessage: post, setState, getState } = acquireVsCodeApi()
const waiting = new Map<number, (result: unknown) => void>()
let asked = 0

/** Sends a message to the client. */
export function tell(message: FromPage): void {
  post({ v: VERSION, ...message })
}

/** What the server answers; null when there is nothing to say. */
export function ask<Method extends Asked>(
  method: Method,
  params: Omit<Requests[Method]['params'], 'uri'>,
): Promise<Requests[Method]['result']> {
  const number = ++asked
  return new Promise(resolve => {
    waiting.set(number, result => resolve((result ?? null) as Requests[Method]['result']))
    tell({ ask: method, number, params })
  })
}

/** Hears what the editor says; answers go to who asked. */
export function hear(told: (message: Exclude<ToPage, { readonly answer: number }>) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage & { readonly v: number }>) => {
    if (data.v !== VERSION) return
    if (!('answer' in data)) return told(data)
    waiting.get(data.answer)?.(data.result)
    waiting.delete(data.answer)
  })
}

/** What was kept when the page was last shown, if it is about this file. */
export function kept(uri: string): Kept | undefined {
  const state = getState()
  return state?.v === VERSION && state.uri === uri ? state : undefined
}

/** Keeps what is to be there when the page is shown again. */
export function keep(state: Omit<Kept, 'v'>): void {
  setState({ v: VERSION, ...state })
}
