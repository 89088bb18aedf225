import { encodingName } from '../model/encoding-name'
import { shown } from '../model/shown'
import { figureRule } from './file-figure'

/** The encoding that a document declares of a file is not that of its bytes. */
export const misdeclaredEncoding = figureRule({
  id: 'misdeclared-encoding',
  concepts: ['text-encoding', 'metadata'],
  frictionless: 'encoding-error',

  compare: ({ encoding }, { encoding: is }) => (encoding ? [{ figure: encoding, is, written: is }] : []),

  message: {
    fr: ({ told, is }) =>
      `La fiche annonce l’encodage ${shown.fr(told)}, et les octets du fichier sont de l’${encodingName(is)} : corrigez l’un des deux, sans quoi les accents se lisent mal.`,
    en: ({ told, is }) =>
      `The document declares the encoding ${shown.en(told)}, and the bytes of the file are ${encodingName(is)}: correct one of the two, or accents are read wrongly.`,
  },
})
