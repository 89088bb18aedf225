import { env, workspace } from 'vscode'

/** What the client says, in the reader's language. */
export function words(): Words {
  const chosen = workspace.getConfiguration('vigie').get('language')
  const language = chosen === 'fr' || chosen === 'en' ? chosen : env.language
  return language.startsWith('en') ? en : fr
}

/** A delimiter as a person calls it. */
export function delimiterName(delimiter: string): string {
  return words().delimiters[delimiter] ?? delimiter
}

type Words = typeof fr

/** Files of a folder, those with errors, and those with warnings and no errors. */
interface FolderCounts {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  /** Whether all were checked. */
  readonly isWhole: boolean
}

const fr = {
  language: 'fr' as 'fr' | 'en',
  noTable: 'Ouvrez d’abord un fichier de données (CSV, TSV ou JSON).',
  noServer: 'Vigie ne répond pas ; relancez-la par la commande « Vigie : Redémarrer ».',
  mayRepair: (path: string) => `Vigie peut-elle réparer ${path} ?`,
  mayRepairWhat: (unsafe: boolean): string =>
    unsafe
      ? 'Un agent le demande. Des lignes ou des valeurs peuvent disparaître. Un texte ouvert change dans l’éditeur, en une étape qui s’annule ; un fichier fermé est récrit sur le disque.'
      : 'Un agent le demande. Seul change ce qui se récrit sans perdre d’information : dans l’éditeur si le texte est ouvert, en une étape qui s’annule, sur le disque sinon.',
  notTrusted:
    'Vigie ne répare rien pour un agent dans un dossier en mode restreint : que la personne dise d’abord qu’elle lui fait confiance.',
  noProblemHere: 'Aucun problème sous le curseur.',
  nothingToFix: 'Rien à corriger sans votre avis dans ce fichier.',
  changedMeanwhile: 'Le fichier a changé pendant le calcul des corrections ; relancez la commande.',
  fixed: (count: number) =>
    count === 1 ? 'Vigie : 1 correction appliquée.' : `Vigie : ${count} corrections appliquées.`,
  undoFirst: 'Annulez (Ctrl+Z) pour en décider d’abord.',
  undo: 'Annuler la réparation',
  undoByHand: 'Le fichier a changé depuis ; revenez en arrière pas à pas (Ctrl+Z).',
  whichSchema: 'Quel schéma ce fichier suit-il ?',
  automatic: 'Choix automatique',
  automaticSchema: 'Vigie cherche le schéma d’après les fichiers voisins et l’en-tête.',
  automaticDialect: 'Vigie décide d’après le contenu du fichier.',
  noSchema: 'Aucun schéma',
  noSchemaWhy: 'Seules les règles qui valent pour tout fichier s’appliquent.',
  schemaFile: 'Un fichier de schéma…',
  schemaFileWhy: 'Un Table Schema (JSON) de votre choix.',
  schemaAddress: 'Une adresse web…',
  schemaAddressWhy: 'Un Table Schema en ligne, lu une fois puis gardé sur ce poste.',
  notAnAddress: 'Il faut une adresse qui commence par https:// ou http://.',
  mayFetch: (url: string) => `Ce fichier suit un schéma en ligne, ${url}. Vigie peut-elle aller le lire ?`,
  yes: 'Oui',
  no: 'Non',
  alwaysFrom: (host: string) => `Toujours pour ${host}`,
  choose: 'Choisir',
  inForce: 'en vigueur',
  whichDialect: 'Comment ce fichier se lit-il ?',
  delimiter: 'Délimiteur',
  header: 'En-tête',
  encoding: 'Encodage',
  headerIs: (row: number | undefined) => (row === undefined ? 'sans en-tête' : `en-tête ligne ${row + 1}`),
  delimiters: { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre verticale' } as Delimiters,
  saveFirst:
    'Le fichier a des modifications que l’éditeur ne peut pas enregistrer sans perte dans son encodage ; annulez-les ou copiez-les ailleurs, puis recommencez.',
  notReversible: (encoding: string) =>
    `Certains octets du fichier n’ont pas de sens en ${encoding} ; choisissez d’abord le bon encodage.`,
  misread: (encoding: string) =>
    `L’éditeur a mal lu ce fichier, qui est en ${encoding} : l’enregistrer perdrait des caractères. Réécrivez-le d’abord en UTF-8.`,
  acceptWhat: 'Ouvrez d’abord les actions d’un problème (Ctrl+.)',
  acceptWhy: 'Pourquoi accepter cet écart ?',
  acceptWhyHelp: 'La raison sera lue par ceux qui reprendront le fichier.',
  acceptWho: 'Qui l’accepte ?',
  acceptWhoHelp: 'Un nom ou un service qui pourra en répondre.',
  acceptUntil: 'Jusqu’à quel jour (AAAA-MM-JJ) ?',
  acceptGive: 'Une réponse est nécessaire.',
  acceptDay: 'Écrivez la date ainsi : AAAA-MM-JJ.',
  settingsBroken: 'Le fichier vigie.json n’est pas lisible ; corrigez-le d’abord.',
  accepted: (until: string) => `Vigie : écart accepté jusqu’au ${until}.`,
  checking: (name: string) => `Vérification de ${name}`,
  percent: (share: number) => `${share} %`,
  noFolder: 'Ouvrez d’abord un dossier.',
  noFolderHere: 'Dans un navigateur, Vigie n’a pas accès au disque : ouvrez ce dossier dans VS Code sur un poste.',
  checkingFolder: 'Vérification du dossier',
  folderChecked: ({ files, errors, warnings, isWhole }: FolderCounts) => {
    const checked = files === 1 ? '1 fichier vérifié' : `${files} fichiers vérifiés`
    const wrong = [
      ...(errors > 0 ? [errors === 1 ? '1 a des erreurs' : `${errors} ont des erreurs`] : []),
      ...(warnings > 0
        ? [warnings === 1 ? '1 n’a que des avertissements' : `${warnings} n’ont que des avertissements`]
        : []),
    ]
    if (files === 0 && isWhole) return 'Aucun jeu de données dans ce dossier.'
    const told = `${checked} : ${wrong.length > 0 ? wrong.join(', ') : 'ni erreur ni avertissement'}.`
    return isWhole ? told : `La vérification a été arrêtée. ${told}`
  },
  showProblems: 'Voir les problèmes',
  takeBack: 'Ne plus les montrer',
  offerCheck: (name: string) =>
    `${name} dépasse 50 Mo : l’éditeur ne le confie pas aux extensions. Vigie peut le vérifier sur le disque.`,
  copiedPart: 'Seul le début de cette cellule, 20 000 caractères, a été copié.',
  onlyRead: 'Au-delà de 50 Mo, un fichier se lit dans l’aperçu mais ne s’y modifie pas.',
  noCheckHere: (name: string) =>
    `${name} dépasse 50 Mo : dans un navigateur, Vigie ne peut pas le vérifier ; ouvrez-le dans VS Code sur un poste.`,
  checkNow: 'Vérifier',
  showReport: 'Voir le rapport',
  saveFindings: 'Enregistrer tous les constats…',
  reportOf: (name: string) => `Rapport sur ${name}`,
  reportShown: (name: string) => `Le rapport sur ${name} est à côté du texte.`,
  saveReport: 'L’enregistrer…',
  reportName: 'rapport',
  forWhom: 'Pour qui est ce rapport ?',
  forElu: 'Pour l’élu',
  forEluWhy: 'Une page, sans jargon : ce qui compte, ce qu’il faut demander, ce que l’on peut dire.',
  forAgent: 'Pour l’agent',
  forAgentWhy: 'Tous les constats, avec leur réparation et les notions.',
  forSuccessor: 'Pour la personne qui prend la suite',
  forSuccessorWhy: 'Une fiche de passation : ce qu’il faut savoir de ce jeu de données, et ce qu’il reste à demander.',
  workbooks: 'Classeurs',
  convert: 'Convertir',
  noWorkbook: (name: string) =>
    `« ${name} » n’est pas un classeur .xlsx ou .ods lisible ; s’il a un mot de passe ou un autre format, enregistrez-le d’abord en .xlsx.`,
  emptyWorkbook: (name: string) => `« ${name} » ne contient aucune valeur.`,
  replaceFiles: (names: string) => `Remplacer ce qui existe déjà : ${names} ?`,
  replace: 'Remplacer',
  converted: (count: number) =>
    count === 1 ? 'Vigie : 1 feuille convertie.' : `Vigie : ${count} feuilles converties.`,
  sheet: (name: string) => `Feuille « ${name} »`,
  converting: (name: string) => `Conversion de ${name}`,
  lossesOf: (name: string) => `Ce que ${name} avait déjà perdu`,
  rewrite: 'Réécrire en UTF-8',
  rewritten: 'Vigie : le fichier a été réécrit, le texte est le même.',
  schemaItem: 'Schéma (Vigie)',
  dialectItem: 'Lecture du fichier (Vigie)',
  scoreItem: 'Note de qualité de data.gouv.fr (Vigie)',
  score: (points: number) => `${points} sur 9`,
  change: 'Changer',
  saveBeforeDescription: 'Enregistrez d’abord ce fichier : sa fiche s’écrit à côté de lui.',
  cannotComplete: 'Le fichier datapackage.json de ce dossier n’est pas du JSON bien formé : corrigez-le d’abord.',
  saveBeforeSchema: 'Enregistrez d’abord ce fichier : son schéma s’écrit à côté de lui.',
  replaceSchema: (name: string) => `${name} existe déjà. Le remplacer par le schéma tiré des données ?`,
  notTable: 'ce fichier n’est pas lu comme un tableau',
  columnItem: 'Colonne du curseur (Vigie)',
  column: (number: number, label: string) => (label ? `Colonne ${number} : ${label}` : `Colonne ${number}`),
  columnTip: (row: number, label: string) =>
    label ? `Le curseur est à la ligne ${row}, dans la colonne « ${label} »` : `Le curseur est à la ligne ${row}`,
  population: 'Combien d’habitants votre collectivité compte-t-elle ?',
  populations: {
    'under-3500': 'Moins de 3 500 habitants',
    '3500-to-20000': 'De 3 500 à 20 000 habitants',
    'over-20000': 'Plus de 20 000 habitants',
  },
  staff: 'Combien d’agents emploie-t-elle, en équivalents temps plein ?',
  staffs: { 'under-50': 'Moins de 50', '50-or-more': '50 ou davantage' },
  skip: 'Passer cette question',
  authorityKept:
    'C’est noté : les seuils de la loi seront cités pour une collectivité de cette taille. Vous pouvez en changer à tout moment.',
  playSituation: 'Jouer une situation',
  whichSituation: 'Quelle situation voulez-vous jouer ?',
  situationThere: 'Vous avez déjà commencé cette situation.',
  resume: 'Reprendre où j’en étais',
  restart: 'Recommencer avec le fichier d’origine',
  preview: (name: string) => `Aperçu de ${name}`,
  noFixHere: 'Aucune correction n’est proposée pour cette cellule.',
  whichFix: 'Que faire de cette cellule ?',
  repair: 'Réparer',
  eachChange: 'Voir chaque changement',
  cancel: 'Annuler',
}

const en: Words = {
  language: 'en',
  noTable: 'Open a data file (CSV, TSV or JSON) first.',
  noServer: 'Vigie does not answer; start it again with the command “Vigie: Restart”.',
  mayRepair: path => `May Vigie repair ${path}?`,
  mayRepairWhat: unsafe =>
    unsafe
      ? 'An agent asks for it. Rows or values may go. An open text changes in the editor, in one step that can be undone; a closed file is rewritten on disk.'
      : 'An agent asks for it. Only what loses no information is rewritten: in the editor if the text is open, in one step that can be undone, else on disk.',
  notTrusted:
    'Vigie repairs nothing for an agent in a folder in restricted mode: the person must say first that they trust it.',
  noProblemHere: 'No problem under the cursor.',
  nothingToFix: 'Nothing to fix in this file without asking you.',
  changedMeanwhile: 'The file changed while the fixes were worked out; run the command again.',
  fixed: count => (count === 1 ? 'Vigie: 1 fix applied.' : `Vigie: ${count} fixes applied.`),
  undoFirst: 'Undo (Ctrl+Z) to decide about them first.',
  undo: 'Undo the repair',
  undoByHand: 'The file has changed since; go back step by step (Ctrl+Z).',
  whichSchema: 'Which schema does this file follow?',
  automatic: 'Choose automatically',
  automaticSchema: 'Vigie looks for the schema in neighbouring files and in the header.',
  automaticDialect: 'Vigie decides from the content of the file.',
  noSchema: 'No schema',
  noSchemaWhy: 'Only the rules that hold for any file apply.',
  schemaFile: 'A schema file…',
  schemaFileWhy: 'A Table Schema (JSON) of your choice.',
  schemaAddress: 'A web address…',
  schemaAddressWhy: 'A Table Schema online, read once, then kept on this machine.',
  notAnAddress: 'An address that begins with https:// or http:// is needed.',
  mayFetch: url => `This file follows an online schema, ${url}. May Vigie go and read it?`,
  yes: 'Yes',
  no: 'No',
  alwaysFrom: host => `Always for ${host}`,
  choose: 'Choose',
  inForce: 'in force',
  whichDialect: 'How is this file read?',
  delimiter: 'Delimiter',
  header: 'Header',
  encoding: 'Encoding',
  headerIs: row => (row === undefined ? 'no header' : `header on line ${row + 1}`),
  delimiters: { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'vertical bar' },
  saveFirst:
    'The file has changes that the editor cannot save in its encoding without loss; undo them or copy them elsewhere, then try again.',
  notReversible: encoding => `Some bytes of the file mean nothing in ${encoding}; choose the right encoding first.`,
  misread: encoding =>
    `The editor misread this file, which is in ${encoding}: saving it would lose characters. Rewrite it as UTF-8 first.`,
  acceptWhat: 'Open the actions of a problem first (Ctrl+.)',
  acceptWhy: 'Why accept this deviation?',
  acceptWhyHelp: 'Those who take over the file will read the reason.',
  acceptWho: 'Who accepts it?',
  acceptWhoHelp: 'A name or a department that can answer for it.',
  acceptUntil: 'Until which day (YYYY-MM-DD)?',
  acceptGive: 'An answer is needed.',
  acceptDay: 'Write the date as YYYY-MM-DD.',
  settingsBroken: 'The file vigie.json cannot be read; correct it first.',
  accepted: until => `Vigie: deviation accepted until ${until}.`,
  checking: name => `Checking ${name}`,
  percent: share => `${share}%`,
  noFolder: 'Open a folder first.',
  noFolderHere: 'In a browser Vigie has no access to the disk: open this folder in VS Code on a computer.',
  checkingFolder: 'Check of the folder',
  folderChecked: ({ files, errors, warnings, isWhole }) => {
    const checked = files === 1 ? '1 file checked' : `${files} files checked`
    const wrong = [
      ...(errors > 0 ? [errors === 1 ? '1 has errors' : `${errors} have errors`] : []),
      ...(warnings > 0 ? [warnings === 1 ? '1 has warnings only' : `${warnings} have warnings only`] : []),
    ]
    if (files === 0 && isWhole) return 'No dataset in this folder.'
    const told = `${checked}: ${wrong.length > 0 ? wrong.join(', ') : 'neither errors nor warnings'}.`
    return isWhole ? told : `The check was stopped. ${told}`
  },
  showProblems: 'Show the problems',
  takeBack: 'Show them no longer',
  offerCheck: name =>
    `${name} is above 50 MB: the editor does not give it to extensions. Vigie can check it from disk.`,
  copiedPart: 'Only the beginning of this cell, 20,000 characters, was copied.',
  onlyRead: 'Above 50 MB a file can be read in the preview, not changed.',
  noCheckHere: name => `${name} is above 50 MB: in a browser Vigie cannot check it; open it in VS Code on a computer.`,
  checkNow: 'Check',
  showReport: 'Show the report',
  saveFindings: 'Save all findings…',
  reportOf: name => `Report on ${name}`,
  reportShown: name => `The report on ${name} is beside the text.`,
  saveReport: 'Save it…',
  reportName: 'report',
  forWhom: 'Who is this report for?',
  forElu: 'The elected official',
  forEluWhy: 'One page without jargon: what matters, what to ask, what can be said.',
  forAgent: 'The agent',
  forAgentWhy: 'All findings, with their repairs and the concepts.',
  forSuccessor: 'Whoever keeps it next',
  forSuccessorWhy: 'A handover sheet: what to know of this dataset, and what is still to be asked.',
  workbooks: 'Workbooks',
  convert: 'Convert',
  noWorkbook: name =>
    `“${name}” is not an .xlsx or .ods workbook that can be read; if it has a password or another format, save it as .xlsx first.`,
  emptyWorkbook: name => `“${name}” holds no value.`,
  replaceFiles: names => `Replace what is there already: ${names}?`,
  replace: 'Replace',
  converted: count => (count === 1 ? 'Vigie: 1 sheet converted.' : `Vigie: ${count} sheets converted.`),
  sheet: name => `Sheet “${name}”`,
  converting: name => `Converting ${name}`,
  lossesOf: name => `What ${name} had already lost`,
  rewrite: 'Rewrite as UTF-8',
  rewritten: 'Vigie: the file was written anew, its text is the same.',
  schemaItem: 'Schema (Vigie)',
  dialectItem: 'How the file is read (Vigie)',
  scoreItem: 'Quality score of data.gouv.fr (Vigie)',
  score: (points: number) => `${points} of 9`,
  change: 'Change',
  saveBeforeDescription: 'Save this file first: its description is written beside it.',
  cannotComplete: 'The file datapackage.json of this folder is not well-formed JSON: correct it first.',
  saveBeforeSchema: 'Save this file first: its schema is written beside it.',
  replaceSchema: name => `${name} is there already. Replace it by the schema drawn from the data?`,
  notTable: 'this file is not read as a table',
  columnItem: 'Column of the cursor (Vigie)',
  column: (number, label) => (label ? `Column ${number}: ${label}` : `Column ${number}`),
  columnTip: (row, label) =>
    label ? `The cursor is in row ${row}, in the column “${label}”` : `The cursor is in row ${row}`,
  population: 'How many inhabitants does your authority have?',
  populations: {
    'under-3500': 'Fewer than 3,500 inhabitants',
    '3500-to-20000': '3,500 to 20,000 inhabitants',
    'over-20000': 'More than 20,000 inhabitants',
  },
  staff: 'How many people does it employ, in full-time equivalents?',
  staffs: { 'under-50': 'Fewer than 50', '50-or-more': '50 or more' },
  skip: 'Skip this question',
  authorityKept:
    'Noted: the thresholds of the law will be quoted for an authority of this size. You can change it at any time.',
  playSituation: 'Play a situation',
  whichSituation: 'Which situation would you like to play?',
  situationThere: 'You have begun this situation already.',
  resume: 'Go on where I was',
  restart: 'Begin again with the original file',
  preview: name => `Preview of ${name}`,
  noFixHere: 'No fix is offered for this cell.',
  whichFix: 'What to do with this cell?',
  repair: 'Fix',
  eachChange: 'See each change',
  cancel: 'Cancel',
}

type Delimiters = Readonly<Record<string, string>>
