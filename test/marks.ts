/** What an example's `^^^` line states of the line above it: columns are UTF-16 units, from 0. */
export interface Mark {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly rule: string
}

const MARK = /^( *)(\^+) ([a-z-]+)$/

/** Splits a marked example into the text itself and what its marks expect. */
export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const lines: string[] = []
  const marks: Mark[] = []
  for (const line of marked.split('\n')) {
    const mark = MARK.exec(line)
    if (mark)
      marks.push({
        line: lines.length - 1,
        from: mark[1]!.length,
        to: mark[1]!.length + mark[2]!.length,
        rule: mark[3]!,
      })
    else lines.push(line)
  }
  return { text: lines.join('\n'), marks }
}

/** Prints marks under the lines that they point at: the inverse of `readMarks`. */
export function writeMarks(text: string, marks: readonly Mark[]): string {
  const inOrder = marks.toSorted((a, b) => a.from - b.from || a.to - b.to || a.rule.localeCompare(b.rule))
  return text
    .split('\n')
    .flatMap((line, i) => [
      line,
      ...inOrder
        .filter(mark => mark.line === i)
        .map(mark => `${' '.repeat(mark.from)}${'^'.repeat(Math.max(1, mark.to - mark.from))} ${mark.rule}`),
    ])
    .join('\n')
}
