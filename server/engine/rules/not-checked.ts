import { counted } from '../model/counted'
import type { UnusableCheck } from '../model/custom-check'
import type { Language } from '../model/language'
import { type LostReference, lostReferences } from '../model/lost-reference'
import { type LostPart, lostPart } from '../model/other-parts'
import { shown, shownList } from '../model/shown'
import type { UnheldData } from '../model/unheld-data'
import { tableRule } from './rule'

/** What of a JSON text was not read as rows of the table. */
interface UnreadPart {
  readonly unread: 'rest' | 'long' | 'key' | 'member' | 'elements' | 'list' | 'schema'
  /** The key, the label of the list whose elements are meant, or the JSON pointer of the list, or of that which the schema describes. */
  readonly name: string
  /** The JSON pointer of the list that is read, where the schema describes another. */
  readonly at?: string
}

/**
 * Columns that were not read, a foreign key whose table is not known, a key that was not compared with those in the other
 * files of its table, the values of one column that its pattern, or what describes their parts, was not tried on, records
 * that a JSON Schema was not tried on, what a dialect asks for and does not get, data in a package that are no rows, or a
 * custom check that could not be run: as the schema asks for it, or for want of a column in the file.
 */
export type NotChecked =
  | LostReference
  | LostPart
  | { readonly columns: number; readonly left: number }
  | { readonly records: number }
  | { readonly label: string; readonly pattern: string | undefined; readonly values: number }
  | UnusableCheck
  | UnreadPart
  | UnheldData
  | { readonly unheeded: string }
  | { readonly missing: readonly string[]; readonly present: readonly string[] }

