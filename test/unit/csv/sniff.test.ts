import { flatSource } from '../../../server/engine/model/source'
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { type Sniffed, sniffDialect } from '../../../server/engine/csv/sniff'
import type { Dialect } from '../../../server/engine/model/dialect'

/** The delimiter of each text, where the eye sees it at once. */
const delimiters: readonly (readonly [name: string, text: string, delimiter: string])[] = [
  ['semicolons beside decimal commas', 'nom;valeur\nA, B;1,5\nC, D;2,5\n', ';'],
  ['the same with one row', 'nom;valeur\nA, B;1,5\n', ';'],
  ['several decimal commas a row', 'a;b;c\n1,5;33,33;15,55\n2,5;25,44;30,1\n4,5;12;60,3\n', ';'],
  ['lists of numbers in a cell', 'id;valeurs\n1;3,4,5\n2;6,7,8\n5;"9,10;aussi;cela"\n', ';'],
  ['points as latitude,longitude', 'id;geo\n1;48.85,2.35\n2;47.1,3.2\n', ';'],
  ['tabs round lists of numbers', 'a.jpg\t51,47,45\t87,88,86\nb.jpg\t37,25,24\t87,59,47\n', '\t'],
  ['bars', 'C00078279|A|M11||MCKENNON, K R|MI|400\nC00078279|A|M11||OREFFICE, P|MI|1500\n', '|'],
  ['bars inside cells', '1,Orange,K6CF A|K6COV B|K6MWT C,145.1|145.2|145.3,OFF,,0.5', ','],
  ['semicolons inside cells', 'col1,col2\n1;2;3,4;5;6\na;b;c,d;e;f\n', ','],
  ['bars in the second of two columns', 'id,tags\nr1,rouge|vert\nr2,gris|noir\n', ','],
  ['semicolons in the second of two columns', 'id,tags\nr1,rouge;vert\nr2,gris;noir\nr3,bleu;ocre\n', ','],
  ['the same in a long text', `id,tags\n${'r1,rouge;vert\n'.repeat(6000)}`, ','],
  ['decimal commas below labels parted by a comma', 'commune,taux\nAuch;1,5\nFoix;2,3\nPau;4,5\n', ';'],
  ['a table inside a cell', 'id,avis\n1,bon\n2,"Une table :\nid|clé\n1|a\n2|b"\n3,moyen\n', ','],
  ['spaces in columns', 'C        0.000000        0.000000\nH        1.026719       -0.363000\n', ' '],
  ['section signs', 'nom§ville§note\nA§Auch, Gers§1\nB§Foix, Ariège§2\nC§Albi, Tarn§3\n', '§'],
  ['number signs', 'Auch, Gers#PLACE#1#32000\nFoix, Ariège#RUE#2#09000\nAlbi, Tarn#RUE#3#81000\n', '#'],
  ['colons', 'champ1:champ2:champ3\na:b:c,d\nd:e:f\n', ':'],
  ['times, which are full of colons', 'HH:mm:ss,HH:mm:ss.S\n15:02:37,15:02:37.1\n', ','],
  ['ASCII unit separators', 'a\x1fb\x1fc\n1\x1f2,5\x1f3\n4\x1f5,5\x1f6\n', '\x1f'],
  ['a sep= line that is right', 'sep=;\nnom;valeur\nA;1\n', ';'],
  ['a sep= line with a tab', 'sep=\t\r\na\tb\r\n', '\t'],
  ['nothing', '', ','],
  ['one word', 'bonjour\n', ','],
  ['one column of names', 'nom\nJean Dupont\nMarie Curie\nPaul Martin\nAnne Petit\nLéa Roy\n', ','],
  ['prose parted by bars', '1|Achat, pose, tri, tonte\n2|Vente, dépose, tri, x\n3|Taille, a, b, c', '|'],
  ['one column of amounts with spaces', 'montant\n1 250\n3 400\n12 800\n', ','],
  ['one column of times', 'instant\n2024-01-02 10:00:00\n2024-01-03 11:30:00\n', ','],
  ['one column of decimal commas', 'taux\n1,5\n2,25\n3,1\n', ';'],
  ['one column of addresses', 'adresse\n12 rue de la Paix, Paris\n3 place Bellecour, Lyon\n', ';'],
  ['one column of addresses on the web', 'site\nhttps://a.fr/x\nhttps://b.fr/y\n', ','],
  ['one quoted column', '"#,##,#00"\n"1,234,567"\n', ','],
  ['text that is no table', '"Une virgule (,)"\nUne colonne\nUn point-virgule (;)\nUne barre (|)\n', ','],
]

