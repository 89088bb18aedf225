import { encodingName } from '../model/encoding-name'
import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A file that is not UTF-8, the one encoding that every tool reads alike. */
export const legacyEncoding = fileRule<{ readonly encoding: string; readonly sample: string }, 'legacy-encoding'>({
  id: 'legacy-encoding',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['text-encoding'],
  frictionless: 'encoding-error',
  schema: true,
  // Not of a lost character: what an earlier conversion replaced with “?” does not come back with the right encoding.
  insteadOf: ['mojibake'],
  fault: 'legacy-encoding',

  // Without the span: it speaks of the whole file, not of the first cell that shows it.
  find: ({ encoding, sample }) => ({ facts: { encoding, sample } }),

  message: {
    fr: ({ encoding, sample }) =>
      `Le fichier est encodé en ${encodingName(encoding)} et non en UTF-8 : enregistrez-le en UTF-8 (« CSV UTF-8 » dans un tableur), sans quoi ${shown.fr(sample)} risque de s’afficher mal chez d’autres.`,
    en: ({ encoding, sample }) =>
      `The file is encoded in ${encodingName(encoding)} and not in UTF-8: save it as UTF-8 (“CSV UTF-8” in a spreadsheet), or ${shown.en(sample)} may show garbled to others.`,
  },

  fix: () => [{ operation: 'reencode' }],
})
