import type { Dialect } from '../../server/engine/model/dialect'

/** RFC 4180 without a header. */
export const plainDialect: Dialect = {
  encoding: 'utf-8',
  byteOrderMark: false,
  delimiter: ',',
  quoteChar: '"',
  escapeChar: undefined,
  escapesAll: false,
  doubleQuote: true,
  lineTerminator: '\n',
  headerRows: [],
  headerJoin: ' ',
  skipInitialSpace: false,
  commentChar: undefined,
  commentRows: [],
  nullSequence: undefined,
  decimalChar: undefined,
}
