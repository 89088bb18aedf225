const words: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  Null: 'null',
  NULL: 'null',
  NaN: 'null',
  undefined: 'null',
  Infinity: 'null',
  '-Infinity': 'null',
}

/** What a word of another language means in JSON (RFC 8259, section 3); undefined for one that may mean anything. */
export function wordMeant(word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined
}