/** Header row, rows above it that are a preamble, whether the header is missing, and rows told, where blank ones are. */
const headers: readonly (readonly [
  name: string,
  text: string,
  row: number | 'none',
  preamble?: number,
  told?: number,
])[] = [
  ['labels above values', 'nom;valeur\nA;1\nB;2\n', 0],
  ['labels above words', 'prénom;nom\nHomer;Simpson\nMarge;Simpson\n', 0],
  ['years as labels', 'Commune;2019;2020;2021\nAuch;10;20;30\nFoix;40;50;60\n', 0],
  ['years as labels, nothing above the names', ';2019;2020\nAuch;10;20\nFoix;40;50\n', 0],
  ['a series of numbers as labels', 'classe;1;2;3;4\nA;8;7;5;6\nB;2;9;4;1\n', 0],
  ['one year among labels', 'Prénom,Nombre,Prénom 2013,2013\nEmma,953,Gabriel,50\nLucas,909,Louis,45\n', 0],
  ['a label missing at the end', 'nom;\n1;2\n3;4\n', 0],
  ['a label and its delimiter missing', 'nom\n1;2\n3;4\n', 0],
  ['labels parted by another mark', 'nom,age,ville\nA;12;2024-01-02\nB;13;2024-01-03\n', 0],
  ['a blank line above', '\nnom;valeur\nA;1\n', 1, 0, 1],
  ['a line of delimiters above', ';\nnom;valeur\nA;1\n', 1, 0, 1],
  ['a title', 'Subventions versées\nnom;valeur\nA;1\nB;2\n', 1, 1],
  ['a title and a blank line', 'Subventions versées\n\nnom;valeur;date\nA;1;2024-01-02\n', 2, 2],
  ['titles padded with delimiters', '"Source : CAF",,,\n,"(2009)",,\n,,,\nREG,dc,nom,A\n91,34057,X,190\n', 3, 3],
  [
    'a title of two columns, a blank row and labels',
    'Mesures de la semaine;\n;\njour;valeur\n30/05/2011;4,24\n31/05/2011;3,46\n',
    2,
    2,
  ],
  ['a label missing at the end, and a blank row', 'nom;\n;\nA;x\nB;y\n', 0],
  ['a label of one word, and a blank row', 'nom;\n;\nA;12,5\nB;13,5\n', 0],
  ['the label of one column, and a blank row', 'le montant\n\n12,5\n13,5\n', 0],
  [
    'the head of a page and a blank row',
    'Grand livre;;;;\nÉdité le 12/03/2025;;;Page 1/3;\n;;;;\nDate;Pièce;Libellé;Débit;Crédit\n02/01/2024;M1;EDF;1 234,56;\n05/01/2024;M2;Régie;;845,20\n',
    3,
    3,
  ],
  ['the names of groups of columns', ';Filles;;Garçons;\nécole;CP;CE1;CP;CE1\nA;12;14;15;9\nB;13;15;14;8\n', 1, 1],
  ['a label missing above words that come again', 'nom;avis;;vote\nA;oui;oui;non\nB;oui;non;non\n', 0],
  ['a label missing above a form', 'nom;avis;;vote\ntexte;oui ou non;oui ou non;nombre\nA;oui;oui;2\nB;oui;non;3\n', 0],
  ['comments', '# exporté le 2 mai\n# par X\nid,nom\n1,A\n2,B\n', 2, 2],
  ['a sep= line', 'sep=;\nnom;valeur\nA;1\n', 1, 0],
  ['a sep= line and a title', 'sep=;\nTitre\n\nnom;valeur;date\nA;1;2024-01-02\n', 3, 2],
  ['a second row of labels', 'nom;montant\n(texte);(nombre)\nA;12,5\nB;13,5\n', 0],
  ['a year as a row of its own', ',JANV,FÉVR,MARS\n,2013,,\nNaissance,736,674,727\nMariage,35,30,67\n', 0],
  [
    'none above shares of a hundred',
    'VAL D’OR;Brume;0;16;0%;0%\nVAL D’OR;Lavoir;6;44;14%;55%\nVAL D’OR;Estran;4;21;19%;non\n',
    'none',
  ],
  ['shares of a hundred as labels', 'commune;10%;50%\nBrume;12;30\nLavoir;14;50\n', 0],
  ['the header once more below', 'nom;siret\nA;12345678901234\nnom;siret\nB;22345678901234\n', 0],
  ['data: numbers that count on', '1,english\n2,chinois\n3,german\n', 'none'],
  ['data: dates and codes of one shape', 'DESH_PR_0058|01.06.2015|x\nDESH_PR_0273|01.06.2013|y\n', 'none'],
  ['data: long identifiers', 'Auch;21320013500012;12\nFoix;21090122100017;13\n', 'none'],
  ['data: decimals', 'Auch;12,50;oui\nFoix;13,75;non\n', 'none'],
  ['data below a title', 'Subventions\n\nAuch;12,50;2024-01-02\nFoix;13,75;2024-01-03\n', 'none', 2],
  [
    'data below a title of two columns and a blank row',
    'Mesures de la semaine;\n;\n30/05/2011;4,24\n31/05/2011;3,46\n01/06/2011;2,41\n',
    'none',
    2,
  ],
  ['small numbers say nothing', '1,A\n1,A\n1,A\n', 0],
  ['a first value that comes again below, beside a number', 'Rennes;12\nVannes;14\nRennes;13\nBrest;9\n', 'none'],
  ['two first values that come again', 'oui;Rennes\nnon;Vannes\noui;Brest\nnon;Rennes\n', 'none'],
  ['labels of boxes that are ticked by their name', 'Lundi;Mardi\nLundi;\n;Mardi\nLundi;Mardi\n', 0],
  ['a label that is a value of its column', 'Autre;Nom\nAutre;Un\nÉcole;Deux\nMairie;Trois\n', 0],
]

