import assert from 'node:assert/strict'
import { decomposedAccent } from '../../../server/engine/rules/decomposed-accent'
import { edgeWhitespace } from '../../../server/engine/rules/edge-whitespace'
import { formulaInjection } from '../../../server/engine/rules/formula-injection'
import { htmlEntity } from '../../../server/engine/rules/html-entity'
import { invisibleCharacter } from '../../../server/engine/rules/invisible-character'
import { lineBreakInCell } from '../../../server/engine/rules/line-break-in-cell'
import { lostCharacter } from '../../../server/engine/rules/lost-character'
import { mojibake } from '../../../server/engine/rules/mojibake'
import { spreadsheetError } from '../../../server/engine/rules/spreadsheet-error'
import { truncatedValue } from '../../../server/engine/rules/truncated-value'
import { typographicQuote } from '../../../server/engine/rules/typographic-quote'
import { check } from './check'
import { column, field } from './described'

describe('edge-whitespace', () => {
  it('trims ordinary, tab and no-break spaces', () =>
    check(edgeWhitespace, column(), {
      Paris: undefined,
      ' Paris': 'safe Paris',
      'Paris ': 'safe Paris',
      '\tParis\u00A0': 'safe Paris',
      '\u202FLe Havre\u2009': 'safe Le Havre',
      'Le  Havre': undefined,
      'Orléans à': undefined,
      '   ': 'safe ',
    }))

  it('leaves alone what may be half of a garbled letter', () =>
    check(edgeWhitespace, column(), { 'voilÃ\u00A0': undefined }))

  it('lets the type or the constraint speak when trimming would not be enough', () =>
    check(edgeWhitespace, column({ field: field({ type: 'integer' }) }), {
      ' 12 ': 'safe 12',
      ' douze ': undefined,
      '  ': 'safe ',
    }))

  it('does not empty a required cell, nor shorten a text below its least length', () => {
    const min = field({ constraints: { required: true, minLength: 4 } })
    check(edgeWhitespace, column({ field: min }), {
      '    ': 'no fix',
      ' abc': 'no fix',
      ' abcd': 'safe abcd',
      ' ab': undefined,
    })
  })
})

describe('what stands at the edges of a value', () => {
  const test = (made => (typeof made === 'object' ? made.test : made)!)(edgeWhitespace.check(column()))
  for (const [text, fr, en] of [
    ['A ', 'Un espace suit « A »', 'A space follows “A”'],
    ['  A', 'Des espaces précèdent « A »', 'Spaces stand before “A”'],
    [' A ', 'Des espaces entourent « A »', 'Spaces stand round “A”'],
    ['A\r\n', 'Un retour à la ligne suit « A »', 'A line break follows “A”'],
    ['\n\nA', 'Des retours à la ligne précèdent « A »', 'Line breaks stand before “A”'],
    ['\tA', 'Une tabulation précède « A »', 'A tab stands before “A”'],
    ['A\u00A0', 'Un espace insécable suit « A »', 'A no-break space follows “A”'],
    ['A\u3000', 'Un espace particulier suit « A »', 'An unusual space follows “A”'],
    [
      '\tA\n',
      'Des espaces, tabulations ou retours à la ligne entourent « A »',
      'Spaces, tabs or line breaks stand round “A”',
    ],
  ] as const)
    it(`is named: ${JSON.stringify(text)}`, () => {
      const { message } = edgeWhitespace
      const facts = test(text)
      assert.ok(typeof facts === 'object')
      const told = message.fr(facts).replaceAll('\u00A0', ' ')
      assert.equal(told, `${fr} : pour un logiciel, ce n’est plus la même valeur.`)
      assert.equal(message.en(facts), `${en}: to software it is no longer the same value.`)
    })
})

