import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { treeRule } from './rule'

/** A file that a document describes and that is not there, or that lies outside of its folder and is not followed. */
export const resourceError = treeRule<{ readonly path: string; readonly is: 'missing' | 'outside' }>({
  id: 'resource-error',
  severity: 'error',
  preset: 'standard',
  concepts: ['metadata', 'stable-url'],
  frictionless: 'resource-error',

  *check({ descriptions, files }) {
    for (const { resources } of descriptions)
      for (const { paths, told } of resources)
        for (const { node, text } of [...paths, ...told.others]) {
          const is = files?.get(text)?.is
          if (is === 'missing' || is === 'outside') yield { pointer: pointerOf(node), facts: { path: text, is } }
        }
  },

  message: {
    fr: ({ path, is }) =>
      is === 'missing'
        ? `Le fichier ${shown.fr(path)} n’est pas là : corrigez son chemin, ou ajoutez-le à côté de cette fiche.`
        : `Le chemin ${shown.fr(path)} sort du dossier de cette fiche : qui la reçoit n’y trouvera rien, et Vigie ne le suit pas ; placez le fichier dans le dossier, ou donnez son adresse.`,
    en: ({ path, is }) =>
      is === 'missing'
        ? `The file ${shown.en(path)} is not there: correct its path, or add it beside this document.`
        : `The path ${shown.en(path)} leaves the folder of this document: whoever receives it will find nothing there, and Vigie does not follow it, so put the file into the folder or give its address.`,
  },
})
