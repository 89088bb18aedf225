import type { FaultOf } from '../model/fault'
import { fileRule } from './rule'

type Kind = FaultOf<'not-a-table'>['what']

/** What a file is when its name promises a table that its bytes do not hold. */
export const notATable = fileRule<{ readonly what: Kind }, 'not-a-table'>({
  id: 'not-a-table',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['csv-format', 'spreadsheet-traps'],
  frictionless: 'source-error',
  fault: 'not-a-table',

  find: ({ what }) => ({ facts: { what } }),

  message: {
    fr: ({ what }) => french[what],
    en: ({ what }) => english[what],
  },
})

const french: Readonly<Record<Kind, string>> = {
  workbook:
    'Ce fichier est un classeur de tableur, quel que soit son nom : la commande « Vigie : Convertir le classeur » (vigie convert) en écrit chaque feuille en CSV, valeurs intactes.',
  pdf: 'Ce fichier est un PDF, quel que soit son nom : on n’y lit pas un tableau, reprenez le fichier d’origine dans le tableur et enregistrez-le en « CSV UTF-8 ».',
  archive:
    'Ce fichier est une archive compressée, quel que soit son nom : extrayez le tableau qu’elle contient et vérifiez-le lui-même.',
  html: 'Ce fichier est une page web, quel que soit son nom, souvent la page d’erreur ou de connexion d’un site : téléchargez-le de nouveau, ou exportez le tableau en « CSV UTF-8 ».',
  json: 'Ce fichier est du JSON, quel que soit son nom : si c’est la réponse d’un service, demandez-lui du CSV ou voyez ce qu’elle dit, et si ce sont les données, donnez au fichier un nom en .json.',
  xml: 'Ce fichier est du XML, quel que soit son nom : on n’y lit pas un tableau, exportez les données en « CSV UTF-8 » depuis le logiciel qui l’a produit.',
  image:
    'Ce fichier est une image, quel que soit son nom : on n’y lit pas un tableau, reprenez le fichier d’origine dans le tableur et enregistrez-le en « CSV UTF-8 ».',
  binary:
    'Ce fichier n’est pas du texte, quel que soit son nom : ouvrez-le dans le logiciel qui l’a produit et exportez le tableau en « CSV UTF-8 ».',
}

const english: Readonly<Record<Kind, string>> = {
  workbook:
    'This file is a spreadsheet workbook, whatever its name: the command “Vigie: Convert the workbook” (vigie convert) writes each of its sheets as CSV, values untouched.',
  pdf: 'This file is a PDF, whatever its name: no table can be read from it, so go back to the original in the spreadsheet and save it as “CSV UTF-8”.',
  archive: 'This file is a compressed archive, whatever its name: extract the table that it holds and check that one.',
  html: 'This file is a web page, whatever its name, often the error or login page of a site: download it again, or export the table as “CSV UTF-8”.',
  json: 'This file is JSON, whatever its name: if it is the answer of a service, ask it for CSV or see what the answer says, and if these are the data, give the file a name in .json.',
  xml: 'This file is XML, whatever its name: no table can be read from it, so export the data as “CSV UTF-8” from the software that made it.',
  image:
    'This file is an image, whatever its name: no table can be read from it, so go back to the original in the spreadsheet and save it as “CSV UTF-8”.',
  binary:
    'This file is not text, whatever its name: open it in the software that made it and export the table as “CSV UTF-8”.',
}
