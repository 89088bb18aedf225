import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A file that is not in UTF-8. */
export const legacyEncoding = fileRule<{ encoding: string; sample: string }, 'legacy-encoding'>({
  id: 'legacy-encoding',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['text-encoding'],
  frictionless: 'encoding-error',
  schema: true,
  insteadOf: ['lost-character', 'mojibake'],
  fault: 'legacy-encoding',

  find: ({ encoding, sample }) => ({ facts: { encoding, sample } }),

  message: {
    fr: ({ encoding, sample }) =>
      isPlain(sample)
        ? `Ce fichier est en ${nameOf(encoding)} et non en UTF-8 : bien des logiciels ne sauront pas le lire.`
        : `Ce fichier est en ${nameOf(encoding)} et non en UTF-8 : ses accents, comme dans ${shown.fr(sample)}, s’afficheront mal chez ceux qui le reliront.`,
    en: ({ encoding, sample }) =>
      isPlain(sample)
        ? `This file is in ${nameOf(encoding)} and not in UTF-8: much software will not be able to read it.`
        : `This file is in ${nameOf(encoding)} and not in UTF-8: its accents, as in ${shown.en(sample)}, will look wrong to those who read it again.`,
  },

  fix: () => [{ operation: 'reencode' }],
})

const NAMES: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252',
  macintosh: 'MacRoman',
  cp850: 'CP850 (MS-DOS)',
}

function nameOf(encoding: string): string {
  return NAMES[encoding] ?? encoding.toUpperCase().replace(/(LE|BE)$/, '')
}

function isPlain(sample: string): boolean {
  return /^[\x20-\x7E]*$/.test(sample)
}
