import type { State } from '../engine/model/verdict'

/** Text in a line, some of it set apart; what comes from a file is text like any other. */
export type Inline =
  | string
  | { readonly strong: string }
  /** A name of ours. */
  | { readonly code: string }
  /** A value as it is written. */
  | { readonly value: string }
  /** `to`: the anchor of a heading behind `#`, or a web address of ours. */
  | { readonly link: string; readonly to: string }

/** A line of a report, piece by piece. */
export type Line = readonly Inline[]

/** A piece of a report, which each format writes in its own way. */
export type Block =
  | Heading
  | { readonly paragraph: Line; readonly state?: State }
  | { readonly list: readonly Line[]; readonly isBrief?: true }
  | Table

/** A heading, which a link may lead to. */
export interface Heading {
  readonly heading: string
  readonly level: 1 | 2 | 3 | 4
  readonly anchor?: string
  /** Whether a new sheet of paper begins with it. */
  readonly breaks?: true
}

interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell names the row. */
  readonly rows: Iterable<readonly Line[]>
  /** Whether a heading above it says what the caption says. */
  readonly isTold?: true
  /** A table of names and what is said of each, or one whose last column is to be filled in by hand. */
  readonly shape?: 'facts' | 'form'
}

/** One way to write a report. */
export interface Writer {
  start(title: string): string
  block(block: Block): Generator<string>
  end(): string
}

/** A text of which nothing commands whoever shows it: neither control characters nor those that turn the direction of writing. */
export function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}