describe('mojibake', () => {
  it('rereads UTF-8 that was taken for Windows-1252, once or twice', () =>
    check(mojibake, column(), {
      'FÃ©dÃ©ration des fÃªtes': 'asked Fédération des fêtes',
      'lâ€™eau': 'asked l’eau',
      '10Â°C': 'asked 10°C',
      'Ã‰cole': 'asked École',
      'Ã\u0089cole': 'asked École',
      'voilÃ\u00A0': 'asked voilà',
      'MÃƒÂ©diathÃƒÂ¨que': 'asked Médiathèque',
      '12 â‚¬': 'asked 12 €',
      'ï»¿nom': 'asked nom',
      'ðŸ˜€': 'asked 😀',
    }))

  it('knows an “à” beside letters that are whole, whatever became of its no-break space', () =>
    check(mojibake, column(), {
      'Aide notifiée Ã\u00A0 l’Europe': 'asked Aide notifiée à l’Europe',
      'Aide notifiée Ã  l’Europe': 'asked Aide notifiée à l’Europe',
      'Aide notifiée Ã l’Europe': 'asked Aide notifiée à l’Europe',
      'AccÃ¨s Ã  la halle': 'asked Accès à la halle',
      'voilÃ  l’été': 'asked voilà l’été',
      'Été : Ã€ partir de juin': 'asked Été : À partir de juin',
    }))

  it('knows a letter that went wrong twice, or a ligature, beside letters that are whole', () =>
    check(mojibake, column(), {
      'Café du marchÃƒÂ© couvert': 'asked Café du marché couvert',
      'Été : soutien ÃƒÂ  l’école': 'asked Été : soutien à l’école',
      'soutien ÃƒÂ  l’accueil': 'asked soutien à l’accueil',
      'Fête de lÃ¢â‚¬â„¢été': 'asked Fête de l’été',
      'Élan du CÃƒâ€¦Ã¢â‚¬â„¢UR': 'asked Élan du CŒUR',
      'Mairie : ÃƒÂ©tat civil, Ãƒâ€°tangs et fêtes': 'asked Mairie : état civil, Étangs et fêtes',
      'Chorale du cÅ“ur léger': 'asked Chorale du cœur léger',
      'RELAIS DU CÅ’UR ÉTOILÉ': 'asked RELAIS DU CŒUR ÉTOILÉ',
    }))

  it('knows the accents of a library catalogue, which stand before their letters', () =>
    check(mojibake, column(), {
      'Les âetangs et la forãet': 'asked Les étangs et la forêt',
      'Sociâetâe d’âedition du Rhãone': 'asked Société d’édition du Rhône',
      'Premiáeres lectures': 'asked Premières lectures',
      'Apráes la pluie': 'asked Après la pluie',
      'Martin, Agnáes': 'asked Martin, Agnès',
      'Carnet áa lire': 'asked Carnet à lire',
      'Ben ðca alors': 'asked Ben ça alors',
      'L’âEcole de Noèel, Mãacon': 'asked L’École de Noël, Mâcon',
      'Chãateau âeclair': 'asked Château éclair',
      'Châteaux âelevâes de grâce': 'asked Châteaux élevés de grâce',
    }))

  it('leaves alone the like of it that languages have', () =>
    check(mojibake, column(), {
      'José Páez Báez': undefined,
      'Peláez e Sáes, Guimaráes': undefined,
      'mãe, cães e maçãs de São João': undefined,
      cãibra: undefined,
      'Lá na praia': undefined,
      'maður, viðtal': undefined,
      'ânesse, âgé, château': undefined,
      'crèche âgée': undefined,
      'já alugado': undefined,
    }))

  it('leaves right texts alone, whatever their language', () =>
    check(mojibake, column(), {
      Médiathèque: undefined,
      'IRMÃ MAIS VELHA': undefined,
      'São João': undefined,
      IRMÃ: undefined,
      NÃO: undefined,
      Â: undefined,
      Ångström: undefined,
      'RÉSUMÉ…': undefined,
      'CAFÉ\u00A0:': undefined,
      'nommé\u00A0»': undefined,
      '«\u00A0À bâbord\u00A0»': undefined,
      naïf: undefined,
      'Français Ã© mêlé': undefined,
      '香港 Ã©': undefined,
    }))
})

