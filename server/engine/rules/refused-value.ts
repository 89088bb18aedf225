import type { Language } from '../model/language'
import type { Refusal } from '../model/schema-defect'
import { shown, shownList } from '../model/shown'

/** Why a field refuses a value, as the end of a sentence. */
export const refusedBecause: Readonly<Record<Language, (because: Refusal) => string>> = {
  fr(because) {
    switch (because.by) {
      case 'type':
        return because.format === 'default' || because.format === ''
          ? `ne se lit pas comme le type ${shown.fr(because.type)} le demande`
          : `ne se lit pas comme le type ${shown.fr(because.type)} le demande au format ${shown.fr(because.format)}`
      case 'pattern':
        return `ne suit pas le motif ${shown.fr(because.pattern)}`
      case 'enum':
        return `n’est pas parmi les valeurs admises, ${shownList.fr(because.values)}`
      case 'bound':
        return `dépasse la limite ${shown.fr(because.value)} de ${shown.fr(because.bound)}`
    }
  },
  en(because) {
    switch (because.by) {
      case 'type':
        return because.format === 'default' || because.format === ''
          ? `does not read as the type ${shown.en(because.type)}`
          : `does not read as the type ${shown.en(because.type)} in the format ${shown.en(because.format)}`
      case 'pattern':
        return `does not follow the pattern ${shown.en(because.pattern)}`
      case 'enum':
        return `is not among the allowed values, ${shownList.en(because.values)}`
      case 'bound':
        return `is beyond the limit ${shown.en(because.value)} of ${shown.en(because.bound)}`
    }
  },
}
