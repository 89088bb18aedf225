/** Whether a text holds the number of a French mobile telephone: 06 or 07, or 6 and 7 after the code of the country. */
export function holdsMobile(text: string): boolean {
  return MOBILE.test(text.includes('/') ? text.replace(ADDRESS, ' ') : text)
}

/** A web address, whose digits are those of a page, a file or a day. */
const ADDRESS = /(?:https?:\/\/|www\.)\S*/gi

/** The whole text is such a number, written in one piece. */
export function isBareMobile(text: string): boolean {
  return /^\s*0?[67]\d{8}\s*$/.test(text)
}

/** National numbering plan (Arcep, decision 2022-1583). Digits beside it make another number of it. */
const MOBILE =
  /(?<![\p{L}\d]|\d[.,\- ])(?:(?:\+|00)33[ .\-\u00A0\u202F]?(?:\(0\)[ ]?)?|0)[67](?:[ .\-/\u00A0\u202F]?\d{2}){4}(?![\p{L}\d]|[.,\- /]\d)/u