const written: readonly (readonly [name: string, text: string, expected: Partial<Sniffed>])[] = [
  ['double quotes', 'a,b\n"1,5","2"\n', { quoteChar: '"', escapeChar: undefined }],
  ['no quotes at all', 'a,b\n1,2\n', { quoteChar: '"' }],
  ['single quotes', "'Poland','pl'\n'Qatar','qa'\n", { quoteChar: "'", skipInitialSpace: false }],
  ['apostrophes that quote nothing', "'Version,1\n'Results,2\nl'été,d'hiver\n", { quoteChar: '"' }],
  ['apostrophes in words', "nom,rue\nD'Arc,l'Île\n", { quoteChar: '"' }],
  ['a backslash before quotes', 'a;b\n"le \\"bon\\" mot; oui";1\n"x";2\n', { quoteChar: '"', escapeChar: '\\' }],
  ['a backslash that only ends a path', 'a;b\n"C:\\dir\\";1\n"D:\\";2\n', { quoteChar: '"', escapeChar: undefined }],
  ['a backslash before apostrophes', "1;Ships\\' engineers\n2;Pilots\n", { quoteChar: "'", escapeChar: '\\' }],
  ['quotes that never close', 'a\tb\n"x\t1\n"y\t2\n"z\t3\n', { quoteChar: '' }],
  ['one stray quote', 'a;b\n5" tube;1\n"un";2\n', { quoteChar: '"' }],
  ['spaces after the delimiter', 'a, b, c\n1, 2, 3\n4, 5, 6\n', { delimiter: ',', skipInitialSpace: true }],
  [
    'spaces before cells and no label',
    'a;b\n1; x\n2; y\n3; z\n4; x\n5; y\n6; z\n7; x\n8; y\n9; z\n10; x\n',
    { skipInitialSpace: false },
  ],
  ['spaces before some cells', 'a;b\n1; x\n2;y\n3;z\n', { skipInitialSpace: false }],
  ['quotes after spaces', '"a", "b"\n"1, 2", "3"\n', { delimiter: ',', quoteChar: '"', skipInitialSpace: true }],
  ['Windows line ends', 'a;b\r\n1;2\r\n3;4\n', { lineTerminator: '\r\n' }],
  ['old Macintosh line ends', 'a;b\r1;2\r3;4\r', { lineTerminator: '\r', delimiter: ';' }],
  ['line ends inside quotes', 'a;b\r\n"1\n2\n3\n4";2\r\n', { lineTerminator: '\r\n' }],
  ['no line end', 'a;b', { lineTerminator: '\n' }],
  ['decimal commas', 'a;b\n1,5;x\n2,5;y\n', { decimalChar: ',' }],
  ['decimal points', 'a;b\n1.5;x\n2.5;y\n', { decimalChar: '.' }],
  ['both', 'a;b\n1,5;x\n2.5;y\n', { decimalChar: undefined }],
  ['comments between rows', 'a;b\n# vu\n1;2\n# vu\n3;4\n', { commentChar: '#', headerRows: [0] }],
  ['a label that begins with #', '#id;nom\n1;A\n2;B\n', { commentChar: undefined, headerRows: [0] }],
]

