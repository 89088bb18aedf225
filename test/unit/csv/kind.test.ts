import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { detectKind, documentKind } from '../../../server/engine/csv/kind'

const latin = (characters: string): Uint8Array =>
  Uint8Array.from(characters, character => character.charCodeAt(0) & 0xff)
const wide = (text: string): string => [...text].map(character => `${character}\0`).join('')

const kinds: readonly (readonly [name: string, file: string, kind: ReturnType<typeof detectKind>])[] = [
  ['xlsx', 'PK\x03\x04\x14\0[Content_Types].xml…xl/workbook.xml', 'workbook'],
  ['xlsx whose parts are named only at its end', `PK\x03\x04${'z'.repeat(200_000)}xl/styles.xml`, 'workbook'],
  ['ods', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK', 'workbook'],
  ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'workbook'],
  ['zip of a csv', 'PK\x03\x04\x14\0données.csv', 'archive'],
  ['gzip', '\x1f\x8b\x08\0', 'archive'],
  ['tar', `données.csv${'\0'.repeat(246)}ustar\x0000`, 'archive'],
  ['pdf', '%PDF-1.7\n%âãÏÓ\n', 'pdf'],
  ['png', '\x89PNG\r\n\x1a\n\0\0', 'image'],
  ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF', 'image'],
  ['webp', 'RIFF\x10\0\0\0WEBPVP8', 'image'],
  ['page', '\n  <!DOCTYPE html>\n<html lang="fr">', 'html'],
  ['page after a mark', '\xef\xbb\xbf<html><body>Erreur 404', 'html'],
  ['XHTML page', '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC', 'html'],
  ['table saved as .xls', '<table border="1"><tr><td>a</td></tr></table>', 'html'],
  ['parquet', 'PAR1\x15\x04\x15\x10', 'binary'],
  ['random control bytes', '\x02\x05ab\x07\x08\x0e\x11cd\x16\x19', 'binary'],
  ['csv', 'nom;âge\nÉlodie;3\n', undefined],
  ['csv with markup in its cells', 'nom;page\nx;<html>\n', undefined],
  ['csv of a label that begins as a page does', '<htmlisme>;b\n', undefined],
  ['csv with a few NULs', `${'nom;âge\nÉlodie;\0\n'.repeat(3)}${'Jean;3\n'.repeat(20)}`, undefined],
  ['one NUL in three cells', 'a;b\n1;\0\n', undefined],
  ['UTF-16', wide('nom;âge\nÉlodie;3\n'), undefined],
  ['UTF-16 with mark', `\xff\xfe${wide('nom;prénom\r\n')}`, undefined],
  ['ASCII separators', 'a\x1fb\x1e1\x1f2\x1e', undefined],
  ['nothing', '', undefined],
  ['csv of values in braces', '{a};{b}\n{"x"};{1}\n', undefined],
  ['csv of lists', '"[1,2]",x\n"[3]",y\n', undefined],
]

const documents: readonly (readonly [name: string, file: string, kind: ReturnType<typeof documentKind>])[] = [
  ['answer of a service', '{"error": "not found"}', 'json'],
  ['list of records', '\xef\xbb\xbf[\n  {\n    "a\\"b" : 1 }]', 'json'],
  ['JSON in UTF-16', `\xff\xfe${wide('{"data":[')}`, 'json'],
  ['empty answer', '{}\n', 'json'],
  ['XML', '<?xml version="1.0" encoding="UTF-8"?>\n<kml>', 'xml'],
  ['map', '<kml xmlns="http://www.opengis.net/kml/2.2">', 'xml'],
  ['label in brackets', '<nom>;<ville>\nA;B\n', undefined],
  ['label in braces', '{nom};{ville}\nA;B\n', undefined],
  ['quoted label', '{"nom";"ville"}\n', undefined],
]

describe('documents that are no table', () => {
  for (const [name, file, kind] of documents)
    it(`${name}: ${kind ?? 'text'}`, () => {
      assert.equal(documentKind(latin(file)), kind)
    })
})

describe('kind', () => {
  for (const [name, file, kind] of kinds)
    it(`${name}: ${kind ?? 'text'}`, () => {
      assert.equal(detectKind(latin(file)), kind)
    })

  it('takes printable text for text, whatever its encoding', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abé;,"\t\n 0129€à'), { maxLength: 300 }), characters => {
        assert.equal(detectKind(latin(characters.join(''))), undefined)
        assert.equal(detectKind(new TextEncoder().encode(characters.join(''))), undefined)
      }),
    )
  })

  it('takes 4 KiB of random bytes for binary', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4096, maxLength: 4096 }), bytes => {
        const controls = bytes.filter(byte => byte < 0x20).length
        fc.pre(controls > 400 && !bytes.subarray(0, 2).some(byte => byte < 0x20 || byte >= 0x80))
        assert.equal(detectKind(bytes), 'binary')
      }),
      { numRuns: 20 },
    )
  })
})
