import { shown } from '../model/shown'
import { figureRule } from './file-figure'

/** The hash that a document tells of a file is not that of the file. */
export const hashCount = figureRule({
  id: 'hash-count',
  concepts: ['metadata'],
  frictionless: 'hash-count',

  compare: ({ hashes }, file) =>
    hashes.map(({ algorithm, hex, prefix }) => {
      const is = file.hashes?.get(algorithm)
      return { figure: hex, is, written: is === undefined ? undefined : `${prefix}${is}` }
    }),

  message: {
    fr: ({ told, is }) =>
      `Le fichier n’est pas celui que la fiche décrit : son empreinte commence par ${shown.fr(is.slice(0, 16))}, la fiche annonce ${shown.fr(told.slice(0, 16))}.`,
    en: ({ told, is }) =>
      `The file is not the one that the document describes: its hash begins with ${shown.en(is.slice(0, 16))}, the document tells ${shown.en(told.slice(0, 16))}.`,
  },
})
