import type { Language } from '../engine/model/language'

/** What `--help` prints. */
export const usage: Readonly<Record<Language, string>> = {
  fr: `Vigie vérifie, explique et répare les jeux de données publics.

  vigie lint CHEMIN…       les constats dans des fichiers et des dossiers (- : l’entrée standard)
  vigie fix CHEMIN…        répare ce qui se répare sans rien perdre
      --unsafe               et aussi ce qui demande une décision, si une seule réparation est possible
      --dry-run              montre les changements sans rien écrire
  vigie convert CLASSEUR…  écrit en CSV chaque feuille d’un .xlsx ou .ods ; --overwrite remplace
  vigie report CHEMIN…     un rapport à lire ou à imprimer (--format html ou markdown)
      --for elu|agent        une page sans jargon, ou tous les constats (par défaut)
      --for successor        une fiche de passation, pour la personne qui prend la suite
      --before FICHIER|git   une note avant/après, depuis ce fichier ou la dernière version dans git
  vigie profile CHEMIN…    les faits de chaque colonne (--format text, json ou html)
  vigie infer FICHIER      un Table Schema tiré des données, sur la sortie standard
      --write                ou à côté, dans NOM.schema.json ; --overwrite remplace
  vigie describe FICHIER   un datapackage.json tiré des données, avec ce qu’il reste à dire
      --write                ou à côté, où il complète celui qui s’y trouve
  vigie schemas [FICHIER]  le catalogue des schémas, ou ceux qui ressemblent au fichier
  vigie explain ID         la page d’une règle ou d’une notion
  vigie server --stdio     le serveur de langage (LSP)
  vigie mcp [DOSSIER…]     des outils pour les agents d’IA (MCP), dans ces dossiers ou celui-ci

Options de lint, fix, report, profile et describe
  --schema REF             identifiant du catalogue, chemin, adresse web, ou none
  --allow-network          lit aussi en ligne un schéma que nomme vigie.json ou datapackage.json
  --preset NIVEAU          essentiel, standard ou complet
  --rule ID=GRAVITÉ        error, warning, information, hint ou off ; peut se répéter
  --only-schema            seulement la structure et le schéma
  --encoding, --delimiter, --decimal   comment le fichier est écrit
  --header N               la ligne d’en-tête, à partir de 1, ou none
  --dialect FICHIER        un Table Dialect (JSON)
  --today AAAA-MM-JJ       la date du jour
  --config FICHIER         au lieu du vigie.json le plus proche ; --no-config : aucun
Options de lint
  --fail-on GRAVITÉ        error, warning, information ou never ; fix aussi
  --format FORMAT          text, json, sarif, github ou html
  --write-baseline FICHIER note les constats d’aujourd’hui ; --baseline FICHIER ne dit que les nouveaux
  --threads N              fils d’exécution entre lesquels se répartissent les fichiers, ou un seul grand
Partout
  CHEMIN                   un fichier, un dossier ou un motif : '*.csv', 'donnees/**/*.csv'
  --language fr|en, --help, --version

Code de sortie : 0 rien d’assez grave, 1 un constat au moins (lint et fix), 2 la commande n’a pas pu être menée à bien.
`,
  en: `Vigie checks, explains and repairs public datasets.

  vigie lint PATH…         findings in files and folders (-: standard input)
  vigie fix PATH…          repairs what can be repaired without losing anything
      --unsafe               and what needs a decision as well, where only one repair is possible
      --dry-run              shows the changes and writes nothing
  vigie convert WORKBOOK…  writes each sheet of an .xlsx or .ods as CSV; --overwrite replaces
  vigie report PATH…       a report to read or print (--format html or markdown)
      --for elu|agent        one page without jargon, or all findings (by default)
      --for successor        a handover sheet, for whoever keeps the dataset next
      --before FILE|git      a note before/after, since that file or the last version in git
  vigie profile PATH…      the facts of each column (--format text, json or html)
  vigie infer FILE         a Table Schema from the data, on standard output
      --write                or beside it, in NAME.schema.json; --overwrite replaces
  vigie describe FILE      a datapackage.json from the data, with what is left to say
      --write                or beside it, where it completes the one that is there
  vigie schemas [FILE]     the catalogue of schemas, or those that resemble the file
  vigie explain ID         the page of a rule or a concept
  vigie server --stdio     the language server (LSP)
  vigie mcp [FOLDER…]      tools for AI agents (MCP), in these folders or this one

Options of lint, fix, report, profile and describe
  --schema REF             catalogue id, path, web address, or none
  --allow-network          reads online a schema that vigie.json or datapackage.json names, too
  --preset LEVEL           essentiel, standard or complet
  --rule ID=SEVERITY       error, warning, information, hint or off; repeatable
  --only-schema            structure and schema only
  --encoding, --delimiter, --decimal   how the file is written
  --header N               the header row, from 1, or none
  --dialect FILE           a Table Dialect (JSON)
  --today YYYY-MM-DD       today’s date
  --config FILE            instead of the nearest vigie.json; --no-config: none
Options of lint
  --fail-on SEVERITY       error, warning, information or never; fix too
  --format FORMAT          text, json, sarif, github or html
  --write-baseline FILE    notes today’s findings; --baseline FILE tells only what is new since
  --threads N              threads among which the files are shared, or one that is large
Everywhere
  PATH                     a file, a folder or a pattern: '*.csv', 'data/**/*.csv'
  --language fr|en, --help, --version

Exit code: 0 nothing grave enough, 1 at least one finding (lint and fix), 2 the command could not be carried out.
`,
}