describe('sniff', () => {
  for (const [name, text, delimiter] of delimiters)
    it(`delimiter: ${name}`, () => assert.equal(sniff(text).delimiter, delimiter))

  for (const [name, text, row, preamble = 0, told = preamble] of headers)
    it(`header: ${name}`, () => {
      const { headerRows, preambleRows, faults } = sniff(text)
      assert.deepEqual([headerRows, preambleRows], [row === 'none' ? [] : [row], preamble])
      assert.equal(
        faults.some(fault => fault.kind === 'missing-header'),
        row === 'none',
      )
      assert.deepEqual(
        faults.filter(fault => fault.kind === 'preamble-row'),
        told > 0 ? [{ kind: 'preamble-row', rows: told }] : [],
      )
    })

  for (const [name, text, expected] of written)
    it(`writing: ${name}`, () => {
      const sniffed = sniff(text)
      for (const part of Object.keys(expected) as (keyof Sniffed)[])
        assert.deepEqual(sniffed[part], expected[part], part)
    })

  it('says why', () => {
    assert.deepEqual(sniff('nom;valeur\n"A";1,5\nB;2,5\n').reasons, [
      { because: 'consistent-rows', delimiter: ';', matching: 3, rows: 3, cells: 2 },
      { because: 'quoted-cells', quoteChar: '"', cells: 1 },
      { because: 'labels', row: 0 },
    ])
    assert.deepEqual(sniff('1;2024-01-02\n2;2024-01-03\n').reasons.at(-1), { because: 'first-row-is-data', columns: 2 })
    assert.deepEqual(sniff('sep=;\na;b\n').faults, [{ kind: 'separator-line', delimiter: ';' }])
    assert.deepEqual(sniff('sep=;\na;b\n').reasons[0], { because: 'separator-line', delimiter: ';' })
    assert.deepEqual(sniff('mot\n').reasons[0], { because: 'one-column' })
  })

  it('takes what it is told', () => {
    const known: Partial<Dialect> = { delimiter: '|', quoteChar: "'", headerRows: [], commentChar: '%' }
    const { delimiter, quoteChar, headerRows, commentChar, faults, reasons } = sniff('% x\n1;2\n3;4\n', known)
    assert.deepEqual([delimiter, quoteChar, headerRows, commentChar, faults], ['|', "'", [], '%', []])
    assert.deepEqual(
      reasons.map(reason => reason.because),
      ['told', 'told', 'told', 'told'],
    )
    assert.deepEqual(sniff('% x;y\nnom;valeur\nA;1\n', { commentChar: '%' }).headerRows, [1])
    assert.equal(sniff('a||b||c\n1||2||3\n', { delimiter: '||' }).headerRows[0], 0)
  })

  it('looks again further on when two delimiters come close', () => {
    const unclear = 'a,b,c,d,e,f,g;h\n'.repeat(5000)
    assert.equal(sniff(unclear).delimiter, ',')
    assert.equal(sniff(`${unclear}${'1,2,3;4\n'.repeat(10_000)}`).delimiter, ';')
  })

  it('keeps the rows of a long text whose last quote is astray', () => {
    const [reason] = sniff(`nom;valeur\n"x" y;1\n${'z;2\n'.repeat(20_000)}`).reasons
    assert.deepEqual(reason, { because: 'consistent-rows', delimiter: ';', matching: 100, rows: 100, cells: 2 })
  })

  it('does not read a line of 20 MB to its end', () => {
    const line = new Uint8Array(20_000_000).fill(59)
    let furthest = 0
    sniffDialect({
      ...flatSource(line),
      window(from, least) {
        furthest = Math.max(furthest, from + least)
        return line.subarray(from, from + least)
      },
      indexOf: () => assert.fail('the whole line is searched'),
    })
    assert.ok(furthest > 0 && furthest < 1_000_000, `${furthest}`)
  })

  it('believes the header when commas inside numbers are as regular as the bars between them', () => {
    assert.equal(sniff(`nom|Date de décision|montant\n${'0,00|0|0,00\n'.repeat(4)}`).delimiter, '|')
  })

  it('finds the delimiter and the quote of any table', () => {
    fc.assert(
      fc.property(table, manner, (rows, how) => {
        const sniffed = sniff(write(rows, how))
        assert.equal(sniffed.delimiter, how.delimiter)
        assert.equal(sniffed.lineTerminator, how.terminator)
        if (how.always) assert.equal(sniffed.quoteChar, how.quote)
      }),
      { numRuns: 500 },
    )
  })

  it('finds the header under any preamble', () => {
    fc.assert(
      fc.property(
        table,
        manner,
        fc.array(fc.constantFrom('Source de ces chiffres', '', 'Mise à jour'), { maxLength: 3 }),
        (rows, how, lines) => {
          const above = lines.map(line => line + how.terminator).join('')
          const { headerRows, preambleRows } = sniff(above + write(rows, how))
          const preamble = lines.some(line => line !== '') ? lines.length : 0
          assert.deepEqual([headerRows, preambleRows], [[lines.length], preamble])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never fails, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('"', "'", '\\', ';', ',', '\n', '\r', ' ', '#', 'a', '1', '=') }).map(encoded),
    )
    fc.assert(
      fc.property(bytes, text => {
        const { delimiter, headerRows } = sniffDialect(flatSource(text))
        assert.ok(delimiter.length > 0)
        assert.ok(headerRows.length <= 1)
      }),
      { numRuns: 1000 },
    )
  })
})

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function sniff(text: string, known?: Partial<Dialect>): Sniffed {
  return sniffDialect(flatSource(encoded(text)), known)
}

