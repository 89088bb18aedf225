const NAMES: Readonly<Record<string, string>> = { macintosh: 'Mac OS Roman', cp850: 'MS-DOS (CP850)' }

/** The name that software menus give to an encoding. */
export function encodingName(encoding: string): string {
  if (encoding.startsWith('windows')) return encoding.replace('windows', 'Windows')
  return NAMES[encoding] ?? encoding.toUpperCase()
}

/** The name that `Dialect` uses for an encoding, whatever its label; undefined for one that is not read. */
export function encodingLabel(label: string): string | undefined {
  return labels.get(label.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
}

/** Letters and digits of the labels in use; ISO-8859-1 is read as windows-1252, as on the Web (WHATWG Encoding, 4.2). */
const labels = new Map(
  Object.entries({
    'utf-8': 'utf8 utf8bom utf8sig ascii usascii',
    'utf-16le': 'utf16le utf16 unicode ucs2',
    'utf-16be': 'utf16be',
    'windows-1252': 'windows1252 cp1252 1252 ansi latin1 iso88591',
    'iso-8859-15': 'iso885915 latin9',
    macintosh: 'macintosh macroman mac',
    cp850: 'cp850 ibm850 850 dos',
  }).flatMap(([encoding, spellings]) => spellings.split(' ').map(label => [label, encoding] as const)),
)
