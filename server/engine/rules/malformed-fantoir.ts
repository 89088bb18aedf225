import { fantoirIn, fantoirKeys } from '../model/fantoir'
import { labelIdentifier } from '../model/identifier'
import { mostlyOf } from '../model/lesson'
import { shown } from '../model/shown'
import { cellRule } from './rule'

interface Facts {
  readonly text: string
  /** The letters that could end it, where its letter is wrong. */
  readonly keys: string | undefined
  /** The right code that capitals or the removal of spaces make of it. */
  readonly fixed: string | undefined
}

/** Not the code of a street, or one whose letter does not go with the rest. */
export const malformedFantoir = cellRule<Facts>({
  id: 'malformed-fantoir',
  severity: 'warning',
  preset: 'complet',
  concepts: ['address-base'],
  insteadOf: ['pattern', 'min-length', 'max-length'],

  check({ field, label, learn }) {
    const identifier = field ? field.identifier : labelIdentifier(label)
    if (identifier !== 'fantoir' || !(field || learn(areCodes))) return undefined
    return text => {
      const code = text.trim()
      if (code === '' || isFantoir(code)) return undefined
      const fixed = code.replace(/\s/g, '').toUpperCase()
      return { text, keys: wrongKeys(code), fixed: fixed !== code && isFantoir(fixed) ? fixed : undefined }
    }
  },

  message: {
    fr({ text, keys, fixed }) {
      const value = shown.fr(text)
      if (keys !== undefined)
        return keys.length === 1
          ? `${value} se termine par une autre lettre que ${keys}, celle que ses autres signes appellent : l’un d’eux ou la lettre est faux, et ce code ne désigne aucune voie.`
          : `${value} se termine par une lettre que ses autres signes ne permettent pas : l’un d’eux ou la lettre est faux, et ce code ne désigne aucune voie.`
      return fixed === undefined
        ? `${value} n’est pas un code FANTOIR, fait du code INSEE de la commune, de quatre signes pour la voie et d’une lettre de contrôle, comme 352380040V : on ne retrouvera pas la voie.`
        : `${value} est un code FANTOIR écrit autrement que prévu : seul ${fixed} sera reconnu et rapproché des autres fichiers.`
    },
    en({ text, keys, fixed }) {
      const value = shown.en(text)
      if (keys !== undefined)
        return keys.length === 1
          ? `${value} ends with another letter than ${keys}, which its other signs call for: one of them or the letter is wrong, and this code names no street.`
          : `${value} ends with a letter that its other signs do not allow: one of them or the letter is wrong, and this code names no street.`
      return fixed === undefined
        ? `${value} is no FANTOIR code, which is made of the INSEE code of the commune, four signs for the street and a letter that checks them, such as 352380040V: the street will not be found.`
        : `${value} is a FANTOIR code written otherwise than it should be: only ${fixed} will be recognised and matched with other files.`
    },
  },

  fix: (_text, { fixed }) => fixed,
})

function isFantoir(code: string): boolean {
  return fantoirIn(code) !== undefined && wrongKeys(code) === undefined
}

/** The letters that a code could end with instead; undefined when its own may be right. */
function wrongKeys(code: string): string | undefined {
  const found = fantoirIn(code)
  if (!found?.commune || found.key === undefined) return undefined
  const keys = fantoirKeys(found, found.commune)
  return keys?.includes(found.key) === false ? keys : undefined
}

const areCodes = mostlyOf(0.5, value => fantoirIn(value.trim()) !== undefined)
