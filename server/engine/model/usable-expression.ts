/** A regular expression as JavaScript reads it. */
export interface UsableExpression {
  readonly body: string
  readonly flags: string
}

/** An expression as XML Schema, Python or JavaScript writes it, made ready for JavaScript; undefined when it is none. */
export function usableExpression(source: string): UsableExpression | undefined {
  const { body, flags } = withoutFlags(source)
  return wellFormed(asUnicode(body), `${flags}u`) ?? wellFormed(body, flags)
}

/** The ends of the text, whatever the flags; JavaScript has no shorter word for them. */
export const TEXT_START = '(?<![^])'
export const TEXT_END = '(?![^])'

/** Python writes its flags in front: `(?i)`. */
function withoutFlags(source: string): { body: string; flags: string } {
  const match = /^(\^?)\(\?([ism]+)\)/.exec(source)
  return match
    ? { body: match[1]! + source.slice(match[0].length), flags: [...new Set(match[2])].join('') }
    : { body: source, flags: '' }
}

function wellFormed(body: string, flags: string): UsableExpression | undefined {
  try {
    void new RegExp(body, flags)
    return { body, flags }
  } catch {
    return undefined
  }
}

/**
 * The expression as XML Schema and Python mean it, for JavaScript's `u` flag, which refuses needless escapes:
 * `\w` knows the letters of all languages, `\A` and `\Z` are the ends, `(?P<…>` names a group.
 */
function asUnicode(body: string): string {
  let inClass = false
  return body.replace(/\\(.)|\(\?P<|[[\]]/gsu, (token, escaped: string | undefined) => {
    if (token === '[') inClass = true
    else if (token === ']') inClass = false
    else if (token === '(?P<') return inClass ? token : '(?<'
    else if (escaped === 'w') return inClass ? LETTERS : `[${LETTERS}]`
    else if (escaped === 'W' && !inClass) return `[^${LETTERS}]`
    else if (escaped === 'A' && !inClass) return TEXT_START
    else if ((escaped === 'Z' || escaped === 'z') && !inClass) return TEXT_END
    else if (needless(escaped!, inClass)) return escaped!
    return token
  })
}

const LETTERS = '\\p{L}\\p{M}\\p{N}_'

function needless(escaped: string, inClass: boolean): boolean {
  return !(/[\p{L}\p{N}^$\\.*+?()[\]{}|/]/u.test(escaped) || (inClass && escaped === '-'))
}
