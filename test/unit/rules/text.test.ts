import { edgeWhitespace } from '../../../server/engine/rules/edge-whitespace'
import { mojibake } from '../../../server/engine/rules/mojibake'
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

  it('leaves right texts alone, whatever their language', () =>
    check(mojibake, column(), {
      Médiathèque: undefined,
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
