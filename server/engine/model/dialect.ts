/** How a delimited text file is written: Table Dialect's words, plus what lies below the text. */
export interface Dialect {
  /** WHATWG label in lower case, or `cp850`: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `iso-8859-15`, `macintosh`. */
  readonly encoding: string
  readonly byteOrderMark: boolean
  /** Usually one character. */
  readonly delimiter: string
  /** One character, or nothing when the file knows no quotes. */
  readonly quoteChar: string
  /** Undefined when nothing but a second quote escapes one, which is the common case. */
  readonly escapeChar: string | undefined
  /** Whether `escapeChar` protects outside quotes too, as it does where it is told and not found. */
  readonly escapesAll: boolean
  /** Whether a quote that is written twice inside a quoted cell is one: always where nothing escapes it. */
  readonly doubleQuote: boolean
  /** The one that ends most rows. */
  readonly lineTerminator: '\r\n' | '\n' | '\r'
  /** Set where each row ends in CR CR LF, so that a blank one, which is none of the data, comes after it. */
  readonly endsAreDoubled?: true
  /** Row numbers, from 0, of the header; none when the file has no header. Several are joined by `headerJoin`. */
  readonly headerRows: readonly number[]
  readonly headerJoin: string
  /** Spaces after a delimiter are not part of the next cell. */
  readonly skipInitialSpace: boolean
  /** Rows that begin with it are left out; undefined when there are no comments. */
  readonly commentChar: string | undefined
  /** Row numbers, from 0, of other rows that are left out. */
  readonly commentRows: readonly number[]
  /** The text of a cell that has no value, besides those that the schema tells; undefined when there is none. */
  readonly nullSequence: string | undefined
  /** Decimal mark that the numbers of the file use, when the reader was told. */
  readonly decimalChar: string | undefined
  /** Whether the labels are the schema's in whatever case; absent where nobody says so. */
  readonly labelCase?: 'counts' | 'any'
  /** What the reader was told and does not follow, a member of Table Dialect each. */
  readonly unheeded?: readonly string[]
  /** What the reader was told of records in JSON, which are found all the same. */
  readonly records?: RecordsTold
}

/** Where Table Dialect says that the records of a JSON file lie, and what they are. */
export interface RecordsTold {
  /** Keys that lead to the list, joined by points. */
  readonly property?: string
  readonly itemType?: string
  readonly itemKeys?: readonly unknown[]
}
