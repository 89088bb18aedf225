import type { Language } from '../engine/model/language'
import { type Block, harmless, type Inline, type Line, type Writer } from './block'
import { escaped, htmlHead, htmlTail } from './html-page'

const STYLE = `
@page { size: A4; margin: 13mm 15mm }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; margin: 1.4rem 0 .3rem }
h3 { font-size: 1.1rem; margin: 1.1rem 0 .3rem }
h4 { font-size: 1rem; margin: .9rem 0 .2rem }
p, ul { margin: .3rem 0 }
li { margin: .3rem 0 }
ul.brief { columns: 2; column-gap: 2rem }
ul.brief li { break-inside: avoid; margin: 0 0 .2rem }
.verdict { border: 2px solid; border-left-width: .7rem; padding: .5rem .8rem }
.verdict.nearly { border-style: dashed; border-left-style: solid }
table { margin: .4rem 0 }
caption { text-align: left }
.told caption, .facts thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.facts tbody th { width: 14rem; font-weight: bold }
th, td { overflow-wrap: break-word }
.form th:first-child { width: 50% }
.form td { border-left: 1px solid #8886; height: 3.2rem }
tbody th { font-weight: normal; white-space: normal; overflow-wrap: anywhere }
.short { white-space: nowrap }
code { white-space: pre-wrap; overflow-wrap: anywhere }
body { background: #fff; color: #111 }
a { color: #0b4bb3 }
@media screen and (prefers-color-scheme: dark) {
  html, body { background: #1c1c1c; color: #eee }
  a { color: #9cc3ff }
}
@media print {
  :root { color-scheme: light; font-size: 9.5pt; line-height: 1.35 }
  h1, h2, h3, h4 { break-after: avoid }
  .sheet { break-before: page }
  li { break-inside: avoid }
  th, td { padding: .2rem .5rem }
  a { color: inherit }
}
`

/** A report as one page that stands alone, on screen and on paper. */
export function htmlWriter(style: { readonly language: Language; readonly version?: string }): Writer {
  return {
    start: title => htmlHead(htmlOf(title), style, STYLE),
    block: blockHtml,
    end: () => htmlTail,
  }
}

function* blockHtml(block: Block): Generator<string> {
  if ('heading' in block) {
    const { heading, level, anchor, breaks } = block
    const id = anchor === undefined ? '' : ` id="${anchor}"`
    yield `<h${level}${id}${breaks ? ' class="sheet"' : ''}>${htmlOf(heading)}</h${level}>\n`
  } else if ('paragraph' in block) {
    const { paragraph, state } = block
    yield `<p${state ? ` class="verdict ${state}"` : ''}>${lineHtml(paragraph)}</p>\n`
  } else if ('list' in block) {
    const items = block.list.map(line => `<li>${lineHtml(line)}</li>\n`).join('')
    yield `<ul${block.isBrief ? ' class="brief"' : ''}>\n${items}</ul>\n`
  } else {
    const { caption, columns, rows, isTold, shape } = block
    const classes = [...(isTold ? ['told'] : []), ...(shape ? [shape] : [])].join(' ')
    const labels = columns.map(label => `<th scope="col">${htmlOf(label)}</th>`).join('')
    yield `<table${classes && ` class="${classes}"`}>\n<caption>${htmlOf(caption)}</caption>\n<thead><tr>${labels}</tr></thead>\n<tbody>\n`
    for (const row of rows) yield `<tr>${row.map(cellHtml).join('')}</tr>\n`
    yield '</tbody>\n</table>\n'
  }
}

/** The first cell of a row names it. */
function cellHtml(line: Line, column: number): string {
  const short = isShort(line) ? ' class="short"' : ''
  const html = lineHtml(line)
  return column === 0 ? `<th scope="row"${short}>${html}</th>` : `<td${short}>${html}</td>`
}

/** Whether a cell needs so little room that no word of it should be cut. */
function isShort([first, ...more]: Line): boolean {
  return typeof first === 'string' && more.length === 0 && first.length <= 16
}

function lineHtml(line: Line): string {
  return line.map(inlineHtml).join('')
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return htmlOf(inline)
  if ('strong' in inline) return `<strong>${htmlOf(inline.strong)}</strong>`
  if ('code' in inline) return `<code>${htmlOf(inline.code)}</code>`
  if ('value' in inline) return `<code>${htmlOf(inline.value)}</code>`
  return `<a href="${escaped(inline.to)}">${htmlOf(inline.link)}</a>`
}

function htmlOf(text: string): string {
  return escaped(harmless(text))
}
