import { type LostReference, lostReferences } from '../model/lost-reference'
import { shown } from '../model/shown'
import { tableRule } from './rule'

/** Columns that were not read, a foreign key whose table is not known, or the values of one column that its pattern, or what describes their parts, was not tried on. */
export type NotChecked =
  | LostReference
  | { readonly columns: number; readonly left: number }
  | { readonly label: string; readonly pattern: string | undefined; readonly values: number }

/** What a limit of ours left out, so that no silence is taken for a clean file. */
export const notChecked = tableRule<NotChecked>({
  id: 'not-checked',
  severity: facts => ('trouble' in facts && facts.trouble !== 'too-large' ? 'error' : 'warning'),
  preset: 'essentiel',
  concepts: ['csv-format'],
  schema: true,

  *check(described) {
    const { table, columns } = described
    for (const lost of lostReferences(described)) yield { row: lost.row, column: lost.column, facts: lost }
    if (table.columnsLeftOut > 0) yield { facts: { columns: columns.length, left: table.columnsLeftOut } }
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
      if ('left' in facts)
        return `Seules les ${facts.columns} premières colonnes ont été vérifiées, ${facts.left} autres ne l’ont pas été : le délimiteur est sans doute mal choisi, ou le tableau couché sur le côté.`
      const label = shown.fr(facts.label)
      if (facts.pattern === undefined)
        return facts.values === 1
          ? `Une valeur de la colonne ${label} n’a pas été comparée à la description que le schéma donne de son contenu : l’essayer risquait de ne pas finir, relisez cette valeur ou simplifiez la description.`
          : `${facts.values} valeurs de la colonne ${label} n’ont pas été comparées à la description que le schéma donne de leur contenu : l’essayer risquait de ne pas finir, relisez ces valeurs ou simplifiez la description.`
      const pattern = shown.fr(facts.pattern)
      return facts.values === 1
        ? `Une valeur de la colonne ${label} n’a pas été comparée à la forme que le schéma demande : essayer son expression ${pattern} risquait de ne pas finir, relisez cette valeur ou simplifiez l’expression.`
        : `${facts.values} valeurs de la colonne ${label} n’ont pas été comparées à la forme que le schéma demande : essayer son expression ${pattern} risquait de ne pas finir, relisez ces valeurs ou simplifiez l’expression.`
    },
    en(facts) {
      if ('trouble' in facts) {
        const why =
          facts.trouble === 'too-large' ? 'is too large to be read here' : 'is not there or has not the column wanted'
        return `The values of the column ${shown.en(facts.label)} were not looked for in ${facts.path ?? facts.resource}, to which the schema has them refer: that file ${why}.`
      }
      if ('left' in facts)
        return `Only the first ${facts.columns} columns were checked and ${facts.left} others were not: the delimiter is probably the wrong one, or the table lies on its side.`
      const label = shown.en(facts.label)
      if (facts.pattern === undefined)
        return facts.values === 1
          ? `One value of the column ${label} was not compared with the description that the schema gives of its content: trying it might not have ended, so read this value yourself or simplify the description.`
          : `${facts.values} values of the column ${label} were not compared with the description that the schema gives of their content: trying it might not have ended, so read these values yourself or simplify the description.`
      const pattern = shown.en(facts.pattern)
      return facts.values === 1
        ? `One value of the column ${label} was not compared with the form that the schema asks for: trying its expression ${pattern} might not have ended, so read this value yourself or simplify the expression.`
        : `${facts.values} values of the column ${label} were not compared with the form that the schema asks for: trying its expression ${pattern} might not have ended, so read these values yourself or simplify the expression.`
    },
  },
})
