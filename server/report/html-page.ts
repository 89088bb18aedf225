import type { Language } from '../engine/model/language'

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
h2 { overflow-wrap: anywhere; margin-top: 2.5rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { white-space: nowrap }
td:first-child { font-variant-numeric: tabular-nums; white-space: nowrap }
small { display: block; opacity: .8 }
@media print { body { margin: 0; max-width: none } thead { display: table-header-group } tr { break-inside: avoid } }
`

/** The beginning of a page that stands alone, on screen and on paper; `style`: its own rules. */
export function htmlHead(
  title: string,
  { language, version }: { readonly language: Language; readonly version?: string },
  style: string,
): string {
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width">\n<meta name="generator" content="${escaped(version === undefined ? 'vigie' : `vigie ${version}`)}">\n` +
    `<title>${title}</title>\n<style>${STYLE}${style}</style>\n</head>\n<body>\n<main>\n<h1>${title}</h1>\n`
  )
}

export const htmlTail = '</main>\n</body>\n</html>\n'

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character]!)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