/** What was left out, so that no silence is taken for a clean file. */
export const notChecked = tableRule<NotChecked>({
  id: 'not-checked',
  severity: facts => {
    if ('unread' in facts && facts.unread === 'elements') return 'information'
    return 'trouble' in facts && facts.trouble !== 'too-large' ? 'error' : 'warning'
  },
  preset: 'essentiel',
  concepts: ['csv-format'],
  schema: true,

  *check(described) {
    const { table, columns, schema } = described
    for (const lost of lostReferences(described)) yield { row: lost.row, column: lost.column, facts: lost }
    const part = lostPart(described)
    if (part) yield { row: part.row, column: part.column, facts: part }
    if (table.columnsLeftOut > 0) yield { facts: { columns: columns.length, left: table.columnsLeftOut } }
    for (const unheeded of described.unheeded ?? []) yield { facts: { unheeded } }
    for (const facts of schema?.unusableChecks ?? []) yield { facts }
    const { records } = schema ?? {}
    const isElsewhere = records?.at !== undefined && records.at !== table.recordsAt
    if (records && (table.recordsAt === undefined || isElsewhere))
      yield { facts: { unread: 'schema', name: records.at ?? '', ...(table.recordsAt && { at: table.recordsAt }) } }
    const names = new Set(columns.flatMap(({ field }) => field?.name ?? []))
    for (const check of schema?.customChecks ?? []) {
      if (check.kind !== 'comparison' && check.kind !== 'sum') continue
      const present = check.columns.filter(name => names.has(name))
      const missing = check.columns.filter(name => !names.has(name))
      // Without any of its columns the check has no object.
      if (missing.length > 0 && present.length > 0) yield { facts: { missing, present } }
    }
  },

  message: {
    fr(facts) {
      if ('trouble' in facts) {
        const why =
          facts.trouble === 'too-large'
            ? 'est trop grand pour être lu ici'
            : 'n’est pas là ou n’a pas la colonne voulue'
        return `Les valeurs de la colonne ${shown.fr(facts.label)} n’ont pas été cherchées dans ${facts.path ?? facts.resource}, auquel le schéma les fait renvoyer : ce fichier ${why}.`
      }
      if ('part' in facts) {
        const why = facts.lost === 'too-large' ? 'trop grand pour être lu ici' : 'absent, ou sans la colonne voulue'
        return `Les valeurs de la colonne ${shown.fr(facts.label)} n’ont pas été comparées à celles de ${facts.part}, qui fait partie du même tableau : il est ${why}.`
      }
      if ('left' in facts)
        return `Seules les ${counted(facts.columns, 'fr')} premières colonnes ont été vérifiées, ${counted(facts.left, 'fr')} autres ne l’ont pas été : le délimiteur est sans doute mal choisi, ou le tableau couché sur le côté.`
      if ('missing' in facts)
        return `Le schéma demande de comparer ${shownList.fr(facts.present)} à ${shownList.fr(facts.missing)}, que ce fichier n’a pas : rien n’a été comparé.`
      if ('why' in facts) {
        const name = shown.fr(facts.name)
        if (facts.why === 'unknown-name')
          return `Le schéma demande un contrôle ${name} que Vigie ne connaît pas : il n’a pas été fait, et rien ne dit que ces données le passeraient.`
        if (facts.why === 'column')
          return `Le contrôle ${name} que le schéma demande porte sur une colonne ${shown.fr(facts.what ?? '')} que ce schéma ne décrit pas : il n’a pas été fait.`
        return `Le contrôle ${name} que le schéma demande n’a pas été fait : son paramètre ${shown.fr(facts.what ?? '')} manque ou n’est pas utilisable.`
      }
      if ('unread' in facts) return unreadFr(facts)
      if ('inline' in facts) return unheld[facts.inline].fr
      if ('unheeded' in facts)
        return `Le dialecte annoncé demande ${shown.fr(facts.unheeded)}, que Vigie ne suit pas : le fichier a été lu sans, et ses lignes ou ses valeurs sont peut-être mal coupées.`
      if ('records' in facts)
        return facts.records === 1
          ? 'Un élément n’a pas été comparé au schéma JSON jusqu’au bout : l’essayer risquait de ne pas finir, relisez cet élément ou simplifiez les renvois du schéma.'
          : `${counted(facts.records, 'fr')} éléments n’ont pas été comparés au schéma JSON jusqu’au bout : l’essayer risquait de ne pas finir, relisez ces éléments ou simplifiez les renvois du schéma.`
      const label = shown.fr(facts.label)
      if (facts.pattern === undefined)
        return facts.values === 1
          ? `Une valeur de la colonne ${label} n’a pas été comparée à la description que le schéma donne de son contenu : l’essayer risquait de ne pas finir, relisez cette valeur ou simplifiez la description.`
          : `${counted(facts.values, 'fr')} valeurs de la colonne ${label} n’ont pas été comparées à la description que le schéma donne de leur contenu : l’essayer risquait de ne pas finir, relisez ces valeurs ou simplifiez la description.`
      const pattern = shown.fr(facts.pattern)
      return facts.values === 1
        ? `Une valeur de la colonne ${label} n’a pas été comparée à la forme que le schéma demande : essayer son expression ${pattern} risquait de ne pas finir, relisez cette valeur ou simplifiez l’expression.`
        : `${counted(facts.values, 'fr')} valeurs de la colonne ${label} n’ont pas été comparées à la forme que le schéma demande : essayer son expression ${pattern} risquait de ne pas finir, relisez ces valeurs ou simplifiez l’expression.`
    },
    en(facts) {
      if ('trouble' in facts) {
        const why =
          facts.trouble === 'too-large' ? 'is too large to be read here' : 'is not there or has not the column wanted'
        return `The values of the column ${shown.en(facts.label)} were not looked for in ${facts.path ?? facts.resource}, to which the schema has them refer: that file ${why}.`
      }
      if ('part' in facts) {
        const why =
          facts.lost === 'too-large' ? 'is too large to be read here' : 'is absent, or has not the column wanted'
        return `The values of the column ${shown.en(facts.label)} were not compared with those of ${facts.part}, which is part of the same table: it ${why}.`
      }
      if ('left' in facts)
        return `Only the first ${counted(facts.columns, 'en')} columns were checked and ${counted(facts.left, 'en')} others were not: the delimiter is probably the wrong one, or the table lies on its side.`
      if ('missing' in facts)
        return `The schema asks to compare ${shownList.en(facts.present)} with ${shownList.en(facts.missing)}, which this file does not have: nothing was compared.`
      if ('why' in facts) {
        const name = shown.en(facts.name)
        if (facts.why === 'unknown-name')
          return `The schema asks for a check ${name} that Vigie does not know: it was not run, and nothing says that these data would pass it.`
        if (facts.why === 'column')
          return `The check ${name} that the schema asks for is about a column ${shown.en(facts.what ?? '')} that this schema does not describe: it was not run.`
        return `The check ${name} that the schema asks for was not run: its parameter ${shown.en(facts.what ?? '')} is absent or no use.`
      }
      if ('unread' in facts) return unreadEn(facts)
      if ('inline' in facts) return unheld[facts.inline].en
      if ('unheeded' in facts)
        return `The dialect declared asks for ${shown.en(facts.unheeded)}, which Vigie does not follow: the file was read without it, and its rows or values may be cut wrongly.`
      if ('records' in facts)
        return facts.records === 1
          ? 'One element was not compared with the JSON Schema to the end: trying it might not have ended, so read this element yourself or simplify the references of the schema.'
          : `${counted(facts.records, 'en')} elements were not compared with the JSON Schema to the end: trying it might not have ended, so read these elements yourself or simplify the references of the schema.`
      const label = shown.en(facts.label)
      if (facts.pattern === undefined)
        return facts.values === 1
          ? `One value of the column ${label} was not compared with the description that the schema gives of its content: trying it might not have ended, so read this value yourself or simplify the description.`
          : `${counted(facts.values, 'en')} values of the column ${label} were not compared with the description that the schema gives of their content: trying it might not have ended, so read these values yourself or simplify the description.`
      const pattern = shown.en(facts.pattern)
      return facts.values === 1
        ? `One value of the column ${label} was not compared with the form that the schema asks for: trying its expression ${pattern} might not have ended, so read this value yourself or simplify the expression.`
        : `${counted(facts.values, 'en')} values of the column ${label} were not compared with the form that the schema asks for: trying its expression ${pattern} might not have ended, so read these values yourself or simplify the expression.`
    },
  },
})

