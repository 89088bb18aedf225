import { doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { folderWith, vigie } from './run'

const loans = [
  'code;jour;livres;courriel',
  '01004;12/03/2024;1200;mediatheque@valbrume.example',
  '01005;31/01/2024;900;',
  '01006;2024-02-15;1100;',
  '',
].join('\n')

const sheet = {
  title: 'Prêts de la médiathèque de Valbrume, 2024',
  description: 'Livres prêtés chaque mois.',
  homepage: 'https://data.valbrume.example/prets',
  licenses: [{ name: 'etalab-2.0' }],
  contributors: [{ title: 'Médiathèque', email: 'mediatheque@valbrume.example', role: 'contact' }],
  sources: [{ title: 'Export du logiciel de prêt' }],
  vigie: {
    policy: 'Culture',
    purpose: 'Ouvrir la médiathèque le dimanche, ou non',
    frequency: 'monthly',
    personalData: 'none',
    expiryDate: '2024-12-31',
    governance: { producer: 'Médiathèque', steward: 'Référente données', nextReview: '2025-06-01' },
    questions: [
      { question: 'Les prêts aux écoles y sont-ils ?', answer: 'Non, ils ont leur propre registre.' },
      { question: 'Pourquoi rien en août ?' },
    ],
  },
  resources: [
    {
      name: 'prets',
      path: 'prets.csv',
      schema: {
        fields: [
          { name: 'code', type: 'string', description: 'Code de la commune', constraints: { pattern: '[0-9]{5}' } },
          { name: 'jour', type: 'date', description: 'Jour du prêt', constraints: { required: true } },
          { name: 'livres', type: 'integer' },
          { name: 'courriel', type: 'string', description: 'Boîte de service' },
        ],
      },
    },
  ],
}

const settings = {
  preset: 'complet',
  rules: { 'mean-median-gap': 'off' },
  overrides: [{ files: 'prets.csv', columns: { livres: { outlier: 'hint' } } }],
  accepted: [
    {
      rule: 'local-date',
      files: 'prets.csv',
      column: 'jour',
      row: 3,
      value: '31/01/2024',
      reason: 'Le logiciel ne sait pas faire autrement',
      author: 'Médiathèque',
      until: '2025-01-01',
    },
  ],
}

function handover(files: Readonly<Record<string, string>>, ...args: readonly string[]): string {
  const { stdout, stderr, status } = vigie(folderWith(files), [
    'report',
    '--for',
    'successor',
    '--format',
    'markdown',
    '--today',
    '2025-01-15',
    ...args,
  ])
  equal(stderr, '')
  equal(status, 0)
  return stdout
}

const all = {
  'prets.csv': loans,
  'datapackage.json': JSON.stringify(sheet),
  'vigie.json': JSON.stringify(settings),
}

describe('the handover sheet of vigie report', () => {
  it('tells whoever keeps the dataset next what is written of it', () => {
    const text = handover(all, '--language', 'fr', 'prets.csv')
    for (const row of [
      'Titre | Prêts de la médiathèque de Valbrume, 2024',
      'Politique publique | Culture',
      'Décision qu’elles servent | Ouvrir la médiathèque le dimanche, ou non',
      'Produit les données | Médiathèque',
      'En répond au quotidien | Référente données',
      'Adresse pour les questions | mediatheque@valbrume.example',
      'Licence | Licence Ouverte 2\\.0',
      'Données personnelles | Aucune, d’après la fiche\\.',
      'D’où il vient | Export du logiciel de prêt',
      'Rythme de mise à jour | tous les mois',
      'Prochaine relecture | 1er juin 2025',
      'À ne plus employer après le | 31 décembre 2024\\s: cette date est passée',
      'Adresse | https\\\\://data\\.valbrume\\.example/prets',
      'Les prêts aux écoles y sont-ils \\? | Non, ils ont leur propre registre\\.',
      'Date non écrite AAAA-MM-JJ | jour, ligne 3 | Le logiciel ne sait pas faire autrement | Médiathèque | 1er janvier 2025\\s: cette date est passée',
    ])
      match(text, new RegExp(`^\\| ${row.replaceAll(' | ', ' \\| ')} \\|$`, 'm'), row)
    match(text, /Schéma\s: .*\(déclaré par datapackage\.json\)\./)
    match(text, /encodage UTF-8, séparateur «\s;\s»/)
    match(text, /mettez en «\sTexte\s»\s: code, jour\./)
    match(
      text,
      /^\| jour \| Jour du prêt \| Date \(AAAA-MM-JJ\)\. Valeur obligatoire\. \| Cellules remplies\s: 3 sur 3/m,
    )
    doesNotMatch(text, /0-9/)
    match(text, /^- Règle désactivée\s: Moyenne et médiane très différentes\.$/m)
    match(text, /^- Dans la colonne «\slivres\s»\s: traité comme conseil\s: /m)
    match(text, /^- \*\*Dates ISO 8601\*\*\. /m)
  })

  it('asks what nobody has written, and nothing that somebody has', () => {
    const text = handover(all, '--language', 'fr', 'prets.csv')
    const [, gaps = ''] = text.split('## <a id="f1-gaps"></a>')
    const questions = [...gaps.matchAll(/^\| (.+?) \| {2}\|$/gm)].map(([, question]) => question)
    match(text, new RegExp(`Il reste \\[${questions.length} questions à poser\\]\\(#f1-gaps\\)`))
    for (const open of [
      /remplace cette fonction/,
      /colonne livres/,
      /Pourquoi rien en août/,
      /date de relecture ou de fin/,
    ])
      ok(
        questions.some(question => open.test(question!)),
        String(open),
      )
    doesNotMatch(gaps, /licence|Quel service produit|écoles|modèle de données|nommée/)
    const bare = handover({ 'a.csv': 'ville;habitants\nNiort;59193\nSaintes;25470\n' }, 'a.csv')
    match(bare, /\| a\.csv \| Nothing is written of these data yet/)
    match(bare, /No description comes with these data.*\n[^]*Which office produces these data\?/)
    match(bare, /What do these columns mean, in which units and codes: ville, habitants\?/)
  })

  it('names no person whom a document, the settings or the data name', () => {
    const { vigie: ours } = sheet
    const personal = {
      'prets.csv': loans.replace('mediatheque@', 'paul.moulin@'),
      'datapackage.json': JSON.stringify({
        ...sheet,
        description: 'Demander à Mme Jeanne Moulin, ou au 06 12 34 56 78.',
        contributors: [{ title: 'Jeanne Moulin', email: 'jeanne.moulin@valbrume.example', role: 'contact' }],
        vigie: {
          ...ours,
          governance: { ...ours.governance, deputy: 'Mme Jeanne MOULIN' },
          questions: [{ question: 'Qui a la clé ?', answer: 'jeanne.moulin@orange.fr' }],
        },
      }),
      'vigie.json': JSON.stringify({ accepted: [{ ...settings.accepted[0]!, author: 'Mme Moulin' }] }),
    }
    const text = handover(personal, '--language', 'fr', 'prets.csv')
    doesNotMatch(text, /moulin|06 12/i)
    match(text, /^\| Remplace en son absence \| \(une personne y est nommée/m)
    match(text, /quelle fonction, quelle adresse de service prend la suite/)
    match(text, /Vigie en trouve aujourd’hui dans le fichier/)
  })

  it('names the columns that a spreadsheet damages, be they damaged already', () => {
    const text = handover({ 'aides.csv': 'siret;montant;nom\n2,43E+13;120;Amicale\n2,12E+13;80;Judo\n' }, 'aides.csv')
    match(text, /set to “Text”: siret\./)
  })

  it('is one sheet for each dataset of a folder, and one of a document or of JSON', () => {
    const folder = folderWith({ 'data/a.csv': loans, 'data/b.csv': loans })
    const page = vigie(folder, ['report', '--for', 'successor', 'data']).stdout
    match(page, /<h1>2 datasets: handover sheets<\/h1>/)
    match(page, /<h3 id="f2-gaps" class="sheet">/)
    match(handover(all, 'datapackage.json'), /\| Size \| This file describes a package of data\. \|/)
    match(handover({ 'a.json': '[{"jour":"2024-03-12"},{"jour":"2024-01-31"}]' }, 'a.json'), /This file is JSON/)
  })
})