describe('lost-character', () => {
  it('knows the mark of a lost letter, and a question mark inside a word', () =>
    check(lostCharacter, column(), {
      'Orl\uFFFDans': 'no fix',
      'Orl?ans': 'no fix',
      'CH?TEAU DE LA ROCHE': 'no fix',
      'Espace de l’?tang': 'no fix',
      'Fleurey-l?s-Faverney': 'no fix',
      'M??diath??que': 'no fix',
      'Salle n? 12': 'no fix',
      '(Biblioth?que)': 'no fix',
    }))

  it('is led to the one value of a list that the other letters leave', () => {
    const allowed = ['Élémentaire', 'Maternelle', 'Collège', 'Collëge', 'Aide en nature']
    check(lostCharacter, column({ field: field({ constraints: { enum: allowed } }) }), {
      '\uFFFDl\uFFFDmentaire': 'asked Élémentaire',
      '\uFFFD\uFFFDL\uFFFD\uFFFDMENTAIRE': 'asked Élémentaire',
      'l\uFFFDmentaire': 'no fix',
      'El?mentaire': 'no fix',
      '?l?mentaire': 'asked Élémentaire',
      'Él?mentaire': 'asked Élémentaire',
      // Two values would do, and an ordinary letter is none that gets lost.
      'Coll\uFFFDge': 'no fix',
      'Aide en na\uFFFDure': 'no fix',
    })
  })

  it('looks at a long list once, however many cells lost a letter', () => {
    let looks = 0
    const values = Array.from({ length: 1_000 }, (_, i) => `Numéro ${i}`)
    const allowed = new Proxy(values, { get: (list, key) => (looks++, Reflect.get(list, key)) })
    const made = lostCharacter.check(column({ field: field({ constraints: { enum: allowed } }) }))!
    const test = typeof made === 'function' ? made : made.test
    assert.ok(looks < 10, 'before any cell is at fault')
    for (let i = 0; i < 100; i++)
      assert.deepEqual(test(`Num\uFFFDro ${i}`), { text: `Num\uFFFDro ${i}`, mark: '\uFFFD', meant: `Numéro ${i}` })
    assert.ok(looks > values.length && looks < 4 * values.length, `${looks} looks`)
  })

  it('knows the turned question mark that Oracle writes for an apostrophe or an œ', () =>
    check(lostCharacter, column(), {
      'au c¿ur du village': 'no fix',
      'L¿abbaye des S¿urs grises': 'no fix',
      'jusqu¿à 33 personnes': 'no fix',
      '¿Dónde está?': undefined,
      'Hola,¿qué tal?': undefined,
      'Mañana¿Dónde?': undefined,
      'Orlï¿½ans': undefined,
    }))

  it('leaves questions, addresses and codes alone', () =>
    check(lostCharacter, column(), {
      'Ouvert ?': undefined,
      'Ouvert?': undefined,
      'Pourquoi?Parce que': undefined,
      '?': undefined,
      'a?b': undefined,
      'https://example.org/page?ville=Niort': undefined,
      'page.php?id': undefined,
      'colou?r.*': undefined,
    }))
})

describe('invisible-character', () => {
  it('deletes what carries nothing, wherever it stands', () =>
    check(invisibleCharacter, column(), {
      'Cent\0re': 'safe Centre',
      'Cent\u0001re': 'safe Centre',
      'Fédé\u200Bration': 'safe Fédération',
      '\uFEFFNiort': 'safe Niort',
      'Niort \u200E': 'safe Niort',
      'biblio\u00ADthèque': 'safe bibliothèque',
      '\u200B': 'safe ',
      'a\nb': undefined,
      Médiathèque: undefined,
    }))

  it('asks where a character stood for something', () =>
    check(invisibleCharacter, column(), {
      'Amic\vale': 'asked Amicale',
      'Mairie\v12 rue Haute': 'asked Mairie 12 rue Haute',
      'Mairie\tannexe': 'asked Mairie annexe',
      'l\u0092eau du c\u009Cur': 'asked l’eau du cœur',
      'M\u008Ediath\u008Fque': 'asked Médiathèque',
    }))

  it('reads the code that Excel writes for a control character', () =>
    check(invisibleCharacter, column(), {
      Convention_x0001_Participation: 'asked Convention Participation',
      'Convention. _x0001_Participation': 'asked Convention. Participation',
      'Convention_x000D_\nParticipation': 'asked Convention\nParticipation',
      Mairie_x000d_: 'asked Mairie',
      a_x000D__x000A_b: 'asked a b',
      _x000D_: 'asked ',
      'Convention_x0001_\0Participation': 'asked Convention Participation',
      _x0041_: undefined,
      plan_x000_1: undefined,
      x000D_: undefined,
    }))

  it('leaves joiners and marks of direction to the scripts and the emoji that need them', () =>
    check(invisibleCharacter, column(), {
      'می\u200Cخواهم': undefined,
      '\u200Fשלום': undefined,
      '👩\u200D🌾': undefined,
      '👍🏽\u200D🌾': undefined,
      'a\u200Db': 'safe ab',
    }))

  it('takes no-break spaces out of what the schema declares, when that mends it', () => {
    check(invisibleCharacter, column({ field: field({ type: 'integer' }) }), {
      '12\u202F500': 'safe 12500',
      '12\u00A0habitants': undefined,
      '12\0': 'safe 12',
      'dou\0ze': 'safe douze',
    })
    check(invisibleCharacter, column({ field: field({ constraints: { enum: ['La Rochelle'] } }) }), {
      'La\u00A0Rochelle': 'safe La Rochelle',
      'La Rochelle': undefined,
    })
  })

  it('asks without a schema, and lets typography be', () => {
    check(invisibleCharacter, column({ sample: ['12', '13.5', '12\u00A0500'] }), { '12\u00A0500': 'asked 12500' })
    check(invisibleCharacter, column(), {
      'La\u00A0Rochelle': 'asked La Rochelle',
      '12\u00A0500': undefined,
      '12\u00A0rue Haute': undefined,
      'n°\u00A012': undefined,
      '«\u00A0Le Donjon\u00A0»': undefined,
      'Attention\u00A0!': undefined,
      'M.\u00A0le Maire': undefined,
      'Niort\u00A0': undefined,
    })
  })

  it('does not empty a required cell', () =>
    check(invisibleCharacter, column({ field: field({ constraints: { required: true } }) }), {
      '\u200B': 'no fix',
      'a\u200B': 'safe a',
    }))
})

