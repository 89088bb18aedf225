import type { FaultOf } from '../model/fault'
import { fileRule } from './rule'

type What = FaultOf<'not-a-table'>['what']

/** A workbook, a picture, a web page… under the name of a table. */
export const notATable = fileRule<{ what: What }, 'not-a-table'>({
  id: 'not-a-table',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format'],
  frictionless: 'source-error',
  fault: 'not-a-table',

  find: ({ what }) => ({ facts: { what } }),

  message: {
    fr: ({ what }) => SENTENCES[what].fr,
    en: ({ what }) => SENTENCES[what].en,
  },
})

const SENTENCES: Readonly<Record<What, { readonly fr: string; readonly en: string }>> = {
  workbook: {
    fr: 'Ce fichier est un classeur de tableur et non un tableau en texte : ouvrez-le dans le tableur et exportez la feuille voulue en CSV.',
    en: 'This file is a spreadsheet workbook and not a table in text: open it in the spreadsheet and export the sheet you want as CSV.',
  },
  pdf: {
    fr: 'Ce fichier est un PDF et non un tableau en texte : il faut repartir des données d’origine et les exporter en CSV.',
    en: 'This file is a PDF and not a table in text: go back to the original data and export them as CSV.',
  },
  archive: {
    fr: 'Ce fichier est une archive compressée et non un tableau en texte : extrayez les fichiers qu’elle contient et ouvrez le tableau.',
    en: 'This file is a compressed archive and not a table in text: extract the files it holds and open the table.',
  },
  html: {
    fr: 'Ce fichier est une page web et non un tableau en texte : le téléchargement a sans doute enregistré une page d’erreur ou de connexion à la place des données.',
    en: 'This file is a web page and not a table in text: the download most likely saved an error or sign-in page instead of the data.',
  },
  image: {
    fr: 'Ce fichier est une image et non un tableau en texte : il faut repartir des données d’origine et les exporter en CSV.',
    en: 'This file is a picture and not a table in text: go back to the original data and export them as CSV.',
  },
  binary: {
    fr: 'Ce fichier ne contient pas de texte : ce n’est pas un tableau que l’on puisse lire, il faut l’exporter en CSV depuis le logiciel qui l’a produit.',
    en: 'This file does not hold text: it is no table that can be read, so export it as CSV from the software that made it.',
  },
}
