import { type Diagnostic, type Uri, workspace } from 'vscode'
import type { DiagnosticData } from '../server/protocol'
import { ruleLink } from './rule-page'

/**
 * The flaws of JSON that the editor's own service names as what they are. Of the others it says nothing, or only what it
 * expected next: a comma where a quote lacks its backslash, a value where one is written in another way.
 */
const namedByEditor: ReadonlySet<DiagnosticData['flaw']> = new Set([
  'trailing-comma',
  'missing-comma',
  'missing-colon',
  'missing-value',
  'comment',
  'single-quoted-key',
  'unquoted-key',
  'unclosed-string',
  'text-after',
  'control-character',
  'bad-escape',
  'duplicate-key',
])

/** The findings as the editor shows them, each once. */
export function shown(uri: Uri, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isJson = workspace.textDocuments.some(
    document => document.languageId === 'json' && document.uri.toString() === uri.toString(),
  )
  const wanted = diagnostics.map(linked).filter(diagnostic => !(isJson && namedByEditor.has(flawOf(diagnostic))))
  leadOnce(uri, wanted)
  return wanted
}

/**
 * Leaves a place of another file to the first of those that lead there: each cell of a column leads to the same field of
 * its schema, and in the list of problems that is a line below each.
 */
function leadOnce(uri: Uri, diagnostics: readonly Diagnostic[]): void {
  const led = new Set<string>()
  for (const diagnostic of diagnostics) {
    const places = diagnostic.relatedInformation ?? []
    diagnostic.relatedInformation = places.filter(({ location, message }) => {
      const place = JSON.stringify([location, message])
      if (location.uri.toString() === uri.toString()) return true
      const isNew = !led.has(place)
      led.add(place)
      return isNew
    })
  }
}

function flawOf({ data }: Diagnostic & { readonly data?: DiagnosticData }): DiagnosticData['flaw'] {
  return data?.flaw
}

/** Makes the code of a diagnostic a link to its rule's page, which opens in the editor and needs no network. */
function linked(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic
  const id = typeof code === 'object' ? code.value : code
  if (id !== undefined) diagnostic.code = { value: id, target: ruleLink(String(id)) }
  return diagnostic
}
