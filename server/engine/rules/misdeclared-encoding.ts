import { encodingLabel, encodingName } from '../model/encoding-name'
import { shown } from '../model/shown'
import { figureRule } from './file-figure'

/** The encoding that a document declares of a file is not that of its bytes, or not known. */
export const misdeclaredEncoding = figureRule({
  id: 'misdeclared-encoding',
  concepts: ['text-encoding', 'metadata'],
  frictionless: 'encoding-error',

  // A name that is not known may be right all the same: only UTF-8 is sure.
  compare: ({ encoding }, { encoding: is }) =>
    encoding
      ? [{ figure: encoding, is, written: is === 'utf-8' || encodingLabel(encoding.text) ? is : undefined }]
      : [],

  message: {
    fr: ({ told, is }) =>
      encodingLabel(told)
        ? `La fiche annonce l’encodage ${shown.fr(told)}, et le fichier est encodé en ${encodingName(is)} : corrigez l’un des deux, sans quoi les accents se lisent mal.`
        : is === 'utf-8'
          ? `Vigie ne connaît pas l’encodage ${shown.fr(told)}, et ce fichier est encodé en UTF-8 : annoncez « utf-8 ».`
          : `Vigie ne connaît pas l’encodage ${shown.fr(told)} et a lu ce fichier en ${encodingName(is)} : corrigez ce nom, ou enregistrez le fichier en UTF-8 et annoncez-le.`,
    en: ({ told, is }) =>
      encodingLabel(told)
        ? `The document declares the encoding ${shown.en(told)}, and the bytes of the file are ${encodingName(is)}: correct one of the two, or accents are read wrongly.`
        : is === 'utf-8'
          ? `Vigie does not know the encoding ${shown.en(told)}, and this file is encoded in UTF-8: declare “utf-8”.`
          : `Vigie does not know the encoding ${shown.en(told)} and has read this file as ${encodingName(is)}: correct that name, or save the file as UTF-8 and declare that.`,
  },
})