const unheld: Readonly<Record<UnheldData['inline'], Readonly<Record<Language, string>>>> = {
  text: {
    fr: 'Ces données sont un texte écrit dans la fiche : elles n’ont pas été comparées au schéma, mettez-les dans un fichier que « path » nomme, ou écrivez-les comme une liste JSON.',
    en: 'These data are a text inside the descriptor: they were not compared with the schema, so put them into a file that “path” names, or write them as a JSON list.',
  },
  object: {
    fr: 'Ces données sont un objet JSON et non une liste de lignes : elles n’ont pas été comparées au schéma, écrivez-les comme une liste d’objets.',
    en: 'These data are one JSON object and no list of rows: they were not compared with the schema, so write them as a list of objects.',
  },
  values: {
    fr: 'Ces données ne sont pas une liste de lignes : elles n’ont pas été comparées au schéma, écrivez chaque ligne comme un objet ou comme une liste.',
    en: 'These data are no list of rows: they were not compared with the schema, so write each row as an object or as a list.',
  },
}

function unreadFr({ unread, name, at }: UnreadPart): string {
  if (unread === 'rest')
    return 'La suite du fichier n’a pas été vérifiée : cet élément est ouvert et n’est pas refermé, et rien ne dit où commence le suivant.'
  if (unread === 'long')
    return 'La suite du fichier n’a pas été vérifiée : cet élément dépasse à lui seul 128 Mio, découpez-le.'
  if (unread === 'schema' && name === '' && at !== undefined)
    return `Le schéma JSON décrit une liste, et celle de ce fichier se trouve sous ${shown.fr(at)} : ses éléments n’ont pas été comparés à ce qu’il demande, décrivez-y aussi l’objet qui l’entoure.`
  if (unread === 'schema')
    return name === ''
      ? 'Le schéma JSON décrit un fichier JSON, et celui-ci n’en est pas un : ses lignes n’ont pas été comparées à ce qu’il demande.'
      : `Le schéma JSON décrit la liste ${shown.fr(name)}, que ce fichier n’a pas : ses éléments n’ont pas été comparés à ce qu’il demande.`
  // A box or an identifier that is null is none in GeoJSON.
  if (unread === 'member')
    return `Le membre ${shown.fr(name)} d’une entité n’apparaît qu’ici, après les premières : ses valeurs n’ont pas été vérifiées, donnez-le aussi à l’une des premières entités, ou retirez-le.`
  if (unread === 'elements')
    return `Vigie vérifie au plus les trois premiers éléments de la liste ${shown.fr(name)}, avec les clés qu’ils ont au début du fichier : ici en viennent d’autres, relisez-les vous-même.`
  return unread === 'key'
    ? `La clé ${shown.fr(name)} n’apparaît qu’ici, après les premiers éléments du fichier : ses valeurs n’ont pas été vérifiées, donnez-la dès le premier élément, avec null s’il n’en a pas.`
    : `Ce fichier contient une autre liste, ${shown.fr(name)}, qui n’a pas été vérifiée : pour la vérifier aussi, copiez-la dans un fichier à part.`
}

function unreadEn({ unread, name, at }: UnreadPart): string {
  if (unread === 'rest')
    return 'The rest of the file was not checked: this element is opened and never closed, and nothing tells where the next one begins.'
  if (unread === 'long') return 'The rest of the file was not checked: this element alone exceeds 128 MiB, so split it.'
  if (unread === 'schema' && name === '' && at !== undefined)
    return `The JSON Schema describes a list, and that of this file stands under ${shown.en(at)}: its elements were not compared with what it asks for, so describe there the object round it too.`
  if (unread === 'schema')
    return name === ''
      ? 'The JSON Schema describes a JSON file, and this is none: its rows were not compared with what it asks for.'
      : `The JSON Schema describes the list ${shown.en(name)}, which this file has not: its elements were not compared with what it asks for.`
  if (unread === 'member')
    return `The member ${shown.en(name)} of a feature comes up only here, after the first ones: its values were not checked, so give it to one of the first features too, or remove it.`
  if (unread === 'elements')
    return `Vigie checks the first three elements at most of the list ${shown.en(name)}, with the keys that they have at the beginning of the file: others come here, so read these yourself.`
  return unread === 'key'
    ? `The key ${shown.en(name)} comes up only here, after the first elements of the file: its values were not checked, so give it from the first element on, with null where there is none.`
    : `This file holds another list, ${shown.en(name)}, which was not checked: to have it checked too, copy it into a file of its own.`
}