for (const isEdited of [false, true])
  describe(`truncated-value, of a text ${isEdited ? '' : 'not '}under edit`, () => {
    it('knows the limits of software, a full stop aside', () =>
      check(truncatedValue, column({ isEdited, sample: ['court'] }), {
        [text(255)]: 'no fix',
        [text(256, ',')]: 'no fix',
        [text(255, '.')]: undefined,
        [text(254)]: undefined,
        [text(200)]: undefined,
        ['x'.repeat(255)]: undefined,
      }))

    it('says nothing where longer texts pass, or where all have one length', () => {
      check(truncatedValue, column({ isEdited, sample: [text(300)] }), { [text(255)]: undefined })
      check(truncatedValue, column({ isEdited, sample: Array(9).fill(text(255)) }), { [text(255)]: undefined })
    })

    it('says nothing of texts that spaces fill up to one length', () => {
      const names = ['la salle des fêtes', 'l’école de la rue', 'le gymnase de la', 'la halle aux grains'].map(name =>
        name.padEnd(50),
      )
      const nearlyFull = [...'aei'].map(end => `${text(49, end)} `)
      for (const value of [names[0]!, nearlyFull[0]!])
        check(truncatedValue, column({ isEdited, sample: [...names, ...nearlyFull] }), { [value]: undefined })
    })

    it('wants several values at a length that chance makes', () => {
      const ends = ['a', 'e', 'i'].map(end => text(50, end))
      check(truncatedValue, column({ isEdited, sample: [...ends, 'un', 'deux', 'trois', 'quatre'] }), {
        [ends[0]!]: 'no fix',
      })
      check(truncatedValue, column({ isEdited, sample: [ends[0]!, ends[0]!, ends[0]!, 'un', 'deux', 'trois'] }), {
        [ends[0]!]: undefined,
      })
    })

    it('knows the greatest length of the schema, unless it is that of a code', () => {
      check(truncatedValue, column({ isEdited, field: field({ constraints: { maxLength: 30 } }) }), {
        [text(30)]: 'no fix',
        [text(29)]: undefined,
        [text(30, '.')]: undefined,
      })
      check(truncatedValue, column({ isEdited, field: field({ constraints: { maxLength: 8 } }) }), {
        'AB 12 CD': undefined,
      })
    })
  })

describe('formula-injection', () => {
  it('names what a spreadsheet runs, and offers to defuse it', () =>
    check(formulaInjection, column(), {
      '=SOMME(A1:A3)': "asked '=SOMME(A1:A3) | ",
      '=A1': "asked '=A1 | ",
      "=cmd|' /C calc'!A0": "asked '=cmd|' /C calc'!A0 | ",
      "+1+cmd|' /C calc'!A0": "asked '+1+cmd|' /C calc'!A0 | ",
      '-2+sum(A1)': "asked '-2+sum(A1) | ",
      '@SUM(A1)': "asked '@SUM(A1) | ",
      '\t=A1': "asked '=A1 | ",
      '-Achat': "asked '-Achat | ",
      '="01053"': `asked 01053 | '="01053" | `,
    }))

  it('leaves numbers, telephones, bullets, dashes and handles alone', () =>
    check(formulaInjection, column(), {
      '-12,5': undefined,
      '+33 (0)5 49 00 00 00': undefined,
      '+3 %': undefined,
      '-18 ans': undefined,
      '+ de 60 ans': undefined,
      '- achat de livres': undefined,
      '- agent(s) du service': undefined,
      '-': undefined,
      '---': undefined,
      '@mairie': undefined,
      '=> voir plus loin': undefined,
      'A=B': undefined,
    }))

  it('speaks for the type, and keeps to what the field allows', () => {
    check(formulaInjection, column({ field: field({ type: 'integer' }) }), { '-12': undefined, '=A1': "asked '=A1 | " })
    check(formulaInjection, column({ field: field({ constraints: { required: true } }) }), { '=A1': "asked '=A1" })
  })
})

