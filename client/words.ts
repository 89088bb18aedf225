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

const fr = {
  language: 'fr',
  noTable: 'Ouvrez d’abord un fichier de données (CSV ou TSV).',
  noServer: 'Vigie ne répond pas ; relancez-la par la commande « Vigie : Redémarrer ».',
  nothingToFix: 'Rien à corriger sans votre avis dans ce fichier.',
  changedMeanwhile: 'Le fichier a changé pendant le calcul des corrections ; relancez la commande.',
  fixed: (count: number) =>
    count === 1 ? 'Vigie : 1 correction appliquée.' : `Vigie : ${count} corrections appliquées.`,
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
    `Certains octets du fichier n’ont pas de sens en ${encoding} ; choisissez d’abord le bon encodage.`,
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
  settingsBroken: 'Le fichier vigie.json n’est pas lisible ; corrigez-le d’abord.',
  accepted: (until: string) => `Vigie : écart accepté jusqu’au ${until}.`,
  workbooks: 'Classeurs',
  convert: 'Convertir',
  noWorkbook: (name: string) =>
    `« ${name} » n’est pas un classeur .xlsx ou .ods lisible ; s’il a un mot de passe ou un autre format, enregistrez-le d’abord en .xlsx.`,
  emptyWorkbook: (name: string) => `« ${name} » ne contient aucune valeur.`,
  replaceFiles: (names: string) => `Remplacer ce qui existe déjà : ${names} ?`,
  replace: 'Remplacer',
  converted: (count: number) =>
    count === 1 ? 'Vigie : 1 feuille convertie.' : `Vigie : ${count} feuilles converties.`,
  sheet: (name: string) => `Feuille « ${name} » :`,
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
  whichSituation: 'Quelle situation voulez-vous jouer ?',
  situationThere: 'Vous avez déjà commencé cette situation.',
  resume: 'Reprendre où j’en étais',
  restart: 'Recommencer avec le fichier d’origine',
}

const en: Words = {
  language: 'en',
  noTable: 'Open a data file (CSV or TSV) first.',
  noServer: 'Vigie does not answer; start it again with the command “Vigie: Restart”.',
  nothingToFix: 'Nothing to fix in this file without asking you.',
  changedMeanwhile: 'The file changed while the fixes were worked out; run the command again.',
  fixed: count => (count === 1 ? 'Vigie: 1 fix applied.' : `Vigie: ${count} fixes applied.`),
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
  workbooks: 'Workbooks',
  convert: 'Convert',
  noWorkbook: name =>
    `“${name}” is not an .xlsx or .ods workbook that can be read; if it has a password or another format, save it as .xlsx first.`,
  emptyWorkbook: name => `“${name}” holds no value.`,
  replaceFiles: names => `Replace what is there already: ${names}?`,
  replace: 'Replace',
  converted: count => (count === 1 ? 'Vigie: 1 sheet converted.' : `Vigie: ${count} sheets converted.`),
  sheet: name => `Sheet “${name}”:`,
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
  whichSituation: 'Which situation would you like to play?',
  situationThere: 'You have begun this situation already.',
  resume: 'Go on where I was',
  restart: 'Begin again with the original file',
}

type Delimiters = Readonly<Record<string, string>>
