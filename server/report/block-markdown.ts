import { type Block, harmless, type Inline, type Line, type Writer } from './block'

/** A report as Markdown, as forges and editors show it. */
export const markdownWriter: Writer = {
  start: title => `# ${markdownOf(title)}\n\n`,
  block: blockMarkdown,
  end: () => '',
}

function* blockMarkdown(block: Block): Generator<string> {
  if ('heading' in block) {
    const { heading, level, anchor } = block
    // What a heading is called by differs from one reader to the other; an anchor of ours all of them keep.
    yield `${'#'.repeat(level)} ${anchor === undefined ? '' : `<a id="${anchor}"></a>`}${markdownOf(heading)}\n\n`
  } else if ('paragraph' in block) yield `${lineMarkdown(block.paragraph)}\n\n`
  else if ('list' in block) yield `${block.list.map(line => `- ${lineMarkdown(line)}\n`).join('')}\n`
  else {
    yield rowMarkdown(block.columns.map(label => [label]))
    yield `|${' --- |'.repeat(block.columns.length)}\n`
    for (const row of block.rows) yield rowMarkdown(row)
    yield '\n'
  }
}

function rowMarkdown(cells: readonly Line[]): string {
  return `| ${cells.map(lineMarkdown).join(' | ')} |\n`
}

function lineMarkdown(line: Line): string {
  return line.map(inlineMarkdown).join('')
}

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return markdownOf(inline)
  if ('strong' in inline) return `**${markdownOf(inline.strong.trim())}**`
  if ('code' in inline) return `\`${inline.code}\``
  if ('value' in inline) return markdownOf(inline.value)
  return `[${markdownOf(inline.link)}](${inline.to})`
}

/**
 * Text that Markdown shows as it is. What would mean something only in other places stays bare, so that the text reads well
 * without being shown; an address is no link, since it is what a file says.
 */
function markdownOf(text: string): string {
  return harmless(text)
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .replace(/[\\`*_[\]<>|~&$]|^ ?(?:[-+#=]|\d+(?=[.)]))|:(?=\/\/)|(?<=\bwww)\.|!(?=\[)/gi, found =>
      /^ ?\d/.test(found) ? found : found.replace(/\S$/, '\\$&'),
    )
    .replace(/^( ?\d+)(?=[.)])/, '$1\\')
}
