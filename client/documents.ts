import { type DocumentSelector, languages, type TextDocument, Uri, window, workspace } from 'vscode'

/** The languages of tables: Rainbow CSV, which most people have who work with them, gives them names of its own. */
const tables = ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'csv (whitespace)', 'dynamic csv']

/** The languages of records, one on each line; JSON itself may hold anything. */
const records = ['jsonl', 'geojson']

/** Where files lie that a person can edit; `git:` and the like show copies of them. In a browser `vscode-userdata` holds the files of a situation. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata']

/** What Vigie reads, by language or by name. */
export const selector = schemes.flatMap(scheme => [
  ...tables.map(language => ({ scheme, language })),
  { scheme, pattern: '**/*.{csv,tsv,tab}' },
  ...records.map(language => ({ scheme, language })),
  // The server looks at what a JSON file holds, and is silent about one that is neither data nor a schema.
  { scheme, pattern: '**/*.{json,jsonld,geojson,geojsonl,jsonl,ndjson}' },
]) satisfies DocumentSelector

/** The files on disk that Vigie reads, as a watcher takes them. */
export const DATA = '**/*.{json,jsonld,geojson,geojsonl,jsonl,ndjson,csv,tsv,tab}'

/** Whether Vigie reads the document. */
export function isRead(document: TextDocument): boolean {
  return languages.match(selector, document) > 0
}

/** Whether Vigie reads a file that is no document, by its name. */
export function isReadByName({ scheme, path }: Uri): boolean {
  return schemes.includes(scheme) && /\.(?:csv|tsv|tab|geojson|geojsonl|jsonl|ndjson|json|jsonld)$/i.test(path)
}

/** The document that a command is about: the one its argument names, else the one in view, when Vigie reads it. */
export async function documentOf(argument: unknown): Promise<TextDocument | undefined> {
  const uri = typeof argument === 'string' ? Uri.parse(argument, true) : argument
  const document = uri instanceof Uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document
  return document && isRead(document) ? document : undefined
}

/** The name of a file, without its folders. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
