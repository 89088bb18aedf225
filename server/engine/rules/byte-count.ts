import { figureRule } from './file-figure'

/** The size that a document tells of a file is not that of the file. */
export const byteCount = figureRule({
  id: 'byte-count',
  concepts: ['metadata'],
  frictionless: 'byte-count',

  compare: ({ bytes, isAbout }, file) =>
    bytes.map(figure => ({
      figure,
      is: isAbout && isNear(Number(figure.text), file.bytes) ? undefined : file.bytes?.toString(),
      written: file.bytes,
    })),

  message: {
    fr: ({ told, is }) =>
      `La fiche annonce ${told} octets et le fichier en a ${is} : il a changé depuis, ou il n’est pas arrivé entier.`,
    en: ({ told, is }) =>
      `The document tells ${told} bytes and the file has ${is}: it has changed since, or has not arrived whole.`,
  },
})

/** Whether a size is out by less than a tenth, as one that is told in round numbers may be. */
function isNear(told: number, bytes: number | undefined): boolean {
  return bytes !== undefined && Math.abs(told - bytes) < bytes / 10
}
