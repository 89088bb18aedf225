import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { folderWith, vigie } from './run'

const grants = [
  'beneficiaire;montant;date',
  'Club de judo;1500,50;12/03/2024',
  'Théâtre ;800,00;31/01/2024',
  'Amis du lavoir;60000,00;15/11/2024',
  'Chorale;900,00;22/04/2024',
  'Boules;1200,00;30/06/2024',
  '',
].join('\n')

const sheet = JSON.stringify({
  title: 'Subventions de Valbrume',
  licenses: [{ name: 'etalab-2.0' }],
  vigie: {
    purpose: 'Soutenir la vie associative',
    frequency: 'annual',
    governance: { steward: 'le service associations' },
  },
  resources: [{ name: 'grants', path: 'grants.csv' }],
})

const today = ['--today', '2025-01-15']

describe('vigie report', () => {
  it('tells an official, on one page and without jargon, what the file is worth', () => {
    const folder = folderWith({ 'grants.csv': grants, 'datapackage.json': sheet })
    const { stdout, status } = vigie(folder, ['report', '--for', 'elu', '--language', 'fr', ...today, 'grants.csv'])
    equal(status, 0)
    match(stdout, /<html lang="fr">/)
    match(stdout, /<h1>grants\.csv\s: rapport pour l’élu<\/h1>/)
    match(stdout, /Établi par Vigie le 15 janvier 2025\./)
    match(stdout, /Subventions de Valbrume\. 5 lignes, 3 colonnes\./)
    match(stdout, /Données tenues par le service associations\. Licence\s: Licence Ouverte 2\.0\./)
    match(stdout, /<p class="verdict nearly"><strong>Presque prêt\.<\/strong> 5 lignes vérifiées, aucune erreur/)
    match(stdout, /<strong>Date non écrite AAAA-MM-JJ<\/strong>\s\(5 fois, dans la colonne «\sdate\s»\)\. Une date lue/)
    match(stdout, /À demander au service qui tient ces données\s: «\sPeut-on lire cette date de deux façons\s\?\s»/)
    match(stdout, /Mise à jour annoncée\s: tous les ans\./)
    match(stdout, /«\smontant\s»\s: La moitié des valeurs ne dépassent pas 1\s200\s\(la médiane\)/)
    match(stdout, /«\sSubventions de Valbrume a été vérifié le 15 janvier 2025\s: aucune erreur n’y a été trouvée/)
    doesNotMatch(stdout, /local-date|delimiter|dialect|<script|https?:/)
  })

  it('tells an agent every finding, with its value, its repair and its concept', () => {
    const folder = folderWith({ 'grants.csv': grants })
    const { stdout, status } = vigie(folder, ['report', '--format', 'markdown', ...today, 'grants.csv'])
    equal(status, 0)
    match(stdout, /^# grants\.csv: report for the agent\n\nDrawn up by Vigie on 15 January 2025\.\n/)
    match(stdout, /\| \[1\\\. Date not written YYYY-MM-DD\]\(#f1-1\) \| date \| warning \| 5 \| 4 \|/)
    match(stdout, /^### <a id="f1-1"><\/a>1\\\. Date not written YYYY-MM-DD \(date\)$/m)
    match(stdout, /^warning · Rule `local-date` · Concept \[ISO 8601 dates\]\(#f1-iso-8601-date\)$/m)
    match(
      stdout,
      /^\| 3 \| 31\/01\/2024 \| “31\/01\/2024” is not written .* \| Can be repaired: replace with “2024-01-31”\. \|$/m,
    )
    match(stdout, /^### <a id="f1-iso-8601-date"><\/a>ISO 8601 dates$/m)
    match(stdout, /^- To put it right: /m)
    for (const [, anchor] of stdout.matchAll(/\]\(#([^)]+)\)/g)) ok(stdout.includes(`<a id="${anchor}">`), anchor)
  })

  it('puts a table of the datasets, with their verdicts, before several of them', () => {
    const folder = folderWith({
      'data/grants.csv': grants,
      'data/clean.csv': 'ville;habitants\nNiort;59193\nSaintes;25470\n',
    })
    const { stdout } = vigie(folder, ['report', '--for', 'elu', ...today, 'data'])
    match(stdout, /<h1>2 datasets: report for the elected official<\/h1>/)
    match(stdout, /<th scope="row"[^>]*><a href="#f1">clean\.csv<\/a><\/th><td class="short">Ready to publish<\/td>/)
    match(stdout, /<h2 id="f2" class="sheet">grants\.csv<\/h2>/)
    const levels = [...stdout.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    ok(
      levels.every((level, i) => i === 0 || level <= levels[i - 1]! + 1),
      levels.join(' '),
    )
    const agent = vigie(folder, ['report', '--format', 'markdown', ...today, 'data']).stdout
    match(agent, /^\| \[data\/grants\.csv\]\(#f2\) \| Nearly ready \| 6 warnings to read again \| 5 \|/m)
  })

  it('puts datasets of one public policy together, what stands in the way first, with what describes them', () => {
    const { resources: _, ...described } = JSON.parse(sheet)
    const folder = folderWith({
      'data/a.csv': 'jour;nombre\n2024-03-01;1\n2024-04-01;2\n',
      'data/b.csv': 'jour;nombre\n2024-03-01;1\n2024-02-31;2\n',
      'data/clubs/grants.csv': grants,
      'data/clubs/datapackage.json': JSON.stringify({
        ...described,
        modified: '2023-05-01',
        vigie: { ...described.vigie, policy: 'Vie associative' },
        resources: [{ name: 'grants', path: 'grants.csv' }],
      }),
      'data/bikes.csv': 'jour;passages\n2024-03-01;10\n2024-04-01;20\n',
      // What a catalogue says is about the file of that name.
      'data/bikes.json': JSON.stringify({
        title: 'Vélos',
        license: 'lov2',
        tags: ['transports'],
        organization: { name: 'anne.legoff@orange.fr' },
        resources: [{ url: 'https://data.example/bikes.csv' }],
      }),
    })
    const { stdout } = vigie(folder, ['report', '--format', 'markdown', '--language', 'fr', ...today, 'data'])
    const contents = stdout.slice(0, stdout.indexOf('<a id="f1">')).replaceAll('\u00A0', ' ')
    match(
      contents,
      /^4 jeux de données : 1 pas encore prêt, 1 presque prêt, 2 prêts à publier\. S’y ajoutent 2 fiches/m,
    )
    deepEqual(
      [...contents.matchAll(/^### (.*)$|^\| \[(.*?)\]/gm)].map(([, heading, name]) => heading ?? `- ${name}`),
      [
        'Sans politique publique indiquée',
        '- data/b.csv',
        '- data/a.csv',
        'Vie associative',
        '- data/clubs/grants.csv',
        'Transports',
        '- data/bikes.csv',
        'Fiches et schémas',
        '- data/clubs/datapackage.json',
        '- data/bikes.json',
      ],
    )
    match(contents, /En retard depuis le 2 mai 2024 \| Soutenir la vie associative \| le service associations \|/)
    match(contents, /Jusqu’au 1er avril 2024 \| Une personne, non montrée \|/)
    doesNotMatch(stdout, /legoff/)
  })

  it('is the same for the same input', () => {
    const folder = folderWith({ 'grants.csv': grants })
    for (const asked of [[], ['--for', 'elu'], ['--for', 'successor'], ['--format', 'markdown']]) {
      const order = ['report', ...asked, ...today, 'grants.csv']
      equal(vigie(folder, order).stdout, vigie(folder, order).stdout)
    }
  })

  it('shows what comes from a file as text', () => {
    const label = '<img src=x>|`b`[c](http://d.example)'
    const path = '<b>&"_x_.csv'
    const folder = folderWith({ [path]: `nom;"${label}"\n" # <script>*x*</script>\u202E ";1,5\nb;2,5\n` })
    for (const reader of ['elu', 'agent', 'successor']) {
      const page = vigie(folder, ['report', '--for', reader, path]).stdout
      doesNotMatch(page, /<img|<script|<b>|\u202E/)
      match(page, /&lt;b&gt;&amp;&quot;_x_\.csv/)
      const text = vigie(folder, ['report', '--for', reader, '--format', 'markdown', path]).stdout
      const bare = text.replaceAll(/<a id="[\w-]+"><\/a>/g, '').replaceAll(/\\./g, '')
      doesNotMatch(bare, /<|\]\(http:|\u202E/)
      for (const line of text.split('\n').filter(one => one.startsWith('|')))
        match(line.replaceAll(String.raw`\|`, ''), /^\|(?: [^|]* \|)+$/)
    }
    match(vigie(folder, ['report', '--format', 'markdown', path]).stdout, /\\# \\<script\\>\\\*x\\\*/)
  })

  it('tells no value in which personal data was found, to anybody in any format', () => {
    const people =
      'nom;prenom;courriel;nir\nLe Goff;Anne;anne.legoff@orange.fr ;2 55 08 14 168 025 38\nDurand;Marc;marc.durand@free.fr;1 84 12 76 451 089 46\n'
    const folder = folderWith({ 'people.csv': people })
    for (const reader of ['elu', 'agent', 'successor'])
      for (const format of ['html', 'markdown']) {
        const { stdout } = vigie(folder, [
          'report',
          '--for',
          reader,
          '--format',
          format,
          '--preset',
          'complet',
          'people.csv',
        ])
        match(
          stdout,
          { elu: /Nothing before the data protection officer/, agent: /not shown/, successor: /withheld/ }[reader]!,
        )
        doesNotMatch(stdout, /legoff|durand|Goff|Anne|55 08|84 12/i)
      }
  })

  it('reads JSON, metadata and standard input', () => {
    const folder = folderWith({ 'a.json': '[{"jour":"12/03/2024"},{"jour":"31/01/2024"}]', 'datapackage.json': sheet })
    match(vigie(folder, ['report', 'a.json']).stdout, /Line: character/)
    const document = vigie(folder, ['report', '--for', 'elu', 'datapackage.json']).stdout
    match(document, /<p>This file describes a package of data\.<\/p>/)
    doesNotMatch(document, /How old these data are|0 rows/)
    match(
      vigie(folder, ['report', '--format', 'markdown', 'datapackage.json']).stdout,
      /Quality score of data\.gouv\.fr: \d of 9/,
    )
    match(vigie(folder, ['report', '-'], { input: grants }).stdout, /<h1>Standard input: report for the agent<\/h1>/)
  })

  it('says what it left out where findings are many, and counts them all', () => {
    const folder = folderWith({
      'a.csv': `nom;note\n${Array.from({ length: 1_005 }, (_, i) => `n${i};x${i} \n`).join('')}`,
    })
    const { stdout } = vigie(folder, ['report', '--format', 'markdown', 'a.csv'])
    match(stdout, /\| note \| warning \| 1,005 \| 1,005 \|/)
    match(stdout, /^5 more findings are not listed here; “vigie lint --format json” gives them all\.$/m)
  })

  it('has something to say of files without findings, without rows and without sense', () => {
    const files = {
      'clean.csv': 'ville;habitants\nNiort;59193\nSaintes;25470\n',
      'header.csv': 'ville;habitants\n',
      'empty.csv': '',
      'noise.csv': Uint8Array.from({ length: 2_000 }, (_, i) => (i * 7919) % 256),
    }
    const folder = folderWith(files)
    for (const path of Object.keys(files))
      for (const reader of ['elu', 'agent', 'successor']) {
        const { stdout, stderr, status } = vigie(folder, ['report', '--for', reader, path])
        deepEqual([stderr, status], ['', 0])
        match(stdout, path === 'clean.csv' ? /Ready to publish\./ : /Not ready yet\./)
        match(stdout, /<\/html>\n$/)
        if (reader !== 'successor')
          equal(/describes these columns/.test(stdout), path === 'clean.csv' || path === 'header.csv')
      }
    match(vigie(folder, ['report', 'clean.csv']).stdout, /<p>No finding\.<\/p>/)
    match(vigie(folder, ['report', '--for', 'elu', 'clean.csv']).stdout, /follows|has no|was checked on/)
  })

  it('says what it cannot do', () => {
    const folder = folderWith({ 'a.csv': 'a;b\n1;2\n' })
    const told = (...args: string[]) => {
      const { stdout, stderr, status } = vigie(folder, ['report', ...args])
      return [stdout, stderr, status]
    }
    deepEqual(told('--for', 'maire', 'a.csv'), [
      '',
      'vigie: The option --for does not take “maire”; it takes: elu, agent, successor.\n',
      2,
    ])
    deepEqual(
      told('--format', 'sarif', 'a.csv')[1],
      'vigie: The option --format does not take “sarif”; it takes: html, markdown.\n',
    )
    deepEqual(told('none.csv'), ['', 'vigie: none.csv cannot be read.\n', 2])
    match(String(told('--fail-on', 'error', 'a.csv')[1]), /vigie report has no option --fail-on/)
    deepEqual(told('a.csv', 'none.csv').slice(1), ['vigie: none.csv cannot be read.\n', 2])
  })
})
