/** True when a path matches a pattern of `*`, `**`, `?` and `{a,b}`; a pattern without a slash matches in any folder. Both use `/`. */
export function matchesGlob(path: string, pattern: string): boolean {
  const anchored = pattern.includes('/') ? pattern.replace(/^\.?\//, '') : `**/${pattern}`
  return new RegExp(`^${anchored.replaceAll(PART, translated)}$`, 'u').test(path)
}

const PART = /\*\*\/|\*\*|\*|\?|\{[^{}/]*\}|[\\^$.|+()[\]{}]/g

function translated(part: string): string {
  if (part === '**/') return '(?:.*/)?'
  if (part === '**') return '.*'
  if (part === '*') return '[^/]*'
  if (part === '?') return '[^/]'
  if (part.length > 1) return `(?:${part.slice(1, -1).split(',').map(literal).join('|')})`
  return `\\${part}`
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.|+()[\]{}?]/g, '\\$&').replaceAll('*', '[^/]*')
}