describe('spreadsheet-error', () => {
  it('knows the errors in both languages, and nothing else', () =>
    check(spreadsheetError, column(), {
      '#REF!': 'no fix',
      '#N/A': 'no fix',
      '#VALEUR!': 'no fix',
      '#DIV/0!': 'no fix',
      '#NOM?': 'no fix',
      '#name?': 'no fix',
      ' #NUL! ': 'no fix',
      '#####': 'no fix',
      'Err:502': 'no fix',
      'N/A': undefined,
      '#12': undefined,
      '#N/Amour': undefined,
      '##': undefined,
    }))
})

describe('html-entity', () => {
  it('reads entities and tags as a browser does', () =>
    check(htmlEntity, column(), {
      'Com&eacute;die &amp; danse': 'asked Comédie & danse',
      'l&#8217;eau': 'asked l’eau',
      'l&#146;eau': 'asked l’eau',
      '&#x20AC;': 'asked €',
      '12&nbsp;500': 'asked 12 500',
      '&amp;eacute;t&amp;eacute;': 'asked été',
      'un<br>deux': 'asked un deux | un\ndeux',
      'un\n\ndeux<br/>trois': 'asked un\n\ndeux trois | un\n\ndeux\ntrois',
      '<p class="a">un</p><p>deux</p>': 'asked un deux | un\ndeux',
      '<a href="https://example.org">ici</a>': 'asked ici',
      '<br>': 'asked ',
    }))

  it('leaves ampersands, comparisons and addresses alone', () =>
    check(htmlEntity, column(), {
      'Café & gâteaux': undefined,
      'R&D;': undefined,
      '3 < 5 et 7 > 2': undefined,
      '<bon>': undefined,
      'https://example.org/?a=1&copy=2': undefined,
      '&#0;': undefined,
    }))
})

describe('decomposed-accent', () => {
  it('composes letters, safely', () =>
    check(decomposedAccent, column(), {
      'e\u0301te\u0301': 'safe été',
      'Besanc\u0327on': 'safe Besançon',
      été: undefined,
      'q\u0303': undefined,
    }))

  it('mends what the list of the schema knows', () =>
    check(decomposedAccent, column({ field: field({ constraints: { enum: ['été', 'de\u0301'] } }) }), {
      'e\u0301te\u0301': 'safe été',
      'de\u0301': 'no fix',
      'he\u0301': undefined,
    }))
})

describe('typographic-quote', () => {
  it('asks for the form of the column', () => {
    check(typographicQuote, column({ sample: ["l'eau", "d'or", 'l’air', '"a"'] }), {
      'l’air': "asked l'air",
      "l'eau": undefined,
      '“jeunesse”': 'asked "jeunesse"',
    })
    check(typographicQuote, column({ sample: ['l’eau', 'd’or', "l'air"] }), {
      "l'air": 'asked l’air',
      'l’eau': undefined,
      "48° 12'": undefined,
      '“jeunesse”': undefined,
    })
  })

  it('leaves prose, and columns that mix nothing, alone', () => {
    const prose = "La rue est fermée du lundi au vendredi, l'école est à côté, et l’on n'y passe qu'à pied le matin."
    check(typographicQuote, column({ sample: [prose] }), { 'l’eau': undefined })
    check(typographicQuote, column({ sample: ['l’eau'] }), { 'l’air': undefined })
  })
})

describe('line-break-in-cell', () => {
  it('asks to join the lines where they are rare', () => {
    check(lineBreakInCell, column({ sample: [...lines(9), ...lines(9)] }), { 'Mairie\nannexe': 'asked Mairie annexe' })
    check(lineBreakInCell, column({ sample: [...lines(8), ...lines(8)] }), { 'Mairie\nannexe': undefined })
    check(lineBreakInCell, column({ sample: lines(3) }), {
      'Mairie\nannexe': 'asked Mairie annexe',
      'Mairie \r\n\r\n annexe': 'asked Mairie annexe',
      'Mairie\n': undefined,
      Mairie: undefined,
    })
    check(lineBreakInCell, column({ sample: lines(2) }), { 'Mairie\nannexe': undefined })
  })
})

/** A text of so many characters. */
function text(length: number, end = 't'): string {
  return 'mot '.repeat(length).slice(0, length - end.length) + end
}

/** One value of two lines among so many of one. */
function lines(count: number): readonly string[] {
  return ['a\nb', ...Array<string>(count).fill('mot')]
}
