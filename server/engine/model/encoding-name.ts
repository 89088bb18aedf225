const NAMES: Readonly<Record<string, string>> = { macintosh: 'Mac OS Roman', cp850: 'MS-DOS (CP850)' }

/** The name that software menus give to an encoding. */
export function encodingName(encoding: string): string {
  if (encoding.startsWith('windows')) return encoding.replace('windows', 'Windows')
  return NAMES[encoding] ?? encoding.toUpperCase()
}
