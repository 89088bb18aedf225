import { encodingLabel, encodingName } from '../model/encoding-name'
import { shown } from '../model/shown'
import { figureRule } from './file-figure'

/** The encoding that a document declares of a file is not that of its bytes, or not known. */
export const misdeclaredEncoding = figureRule({
  id: 'misdeclared-encoding',
  concepts: ['text-encoding', 'metadata'],
  frictionless: 'encoding-error',

  compare: ({ encoding }, { encoding: is }) => (encoding ? [{ figure: encoding, is, written: is }] : []),

  message: {
    fr: ({ told, is }) =>
      encodingLabel(told)
        ? `La fiche annonce l’encodage ${shown.fr(told)}, et le fichier est encodé en ${encodingName(is)} : corrigez l’un des deux, sans quoi les accents se lisent mal.`
        : `Vigie ne connaît pas l’encodage ${shown.fr(told)} et a lu ce fichier en ${encodingName(is)} : corrigez-le, ou enregistrez le fichier en UTF-8.`,
    en: ({ told, is }) =>
      encodingLabel(told)
        ? `The document declares the encoding ${shown.en(told)}, and the bytes of the file are ${encodingName(is)}: correct one of the two, or accents are read wrongly.`
        : `Vigie does not know the encoding ${shown.en(told)} and has read this file as ${encodingName(is)}: correct it, or save the file as UTF-8.`,
  },
})
