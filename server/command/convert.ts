import { basename, dirname, join } from 'node:path'
import { lossInWords } from '../engine/workbook/losses'
import { type SheetFiles, workbookFiles } from '../engine/workbook-files'
import type { Language } from '../engine/model/language'
import { disk, replaceFile, wroteNew } from '../files/disk'
import type { Problem } from '../files/files'
import type { Order } from './options'
import type { Complain } from './inputs'

/** Writes each sheet of the workbooks as a CSV file beside them, with its types, and says what was lost before. */
export async function convertCommand({ paths, language, overwrite }: Order, complain: Complain): Promise<void> {
  if (paths.length === 0) complain(noPath, 'serious')
  for (const path of paths) {
    const bytes = await disk.read(path)
    const sheets = bytes && workbookFiles(bytes, basename(path))
    if (!sheets) complain(bytes ? noWorkbook(path) : unreadable(path), 'serious')
    for (const sheet of sheets ?? []) await writeSheet(sheet, path, { language, overwrite }, complain)
  }
}

async function writeSheet(
  { sheet, name, csv, schema, losses }: SheetFiles,
  workbook: string,
  { language, overwrite }: Pick<Order, 'language' | 'overwrite'>,
  complain: Complain,
): Promise<void> {
  const beside = (file: string) => join(dirname(workbook), file)
  const files: (readonly [path: string, text: string])[] = [[beside(name), csv]]
  if (schema) files.push([beside(schema.name), schema.text])
  for (const [path, text] of files) {
    try {
      const bytes = new TextEncoder().encode(text)
      if (!(await wroteNew(path, bytes))) {
        if (overwrite) await replaceFile(path, bytes)
        else {
          complain(taken(path), 'serious')
          continue
        }
      }
    } catch {
      complain(unwritable(path), 'serious')
      continue
    }
    if (path === beside(name)) process.stdout.write(told(path, sheet, losses, language))
  }
}

function told(path: string, sheet: string, losses: SheetFiles['losses'], language: Language): string {
  const head = { fr: `${path} : feuille « ${sheet} »`, en: `${path}: sheet “${sheet}”` }[language]
  return `${head}\n${losses.map(loss => `  ${lossInWords(loss, language)}\n`).join('')}`
}

const noPath: Problem = {
  fr: 'Il manque le chemin d’un classeur (.xlsx ou .ods).',
  en: 'The path of a workbook (.xlsx or .ods) is missing.',
}

function unreadable(path: string): Problem {
  return { fr: `${path} ne peut pas être lu.`, en: `${path} cannot be read.` }
}

function noWorkbook(path: string): Problem {
  return {
    fr: `${path} n’est pas un classeur .xlsx ou .ods lisible : s’il est protégé par un mot de passe ou d’un autre format, enregistrez-le d’abord en .xlsx dans le tableur.`,
    en: `${path} is not an .xlsx or .ods workbook that can be read: if it has a password or another format, save it as .xlsx in the spreadsheet first.`,
  }
}

function unwritable(path: string): Problem {
  return { fr: `${path} ne peut pas être écrit.`, en: `${path} cannot be written.` }
}

function taken(path: string): Problem {
  return {
    fr: `${path} existe déjà et reste comme il est ; --overwrite le remplace.`,
    en: `${path} is there already and is left as it is; --overwrite replaces it.`,
  }
}
