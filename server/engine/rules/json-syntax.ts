import type { Language } from '../model/language'
import { shown } from '../model/shown'
import type { Flaw } from '../model/tree'
import { treeRule } from './rule'

type SyntaxFlaw = Exclude<Flaw, { readonly kind: 'duplicate-key' | 'prototype-key' }>

/** Flaws whose repair is sure and takes nothing away; of the others a person decides. */
const SAFE: ReadonlySet<Flaw['kind']> = new Set([
  'trailing-comma',
  'single-quotes',
  'single-quoted-key',
  'unquoted-key',
])
// Two numbers without a comma may be one with a space between its thousands.
const MENDED: ReadonlySet<Flaw['kind']> = new Set([...SAFE, 'missing-comma', 'comment', 'bad-number', 'unknown-word'])

const NOWHERE = { start: 0, end: 0 }

/** A text that is not JSON (RFC 8259): most tools refuse all of it. */
export const jsonSyntax = treeRule<SyntaxFlaw>({
  id: 'json-syntax',
  severity: 'error',
  preset: 'essentiel',
  concepts: ['json-format'],
  insteadOf: ['unsafe-number', 'schema-violation'],

  *check({ tree: { flaws } }) {
    for (const flaw of flaws) if (isSyntax(flaw)) yield { pointer: '', span: flaw.span, facts: flaw }
  },

  // Where it is the finding says, which moves when the text before it is edited.
  ofFlaw: flaw => (isSyntax(flaw) ? { ...flaw, span: NOWHERE } : undefined),
  flawOf: ({ kind }) => kind,

  message: {
    fr: flaw => said(flaw).fr,
    en: flaw => said(flaw).en,
  },

  safe: ({ kind, isDoubtful }) => SAFE.has(kind) && !isDoubtful,
  fix: flaw => (isMended(flaw) ? [{ mend: flaw }] : []),
})

function isMended(flaw: SyntaxFlaw): boolean {
  if (flaw.kind === 'unescaped-quote' || flaw.kind === 'missing-quote') return true
  // What follows from another flaw goes with that, and a word of which nobody knows what it means leaves doubt itself.
  return !flaw.isDoubtful && MENDED.has(flaw.kind)
}

function isSyntax(flaw: Flaw): flaw is SyntaxFlaw {
  return flaw.kind !== 'duplicate-key' && flaw.kind !== 'prototype-key'
}

function said(flaw: SyntaxFlaw): Readonly<Record<Language, string>> {
  if (flaw.kind === 'unknown-word')
    return {
      fr: `${shown.fr(flaw.word)} ne veut rien dire en JSON : mettez un texte entre guillemets, ou écrivez true, false ou null.`,
      en: `${shown.en(flaw.word)} means nothing in JSON: put a text between quotes, or write true, false or null.`,
    }
  return sentences[flaw.kind]
}

const sentences: Readonly<Record<Exclude<SyntaxFlaw['kind'], 'unknown-word'>, Readonly<Record<Language, string>>>> = {
  empty: {
    fr: 'Ce fichier JSON est vide : il y faut au moins une valeur, par exemple {}.',
    en: 'This JSON file is empty: it needs at least one value, such as {}.',
  },
  'trailing-comma': {
    fr: 'Cette virgule ne précède rien : JSON n’en veut pas après le dernier élément, supprimez-la.',
    en: 'Nothing follows this comma: JSON allows none after the last element, so remove it.',
  },
  'missing-comma': {
    fr: 'Il manque une virgule avant cet élément : JSON en veut une entre deux éléments.',
    en: 'A comma is missing before this element: JSON wants one between two elements.',
  },
  'missing-colon': {
    fr: 'Il manque un deux-points après cette clé : il sépare la clé de sa valeur.',
    en: 'A colon is missing after this key: it parts the key from its value.',
  },
  'missing-value': {
    fr: 'Cette clé n’a pas de valeur : écrivez-en une après le deux-points, ou retirez la clé.',
    en: 'This key has no value: write one after the colon, or remove the key.',
  },
  comment: {
    fr: 'JSON n’a pas de commentaires et la plupart des outils refuseront ce fichier : retirez celui-ci.',
    en: 'JSON has no comments and most tools will refuse this file: remove this one.',
  },
  'single-quotes': {
    fr: 'Ce texte est entre apostrophes : JSON n’accepte que les guillemets droits doubles.',
    en: 'This text stands between single quotes: JSON accepts only double ones.',
  },
  'single-quoted-key': {
    fr: 'Cette clé est entre apostrophes : JSON n’accepte que les guillemets droits doubles.',
    en: 'This key stands between single quotes: JSON accepts only double ones.',
  },
  'unescaped-quote': {
    fr: 'Ce texte contient un guillemet droit, que JSON prend pour la fin du texte : écrivez-le \\".',
    en: 'This text holds a straight quote, which JSON takes for the end of the text: write it \\".',
  },
  'missing-quote': {
    fr: 'Il manque un guillemet à la fin de ce texte : sans lui, la clé qui suit en fait partie.',
    en: 'A quote is missing at the end of this text: without it, the key behind is part of it.',
  },
  'unquoted-key': {
    fr: 'Cette clé n’est pas entre guillemets : JSON en veut autour de chaque clé.',
    en: 'This key is not between quotes: JSON wants them round every key.',
  },
  'unclosed-string': {
    fr: 'Ce texte commence par un guillemet qui n’est jamais refermé : fermez-le à la fin du texte.',
    en: 'This text begins with a quote that is never closed: close it at the end of the text.',
  },
  'unclosed-bracket': {
    fr: 'Ce crochet ou cette accolade n’est jamais refermé : fermez-le là où finit ce qu’il contient.',
    en: 'This bracket is never closed: close it where what it holds ends.',
  },
  'stray-sign': {
    fr: 'Ce signe n’a rien à faire ici : supprimez-le, ou complétez ce qui le précède.',
    en: 'This sign has no place here: remove it, or complete what comes before it.',
  },
  'text-after': {
    fr: 'Quelque chose suit la fin du document : un fichier JSON ne contient qu’une valeur, supprimez le reste.',
    en: 'Something follows the end of the document: a JSON file holds one value only, so remove the rest.',
  },
  'control-character': {
    fr: 'Un caractère de commande se cache dans ce texte : écrivez \\t pour une tabulation, ou supprimez-le.',
    en: 'A control character hides in this text: write \\t for a tab, or remove it.',
  },
  'bad-escape': {
    fr: 'Cette barre oblique inversée n’annonce rien que JSON connaisse : doublez-la pour l’écrire elle-même.',
    en: 'This backslash announces nothing that JSON knows: double it to write the backslash itself.',
  },
  'bad-number': {
    fr: 'Ce nombre n’est pas écrit comme JSON le veut : ni signe plus, ni zéro devant, et des chiffres de chaque côté du point.',
    en: 'This number is not written as JSON wants it: no plus sign, no zero in front, and digits on both sides of the point.',
  },
  'huge-number': {
    fr: 'Ce nombre dépasse ceux que connaissent la plupart des logiciels (environ 1,8 × 10³⁰⁸) : ils y liront l’infini ou refuseront le fichier, corrigez-le.',
    en: 'This number is beyond those that most software knows (about 1.8 × 10³⁰⁸): it will be read as infinity, or the file refused, so correct it.',
  },
  'too-deep': {
    fr: 'Ce qui commence ici est emboîté à plus de mille niveaux et n’est pas lu : c’est sans doute une erreur.',
    en: 'What begins here is nested more than a thousand levels deep and is not read: it is probably a mistake.',
  },
}
