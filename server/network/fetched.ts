/** What came of fetching a text from the network. */
export type Fetched = { readonly bytes: Uint8Array } | { readonly refused: Refusal }

/** Why nothing came. */
export type Refusal =
  | { readonly why: 'scheme' | 'private' | 'unknown-host' | 'unreachable' | 'too-slow' | 'too-large' | 'redirects' }
  | { readonly why: 'status'; readonly status: number }

/** How much is waited for and taken. */
export interface Limits {
  readonly bytes: number
  /** For everything together, redirections included. */
  readonly milliseconds: number
  readonly redirects: number
}

/** Ten times the largest public schema, and what a person waits for at most. */
export const usualLimits: Limits = { bytes: 5_000_000, milliseconds: 10_000, redirects: 5 }

/** The address when it is one of the web; undefined for any other. */
export function webAddress(text: string, from?: URL): URL | undefined {
  const url = URL.canParse(text, from) ? new URL(text, from) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined
}
