/** Text that Markdown shows as it is. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#+\-!|~&$]/g, '\\$&')
    .replace(/^(\d+)\./gm, '$1\\.')
    .replace(/\s+/g, ' ')
    .trim()
}
