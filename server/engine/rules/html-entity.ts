import { meets } from '../model/constraint'
import { signature } from '../model/signature'
import { shown } from '../model/shown'
import { windows1252Character } from '../model/windows-1252'
import { cellRule } from './rule'

/** HTML that a web editor left in a value: `&eacute;`, `<br>`. */
export const htmlEntity = cellRule<{ text: string; plain: readonly string[]; breaks: boolean }>({
  id: 'html-entity',
  severity: 'warning',
  preset: 'complet',
  concepts: ['validity'],
  insteadOf: ['label-style', 'enum', 'pattern', 'max-length', 'category-variant', 'unknown-act-matter'],
  labels: true,
  concerns: signature.markup,

  check({ field }) {
    if (field && field.type !== 'string' && field.type !== 'any') return undefined
    return text => {
      if (!ENTITY.test(text) && !TAG.test(text)) return undefined
      const oneLine = withoutHtml(text, ' ')
      if (oneLine === text) return undefined
      const severalLines = withoutHtml(text, '\n')
      const plain = oneLine === severalLines ? [oneLine] : [oneLine, severalLines]
      const breaks = field !== undefined && !meets(field, oneLine)
      // Something else is wrong as well, and says so.
      if (breaks && !meets(field, text)) return undefined
      return { text, plain, breaks }
    }
  },

  message: {
    fr: ({ text, plain: [plain = ''] }) =>
      plain === ''
        ? `${shown.fr(text)} n’est que du code HTML, que les autres outils affichent tel quel : videz la cellule.`
        : `${shown.fr(text)} contient du code HTML, que les autres outils affichent tel quel : il faut sans doute lire ${shown.fr(plain)}.`,
    en: ({ text, plain: [plain = ''] }) =>
      plain === ''
        ? `${shown.en(text)} is nothing but HTML code, which other tools show as it stands: empty the cell.`
        : `${shown.en(text)} holds HTML code, which other tools show as it stands: it most likely says ${shown.en(plain)}.`,
  },

  fix: (_text, { plain, breaks }) => (breaks ? undefined : plain),
})

/** The characters U+00A0 to U+00FF by their names in HTML 4 (section 24.2), in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...Object.entries({ quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", OElig: 'Œ', oelig: 'œ', Yuml: 'Ÿ' }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' }),
  ...Object.entries({
    lsaquo: '‹',
    rsaquo: '›',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    rarr: '→',
    thinsp: ' ',
  }),
  // A no-break space from a web editor is an accident, and would be one more thing that nobody sees.
  ...Object.entries({ nbsp: ' ', ensp: ' ', emsp: ' ', shy: '', zwnj: '', zwj: '' }),
])

const ENTITY = /&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d{0,2});/i
const ENTITIES = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z]{2,8}\d{0,2}));/gi
const BLOCKS = 'br|p|div|li|ul|ol|tr|table|tbody|thead|h[1-6]|hr|blockquote|pre|section|article|header|footer|center'
const INLINE =
  'a|abbr|b|code|del|em|figure|font|i|img|ins|s|small|span|strong|strike|sub|sup|td|th|u|iframe|script|style'
const ATTRIBUTES = '(?:\\s+[\\w:-]{1,40}(?:\\s?=\\s?(?:"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>]+))?)*'
const TAG = new RegExp(`</?(?:${BLOCKS}|${INLINE})${ATTRIBUTES}\\s?/?>`, 'i')
const BLOCK_TAGS = new RegExp(`</?(?:${BLOCKS})${ATTRIBUTES}\\s?/?>`, 'gi')
const INLINE_TAGS = new RegExp(`</?(?:${INLINE})${ATTRIBUTES}\\s?/?>`, 'gi')
/** `&amp;eacute;`: exported to HTML more than once. */
const TIMES = 3

/** The text that a browser would show, `between` standing for each break of line. */
function withoutHtml(text: string, between: ' ' | '\n'): string {
  let plain = text
  for (let time = 0; time < TIMES; time++)
    plain = plain
      .replace(BLOCK_TAGS, '\u2028')
      .replace(INLINE_TAGS, '')
      .replace(ENTITIES, (entity, decimal, hexadecimal, name) =>
        name === undefined
          ? (numbered(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)) ?? entity)
          : (NAMED.get(name) ?? entity),
      )
  if (plain === text) return text
  const lines = plain.split('\u2028').map(line => line.trim())
  return lines.filter(line => line !== '').join(between)
}

/** The character of a numeric entity (HTML Standard, 13.2.5.80: 80 to 9F are those of Windows-1252); undefined for a control. */
function numbered(code: number): string | undefined {
  if (code === 0xa0) return ' '
  const character = code < 0x110000 ? String.fromCodePoint(code) : '\0'
  const written = code >= 0x80 && code < 0xa0 ? windows1252Character(character) : character
  return /[\p{Cc}\p{Cs}]/u.test(written) ? undefined : written
}