interface Manner {
  readonly delimiter: string
  readonly quote: string
  readonly terminator: string
  /** Quotes every cell, not only those that need it. */
  readonly always: boolean
}

const manner: fc.Arbitrary<Manner> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', "'"),
  terminator: fc.constantFrom('\n', '\r\n', '\r'),
  always: fc.boolean(),
})

/** Columns as public data has them, each of one type. */
const columns: readonly fc.Arbitrary<string>[] = [
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc
    .integer({ min: 0, max: 99_999 })
    .map(value => `${Math.floor(value / 100)},${String(value % 100).padStart(2, '0')}`),
  fc.integer({ min: 0, max: 99_999 }).map(value => (value / 100).toFixed(2)),
  fc.integer({ min: 1000, max: 999_999 }).map(value => value.toLocaleString('fr-FR')),
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 })).map(([d, m]) => `${d}/${m}/2024`),
  fc.integer({ min: 10, max: 28 }).map(day => `2024-05-${day}T10:30:00Z`),
  fc.constantFrom('oui', 'non'),
  fc.constantFrom('Auch', 'Saint-Étienne-du-Bois', "L'Île-d'Yeu", 'Œuilly'),
  fc.constantFrom('12 rue de la Paix, Auch', 'Réfection du local ; tranche 2', 'Dit « le Gros »', 'un "bon" mot', ''),
  fc.constantFrom('https://data.gouv.fr/x?a=1&b=2', 'mairie@auch.fr'),
  fc.integer({ min: 1, max: 9999 }).map(value => `DEL-2024-${String(value).padStart(4, '0')}`),
]

const labels = ['nom', 'Date de décision', 'montant', 'code_insee', 'observations', 'lien', 'Nature']

const table: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .array(fc.nat(columns.length - 1), { minLength: 3, maxLength: labels.length })
  .chain(chosen =>
    fc
      .array(fc.tuple(...chosen.map(column => columns[column]!)), { minLength: 4, maxLength: 12 })
      .map(rows => [labels.slice(0, chosen.length), ...rows]),
  )

function write(rows: readonly (readonly string[])[], { delimiter, quote, terminator, always }: Manner): string {
  const cell = (value: string): string =>
    always || value.includes(delimiter) || value.includes(quote)
      ? quote + value.replaceAll(quote, quote + quote) + quote
      : value
  return rows.map(row => row.map(cell).join(delimiter) + terminator).join('')
}
