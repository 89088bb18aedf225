import type { Span } from './span'
import type { FeatureFault } from './feature-fault'
import type { Flaw } from './tree'

/** What a file is that is no table. */
type NoTable = 'workbook' | 'pdf' | 'archive' | 'html' | 'json' | 'xml' | 'image' | 'binary'

/** What a reader met on its way from bytes to a table. A `fileRule` words it. */
export type Fault =
  | { readonly kind: 'not-a-table'; readonly what: NoTable }
  | { readonly kind: 'empty-table'; readonly bytes: number }
  | {
      readonly kind: 'legacy-encoding'
      readonly encoding: string /** First character outside ASCII. */
      readonly span: Span
      readonly sample: string
    }
  /** A document says that the file is in the encoding `told`, which is not read or which its bytes contradict: it is read as `found`. */
  | { readonly kind: 'encoding-mismatch'; readonly told: string; readonly found: string }
  | {
      readonly kind: 'broken-bytes'
      readonly span: Span /** The bytes that stand in the file. */
      readonly bytes: readonly number[]
    }
  | { readonly kind: 'byte-order-mark' }
  | { readonly kind: 'separator-line'; readonly delimiter: string }
  /**
   * Nearly all rows use the delimiter `found`, under which they have so many `cells`; something else announced `told`, or
   * quotes round each row hide it.
   */
  | {
      readonly kind: 'delimiter-mismatch'
      readonly told: string
      readonly found: string
      readonly cells: number
      /** Who told: the person or the project, a first line `sep=`, or the header itself, which uses it; what hides it; or nobody, of one that is `rare`. */
      readonly by: 'order' | 'separator-line' | 'header' | 'quotes' | 'rare'
    }
  | { readonly kind: 'preamble-row'; readonly rows: number }
  | { readonly kind: 'missing-header' /** Rows of titles right above. */; readonly under: number }
  | {
      readonly kind: 'stray-quote'
      readonly row: number
      readonly column: number
      readonly span: Span /** Inside a cell that is itself quoted. */
      readonly inQuoted: boolean
      /** How the dialect writes a quote inside quotes: `""` mostly, `\"` where it is escaped. */
      readonly spelt: string
      /** Set when it leaves open where the cells of its row end. */
      readonly isDoubtful?: true
    }
  | {
      readonly kind: 'unclosed-quote'
      readonly row: number
      readonly column: number
      readonly span: Span
      readonly isDoubtful?: true
    }
  | {
      readonly kind: 'mixed-line-endings'
      readonly dominant: string
      readonly other: string
      readonly count: number
      readonly row: number
    }
  /** Each row ends in CR CR LF, so that a blank one comes after it. */
  | { readonly kind: 'doubled-line-ends' }
  | { readonly kind: 'missing-final-newline' }
  /** Where the text of a table is not JSON; without a row when it stands round the records. */
  | { readonly kind: 'json-flaw'; readonly row?: number; readonly flaw: Flaw }
  /** A record that is not of the kind of the first: no object among objects, or no list among lists. */
  | { readonly kind: 'odd-record'; readonly row: number; readonly span: Span; readonly expected: 'object' | 'array' }
  /** What makes an object among Features no Feature; or, of the part `collection`, their collection none. */
  | {
      readonly kind: 'odd-feature'
      readonly part: FeatureFault['part'] | 'collection'
      readonly trouble: FeatureFault['trouble']
      readonly row?: number
      readonly span: Span
    }
  /** The member of GeoJSON that names a system of coordinates; or, without a name, coordinates that are no degrees. */
  | {
      readonly kind: 'crs'
      readonly name?: string
      readonly isUsual: boolean
      readonly row?: number
      readonly span: Span
    }
  /** The box that a collection of GeoJSON declares: it is none, or none of its first geometries lies in it. */
  | { readonly kind: 'bbox'; readonly trouble: 'form' | 'elsewhere'; readonly told: string; readonly span: Span }
  /** A key that not all records have, and the first of those that have it not. */
  | {
      readonly kind: 'absent-key'
      /** Whether it is the `id` of the features of GeoJSON. */
      readonly isId: boolean
      readonly column: number
      readonly label: string
      readonly row: number
      readonly span: Span
      readonly absent: number
      readonly rows: number
    }
  /** What was not read of a text: from a row on, or another list than the one that was taken for the table. */
  | {
      readonly kind: 'unread'
      /**
       * `rest`: from a record on that has no end; `long`: from one on that is too long; `member`: of a Feature itself;
       * `elements`: of a list inside a record.
       */
      readonly what: 'rest' | 'long' | 'key' | 'member' | 'elements' | 'list'
      /** The key, or the JSON pointer of the list of records. */
      readonly name?: string
      readonly row?: number
      readonly span: Span
    }

export type FaultKind = Fault['kind']
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { readonly kind: Kind }>
