import { type DocumentSelector, languages, type TextDocument, Uri, window, workspace } from 'vscode'

/** What Vigie reads, whichever extension has named its language: Rainbow CSV has names of its own. */
export const selector = [
  ...['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'csv (whitespace)', 'dynamic csv'].map(language => ({ language })),
  { pattern: '**/*.{csv,tsv,tab}' },
] as const satisfies DocumentSelector

/** Whether Vigie reads the document. A `git:` or `output:` view of a file is not the file. */
export function isRead(document: TextDocument): boolean {
  return !['git', 'output', 'vscode', 'gitfs'].includes(document.uri.scheme) && languages.match(selector, document) > 0
}

/** The document that a command is about: the one its argument names, else the one in view, when Vigie reads it. */
export async function documentOf(argument: unknown): Promise<TextDocument | undefined> {
  const uri = typeof argument === 'string' ? Uri.parse(argument, true) : argument
  const document = uri instanceof Uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document
  return document && isRead(document) ? document : undefined
}
