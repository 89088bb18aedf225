/** What the page says itself; what is said of the files comes from the server. */
const fr = {
  title: (folder: string) => `Les jeux de données de ${folder}`,
  filter: 'Montrer',
  all: 'Tous',
  columns: {
    name: 'Jeu de données',
    verdict: 'Prêt à publier\u00A0?',
    freshness: 'De quand',
    purpose: 'À quoi il sert',
    keeper: 'Tenu par',
    schema: 'Modèle suivi',
  },
  table: 'Jeux de données, rangés par politique publique ; ce qui empêche de publier vient d’abord.',
  untold: { purpose: 'non dit', keeper: 'non dit', schema: 'aucun', freshness: '' },
  describe: 'Compléter sa fiche',
  describeNamed: (name: string) => `Compléter sa fiche : ${name}`,
  open: (name: string, hasPlace: boolean) =>
    hasPlace ? `${name} : ouvrir au premier point à traiter` : `${name} : ouvrir`,
  files: (count: number) => `${number(count, 'fr')} ${count > 1 ? 'fichiers' : 'fichier'}`,
  more: (count: number) =>
    count > 1 ? `Montrer ${number(count, 'fr')} fichiers de plus` : 'Montrer un fichier de plus',
  left: (count: number) =>
    count > 1
      ? `${number(count, 'fr')} autres fichiers ne sont pas encore montrés.`
      : 'Un autre fichier n’est pas encore montré.',
  press: {
    problems: 'Voir les problèmes',
    save: 'Enregistrer…',
    check: 'Vérifier de nouveau',
    'take-back': 'Ne plus les montrer',
  },
  reading: 'Lecture du dossier…',
  noServer: 'Vigie ne répond pas ; relancez-la par la commande « Vigie : Redémarrer ».',
  none: 'Aucun fichier ne répond à ce choix.',
}

const en: typeof fr = {
  title: folder => `The datasets of ${folder}`,
  filter: 'Show',
  all: 'All',
  columns: {
    name: 'Dataset',
    verdict: 'Ready to publish?',
    freshness: 'How old',
    purpose: 'What it is for',
    keeper: 'Kept by',
    schema: 'Model followed',
  },
  table: 'Datasets, by public policy; what stands in the way of publication comes first.',
  untold: { purpose: 'not told', keeper: 'not told', schema: 'none', freshness: '' },
  describe: 'Complete its description',
  describeNamed: name => `Complete its description: ${name}`,
  open: (name, hasPlace) => (hasPlace ? `${name}: open at the first thing to deal with` : `${name}: open`),
  files: count => `${number(count, 'en')} ${count === 1 ? 'file' : 'files'}`,
  more: count => (count === 1 ? 'Show one file more' : `Show ${number(count, 'en')} files more`),
  left: count =>
    count === 1 ? 'One more file is not shown yet.' : `${number(count, 'en')} more files are not shown yet.`,
  press: {
    problems: 'Show the problems',
    save: 'Save…',
    check: 'Check again',
    'take-back': 'Show them no longer',
  },
  reading: 'Reading the folder…',
  noServer: 'Vigie does not answer; start it again with the command “Vigie: Restart”.',
  none: 'No file answers this choice.',
}

export const say = document.documentElement.lang === 'en' ? en : fr

function number(count: number, language: 'fr' | 'en'): string {
  return count.toLocaleString({ fr: 'fr-FR', en: 'en-GB' }[language])
}
