import { encodingLabel, encodingName } from '../model/encoding-name'
import { shown } from '../model/shown'
import { fileRule } from './rule'

/** A file whose description declares an encoding that its bytes contradict, or that is not known: it is read as its bytes are. */
export const encodingMismatch = fileRule<{ readonly told: string; readonly found: string }, 'encoding-mismatch'>({
  id: 'encoding-mismatch',
  severity: 'error',
  preset: 'standard',
  concepts: ['text-encoding', 'metadata'],
  frictionless: 'encoding-error',
  insteadOf: ['legacy-encoding'],
  fault: 'encoding-mismatch',

  find: ({ told, found }) => ({ facts: { told, found } }),

  message: {
    fr: ({ told, found }) => {
      if (!encodingLabel(told))
        return `La fiche de ce fichier annonce l’encodage ${shown.fr(told)}, que Vigie ne connaît pas, ${
          found === 'utf-8'
            ? 'et il est encodé en UTF-8 : annoncez « utf-8 » dans la fiche.'
            : `et il a été lu en ${encodingName(found)} : corrigez ce nom dans la fiche, ou enregistrez le fichier en UTF-8 et annoncez-le.`
        }`
      return told === 'utf-8'
        ? `La fiche de ce fichier annonce de l’UTF-8, et il est encodé en ${encodingName(found)} : enregistrez-le au format « CSV UTF-8 », sans quoi qui suit la fiche en lira mal les accents.`
        : `La fiche de ce fichier annonce ${encodingName(told)}, et il est encodé en ${encodingName(found)} : corrigez « encoding » dans la fiche, sans quoi qui la suit en lira mal les accents.`
    },
    en: ({ told, found }) => {
      if (!encodingLabel(told))
        return `The description of this file declares the encoding ${shown.en(told)}, which Vigie does not know, ${
          found === 'utf-8'
            ? 'and it is encoded in UTF-8: declare “utf-8” in the description.'
            : `and it was read as ${encodingName(found)}: correct that name in the description, or save the file as UTF-8 and declare that.`
        }`
      return told === 'utf-8'
        ? `The description of this file declares UTF-8, and it is encoded in ${encodingName(found)}: save it as “CSV UTF-8”, or whoever follows the description reads its accents wrongly.`
        : `The description of this file declares ${encodingName(told)}, and it is encoded in ${encodingName(found)}: correct “encoding” in the description, or whoever follows it reads the accents wrongly.`
    },
  },

  fix: ({ told }) => (told === 'utf-8' ? [{ operation: 'reencode' }] : undefined),
})
