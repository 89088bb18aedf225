/** A test that the expression of a schema matches the whole of a value; undefined when it is no usable expression. */
export function compilePattern(source: string): ((text: string) => boolean) | undefined {
  const { body, flags } = withoutFlags(source)
  const expression = compile(asUnicode(body), `${flags}u`) ?? compile(body, flags)
  return expression && (text => expression.test(text))
}

function compile(body: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${body})$`, flags)
  } catch {
    return
  }
}

/** Python writes its flags in front: `(?i)`. */
function withoutFlags(source: string): { body: string; flags: string } {
  const match = /^(\^?)\(\?([ism]+)\)/.exec(source)
  return match
    ? { body: match[1]! + source.slice(match[0].length), flags: [...new Set(match[2])].join('') }
    : { body: source, flags: '' }
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
    else if (escaped === 'A' && !inClass) return '^'
    else if ((escaped === 'Z' || escaped === 'z') && !inClass) return '$'
    else if (needless(escaped!, inClass)) return escaped!
    return token
  })
}

const LETTERS = '\\p{L}\\p{M}\\p{N}_'

function needless(escaped: string, inClass: boolean): boolean {
  return !(/[\p{L}\p{N}^$\\.*+?()[\]{}|/]/u.test(escaped) || (inClass && escaped === '-'))
}
