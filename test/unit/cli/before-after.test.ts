import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitAll } from '../commit-all'
import { folderWith, vigie } from './run'

const former = [
  'code;jour;livres;responsable',
  'p1;12/03/2024;1200;anne.legoff@orange.fr',
  'p2;31/01/2024;900;marc.durand@free.fr',
  'p3;15/02/2024;1100 ;accueil@mairie.example',
  '',
].join('\n')
const present = [
  'code;jour;livres;ville',
  'p1;2024-03-12;1200;Niort',
  'p2;2024-01-31;900;Niort',
  'p3;2024-02-15;1100;Saintes',
  '',
].join('\n')
const schema = JSON.stringify({
  title: 'Prêts',
  primaryKey: 'code',
  fields: [
    { name: 'code', type: 'string' },
    { name: 'jour', type: 'date' },
    { name: 'livres', type: 'integer' },
  ],
})
const files = { 'old.csv': former, 'prets.csv': present, 'prets.schema.json': schema }
const env = { PATH: process.env['PATH'] ?? '' }

function note(folder: string, ...args: readonly string[]) {
  const order = ['report', '--format', 'markdown', '--today', '2025-01-15', ...args]
  return vigie(folder, order, { env })
}

describe('the note of vigie report on two versions', () => {
  it('tells which findings are gone, what became of the columns and which values changed', () => {
    const { stdout, status, stderr } = note(folderWith(files), '--language', 'fr', '--before', 'old.csv', 'prets.csv')
    deepEqual([stderr, status], ['', 0])
    for (const line of [
      /^# prets\.csv\s: note avant\/après$/m,
      /^Version d’avant\s: old\.csv\. Les deux sont jugées par les mêmes règles et le même modèle de données, «\sPrêts\s»\.$/m,
      /^\| Prêt à publier\s\? \| Pas encore prêt \| /m,
      /^\| Date non écrite AAAA-MM-JJ \| erreur \| 3 \| 0 \| disparu \|$/m,
      /^- Colonne ajoutée\s: ville\.$/m,
      /^- Colonne retirée\s: responsable\.$/m,
      /^- D’après leur identifiant, ce sont les mêmes lignes\.$/m,
      /^3 lignes sur 3 ont au moins une valeur changée\.$/m,
      /^\| jour \| 3 \| 12\/03\/2024 → 2024-03-12 \(ligne 2\), /m,
      /^\| livres \| 1 \| 1100␣ → 1100 \(ligne 4\) \|$/m,
      /^- Les lignes sont rapprochées par leur identifiant\s: code\.$/m,
      /^- Le signe ␣ montre un espace au bord d’une valeur\.$/m,
      /^«\sprets\.csv (?:a été corrigé et vérifié le 15 janvier 2025|est en cours de correction)\s: /m,
    ])
      match(stdout, line)
    doesNotMatch(stdout, /legoff|durand/i)
  })

  it('counts no fault as gone that is told of the same cell under another rule', () => {
    const old = 'jour;livres\n25/02/2024;12\n05/06/2024;9\n31/01/2024;11\n04/07/2024;8\n'
    const repaired = old.replace('25/02/2024', '2024-02-25').replace('31/01/2024', '2024-01-31')
    const folder = folderWith({ 'old.csv': old, 'prets.csv': repaired })
    const { stdout } = note(folder, '--language', 'fr', '--before', 'old.csv', 'prets.csv')
    match(stdout, /^\| Jour et mois indiscernables \| avertissement \| 0 \| 2 \| nouveau \|$/m)
    match(stdout, /^\*\*Presque prêt\.\*\* 4 défauts avant, 2 après\.$/m)
    match(stdout, /il y avait 4 défauts, aucune erreur n’y reste et 2 points sont encore à relire\.\s»$/m)
    match(note(folder, '--before', 'old.csv', 'prets.csv').stdout, /there were 4 faults, no error is left in it/)
    match(note(folder, '--language', 'fr', '--before', 'prets.csv', 'old.csv').stdout, /2 défauts avant, 4 après\./)
  })

  it('judges both by the schema in force, whatever the header of the former one was', () => {
    const folder = folderWith({ ...files, 'old.csv': former.replace('jour', 'Date').replace('code', 'Code ') })
    const { stdout } = note(folder, '--before', 'old.csv', 'prets.csv')
    match(stdout, /^- Column renamed: “Code” is now “code”\.$/m)
    match(stdout, /^\| Column name almost matches the schema \| error \| 1 \| 0 \| gone \|$/m)
  })

  it('takes the last version in git, or says that there is none', () => {
    const folder = folderWith({ 'data/prets.csv': former, 'data/autres.csv': former })
    equal(note(folder, '--before', 'git', 'data/prets.csv').status, 2)
    commitAll(folder)
    writeFileSync(join(folder, 'data/prets.csv'), present)
    const { stdout } = note(folder, '--language', 'fr', '--before', 'git', 'data/prets.csv')
    match(stdout, /^Version d’avant\s: la dernière qui est gardée dans git, du \d+.* 20\d\d\. /m)
    match(stdout, /Les lignes sont rapprochées par leur rang/)
    doesNotMatch(stdout, /drift|version précédente avait/)
    const both = note(folder, '--before', 'git', 'data').stdout
    match(both, /^# 2 datasets: before and after$/m)
    match(both, /^## <a id="f1"><\/a>autres\.csv\n[^]*No value has changed in 3 rows compared\./m)
  })

  it('shows what comes from either file as text, and is a page that stands alone', () => {
    const odd = 'a;<img src=x>\n1;<b>x</b>\n2;y\n'
    const folder = folderWith({ 'old.csv': odd, '<i>.csv': odd.replace('<b>x</b>', '[c](http://d.example)') })
    const page = vigie(folder, ['report', '--before', 'old.csv', '<i>.csv']).stdout
    match(page, /^<!doctype html>[^]*<\/html>\n$/)
    doesNotMatch(page, /<img|<b>x|<i>/)
    match(page, /<code>&lt;b&gt;x&lt;\/b&gt;<\/code> → /)
    doesNotMatch(note(folder, '--before', 'old.csv', '<i>.csv').stdout.replaceAll(/\\./g, ''), /<img|<b>|\]\(http/)
  })

  it('compares the findings alone of what is no table', () => {
    const folder = folderWith({
      'old.json': '{ "resources": [] }',
      'datapackage.json': '{ "title": "x", "resources": [] }',
    })
    match(
      note(folder, '--before', 'old.json', 'datapackage.json').stderr +
        note(folder, '--before', 'datapackage.json', 'datapackage.json').stdout,
      /only the findings are compared/,
    )
  })

  it('says what it cannot do', () => {
    const folder = folderWith({ 'a.csv': present, 'b.csv': former })
    const told = (...args: string[]) => {
      const { stdout, stderr, status } = note(folder, ...args)
      deepEqual([stdout, status], ['', 2])
      return stderr
    }
    equal(told('--before', 'none.csv', 'a.csv'), 'vigie: none.csv cannot be read.\n')
    match(told('--before', 'git', 'a.csv'), /^vigie: a\.csv has no version before in git .*\n$/)
    match(told('--before', 'b.csv', '.'), /^vigie: --before FILE compares one file at a time.*\n$/)
    match(told('--before', 'b.csv', '--for', 'elu', 'a.csv'), /^vigie: --before writes a note of its own.*\n$/)
    match(vigie(folder, ['lint', '--before', 'b.csv', 'a.csv']).stderr, /it is one of vigie report/)
  })
})
