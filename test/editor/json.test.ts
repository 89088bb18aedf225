import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { actions, carriedOut, leave, problems, ruleOf, sample, shown, until, write } from './desk'

const SCHEMA = 'marches.schema.json'

/** A schema with one member more; its type is none, so that Vigie has spoken once it says so. */
const having = (member: string) => `{ "fields": [{ "name": "id", "type": "t1", ${member} }] }`

/**
 * A text for each flaw, and what VS Code’s own service says where that names the flaw. Of the others it says nothing, or what
 * it expected next, and Vigie speaks.
 */
const flaws: readonly (readonly [flaw: string, text: string, named?: RegExp])[] = [
  ['trailing-comma', having('"title": "Nom",'), /^Trailing comma/],
  ['missing-comma', having('"title": "Nom" "format": "any"'), /^Expected comma/],
  ['missing-colon', having('"title" "Nom"'), /^Colon expected/],
  ['missing-value', having('"title":'), /^Value expected/],
  ['comment', having('"title": "Nom" /* ici */'), /^Comments are not permitted/],
  ['single-quoted-key', having(`'title': "Nom"`), /^Property keys must be doublequoted/],
  ['unquoted-key', having('title: "Nom"'), /^Property keys must be doublequoted/],
  ['unclosed-string', having('"title": "Nom\n'), /^Unexpected end of string/],
  ['text-after', `${having('"title": "Nom"')} fin`, /^End of file expected/],
  ['control-character', having('"title": "No\tm"'), /^Invalid characters in string/],
  ['bad-escape', having(String.raw`"title": "C:\data"`), /^Invalid escape character/],
  ['duplicate-key', having('"title": "Nom", "title": "Lieu"'), /^Duplicate object key/],
  ['unescaped-quote', having('"title": "Le "grand" marché"')],
  ['missing-quote', having('"title": "Nom, "format": "any"')],
  ['single-quotes', having(`"title": 'Nom'`)],
  ['unclosed-bracket', having('"title": "Nom"').replace(']', '')],
  ['stray-sign', having('"title": "Nom",, "format": "any"')],
  ['bad-number', having('"example": 012345')],
  ['huge-number', having('"example": 1e400')],
  ['too-deep', having(`"example": ${'['.repeat(1001)}${']'.repeat(1001)}`)],
  ['unknown-word', having('"title": None')],
  ['empty', '\n'],
]

describe('JSON that is none', () => {
  afterEach(async () => {
    const { uri } = vscode.window.activeTextEditor!.document
    await leave()
    await vscode.workspace.fs.delete(uri)
  })

  for (const [flaw, text, named] of flaws)
    it(`is told once: ${flaw}${named ? ', by VS Code' : ''}`, async () => {
      // VS Code keeps a document for a while: another one of that name would have its text at first.
      const document = await opened(`${flaw}.schema.json`, text)
      await until(
        () => problems(document).some(({ message }) => flaw === 'empty' || message.includes('t1')),
        'Vigie to speak',
      )
      const told = problems(document).filter(problem => /^(?:json-syntax|duplicate-json-key)$/.test(ruleOf(problem)))
      assert.equal(told.length, named ? 0 : 1)
      if (named) await until(() => others(document).some(({ message }) => named.test(message)), 'VS Code to name it')
    })

  it('is repaired where VS Code tells it as well', async () => {
    const document = await opened(SCHEMA, '{ "fields": [{ "name": "id", "type": "string", }] }')
    await until(() => others(document).length > 0, 'what VS Code says')
    const [{ range }] = others(document) as [vscode.Diagnostic]
    assert.match(await hovered(document, range.start), /Nothing follows this comma/)
    await repaired(document, range, 'Remove the comma')
    assert.equal(document.getText(), '{ "fields": [{ "name": "id", "type": "string" }] }')
    await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'all to be silent')
  })

  for (const [name, text] of [
    [SCHEMA, '{ "fields": [{ "name": "id", "type": "string", "title": "Le "grand" marché" }] }'],
    ['marches.json', '[\n  { "lieu": "Le "grand" marché", "jour": "lundi" }\n]\n'],
  ] as const)
    it(`is repaired where a text has a quote without its backslash, in ${name}`, async () => {
      const document = await opened(name, text)
      await until(() => problems(document).length > 0 && others(document).length > 0, 'what both say')
      const [problem, ...more] = problems(document)
      assert.deepEqual(more, [])
      assert.equal(document.getText(problem!.range), '"Le "grand" marché"')
      assert.match(problem!.message, /a straight quote/)
      // What the problem says already is not said again, though why it matters is.
      assert.doesNotMatch(await hovered(document, problem!.range.start), /a straight quote/)
      await repaired(document, problem!.range, String.raw`Write \" inside the text`)
      assert.equal(document.getText(), text.replace('"grand"', String.raw`\"grand\"`))
      await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'all to be silent')
    })
})

/** Writes a file and opens it. */
async function opened(name: string, text: string): Promise<vscode.TextDocument> {
  await write(sample(name), text)
  return shown(sample(name))
}

/** What VS Code says of the document by itself. */
function others({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== 'vigie')
}

/** What Vigie says when the mouse rests there. */
async function hovered({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position)
  return hovers.flatMap(({ contents }) => contents.map(part => (part as vscode.MarkdownString).value)).join('\n')
}

/** Carries out the quick fix of that title, which VS Code offers for the problem there. */
async function repaired(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<void> {
  const fix = (await actions(document, range)).find(action => action.title === title)
  assert.equal(fix?.kind?.value, 'quickfix')
  await carriedOut(fix!)
}
