import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { changesTold, questionOf } from '../../../client/changes-told'
import type { Asked } from '../../../server/protocol'

const asked: Asked = { title: 'Remplacer', reason: 'Parce que.' }

describe('what a person reads before a repair that must be confirmed', () => {
  it('is why, the change, and what the longer way asks for', () =>
    assert.equal(
      told('id;date\n1;[05/06/2024>2024-06-05]\n'),
      [
        'Parce que.',
        '',
        'Ligne 2~: «~05/06/2024~» → «~2024-06-05~»',
        '',
        '«~Voir chaque changement~» ouvre une liste où cocher ce qui doit changer.',
      ].join('\n'),
    ))

  it('is a question', () => {
    assert.equal(plain(questionOf(asked, 'fr')), 'Remplacer~?')
    assert.equal(questionOf({ ...asked, title: 'Replace' }, 'en'), 'Replace?')
  })

  it('holds the first changes of many, and the number of the others', () => {
    check('[a>b]\n'.repeat(6), [1, 2, 3, 4, 5].map(line => `Ligne ${line}~: «~a~» → «~b~»`).concat('et 1 autre'))
    assert.equal(changes('[a>b]\n'.repeat(100_000)).at(-1), 'et 99\u202F995 autres')
    assert.deepEqual(changes('[a>b]\n'.repeat(1006), { language: 'en' }).slice(4), [
      'Line 5: “a” → “b”',
      'and 1,001 others',
    ])
  })

  it('tells lines that go whole, and what comes or goes within one', () => {
    check('a\n[b\n>]c\n', ['Ligne 2 supprimée'])
    check('a\r\n[b\r\nc\r\n>]d\r\n', ['Lignes 2 à 3 supprimées'])
    check('a\n[\n>]b\n', ['Ligne 2 supprimée'])
    check('a[\nb>]', ['Ligne 2 supprimée'])
    check('  {},\n  [{},\n  >]{}\n', ['Ligne 2 supprimée'])
    check('  {}[,\n  {}>]\n', ['Ligne 2 supprimée'])
    check('a[,\nb,c>]\n', ['Ligne 1~: suppression de «~,↵b,c~»'])
    check('a[\nb>]c', ['Ligne 1~: suppression de «~↵b~»'])
    check('a[>;]\n', ['Ligne 1~: ajout de «~;~»'])
    check('a[>\n]', ['Ligne 1~: ajout de «~↵~»'])
    check('a[;>]\n', ['Ligne 1~: suppression de «~;~»'])
    check('a[\r\n>]b\r\n', ['Ligne 1~: suppression de «~↵~»'])
  })

  it('shortens what is long around the first difference', () => {
    const same = 'x'.repeat(100)
    check(`[${same}a>${same}b]`, [`Ligne 1~: «~…${'x'.repeat(59)}a~» → «~…${'x'.repeat(59)}b~»`])
    check(`[é${same}>e]`, [`Ligne 1~: «~é${'x'.repeat(59)}…~» → «~e~»`])
    check(`[a>${'😀'.repeat(50)}]`, [`Ligne 1~: «~a~» → «~${'😀'.repeat(30)}…~»`])
    check(`[a>b${'😀'.repeat(50)}]`, [`Ligne 1~: «~a~» → «~b${'😀'.repeat(29)}…~»`])
  })

  it('shows no value where one may be such as is never told, and no list that would', () => {
    const lines = told('id;nom\n1;[Léa Martin>L. M.]\n[2;Léa\n>]3;[Jo>]\n', { isWithheld: true }).split('\n')
    const lasts = ['Ligne 2 modifiée', 'Ligne 3 supprimée', 'Ligne 4~: texte supprimé']
    assert.deepEqual(lines, ['Parce que.', '', ...lasts])
  })
})

interface Options {
  readonly language?: 'fr' | 'en'
  readonly isWithheld?: true
}

function check(marked: string, expected: readonly string[]): void {
  assert.deepEqual(changes(marked), expected)
}

/** The lines about the changes alone. */
function changes(marked: string, options?: Options): string[] {
  return told(marked, options).split('\n').slice(2, -2)
}

/** What is told of a text in which `[old>new]` marks each change; no-break spaces are written `~`. */
function told(marked: string, { language = 'fr', isWithheld }: Options = {}): string {
  const parts = marked.split(/\[([^>\]]*)>([^\]]*)\]/)
  const text = parts.filter((_, i) => i % 3 < 2).join('')
  const document = TextDocument.create('file:///a.csv', 'csv', 1, text)
  let at = 0
  const edits = parts.flatMap((part, i) => {
    const start = at
    if (i % 3 < 2) at += part.length
    return i % 3 === 1
      ? [{ range: { start: document.positionAt(start), end: document.positionAt(at) }, newText: parts[i + 1]! }]
      : []
  })
  const changed = { edits, textIn: document.getText.bind(document) }
  return plain(changesTold(changed, { ...asked, ...(isWithheld && { isWithheld }) }, language))
}

function plain(text: string): string {
  return text.replaceAll('\u00A0', '~')
}
