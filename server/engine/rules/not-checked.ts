import { shown } from '../model/shown'
import { tableRule } from './rule'

/** Columns that were not read, or the values of one column that its pattern, or what describes their parts, was not tried on. */
export type NotChecked =
  | { readonly columns: number; readonly left: number }
  | { readonly label: string; readonly pattern: string | undefined; readonly values: number }

/** What a limit of ours left out, so that no silence is taken for a clean file. */
export const notChecked = tableRule<NotChecked>({
  id: 'not-checked',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['csv-format'],
  schema: true,

  *check({ table, columns }) {
    if (table.columnsLeftOut > 0) yield { facts: { columns: columns.length, left: table.columnsLeftOut } }
  },

  message: {
    fr(facts) {
      if ('left' in facts)
        return `Seules les ${facts.columns} premières colonnes ont été vérifiées, ${facts.left} autres ne l’ont pas été : le délimiteur est sans doute mal choisi, ou le tableau couché sur le côté.`
      const label = shown.fr(facts.label)
      if (facts.pattern === undefined)
        return facts.values === 1
          ? `Une valeur de la colonne ${label} n’a pas été comparée à la description que le schéma donne de son contenu : l’essayer risquait de ne pas finir, relisez cette valeur ou simplifiez la description.`
          : `${facts.values} valeurs de la colonne ${label} n’ont pas été comparées à la description que le schéma donne de leur contenu : l’essayer risquait de ne pas finir, relisez ces valeurs ou simplifiez la description.`
      const pattern = shown.fr(facts.pattern)
      return facts.values === 1
        ? `Une valeur de la colonne ${label} n’a pas été comparée à la forme que le schéma demande : essayer son expression ${pattern} risquait de ne pas finir, relisez cette valeur ou simplifiez l’expression.`
        : `${facts.values} valeurs de la colonne ${label} n’ont pas été comparées à la forme que le schéma demande : essayer son expression ${pattern} risquait de ne pas finir, relisez ces valeurs ou simplifiez l’expression.`
    },
    en(facts) {
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
