import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { codePages, codePoints } from '../../../server/engine/csv/code-pages'
import { encodeText } from '../../../server/engine/csv/encode'
import { decodeText, LISTED_FAULTS } from '../../../server/engine/csv/decoding'
import { encodingLabel } from '../../../server/engine/model/encoding-name'
import type { Edit } from '../../../server/engine/model/span'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const latin = (characters: string): Uint8Array => Uint8Array.from(characters, character => character.charCodeAt(0))

/** The bytes of a text in a code page; `?` would hide a mistake, so an unknown character throws. */
function inPage(page: keyof typeof codePoints, characters: string): Uint8Array {
  return Uint8Array.from(characters, character => {
    const byte = codePoints[page].indexOf(character.charCodeAt(0))
    assert.notEqual(byte, -1, `${character} is not in ${page}`)
    return byte
  })
}

function utf16(characters: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...characters].join('')
  return Uint8Array.from({ length: units.length * 2 }, (_, at) => {
    const unit = units.charCodeAt(at >> 1)
    return (at % 2 === 0) === bigEndian ? unit >> 8 : unit & 0xff
  })
}

const french = {
  'deux lignes': 'nom;année\nÉcole de l’été;2024\n'.replaceAll('’', "'"),
  'un seul accent à la fin': `${'a;b;c\n'.repeat(3000)}é;1;2\n`,
  capitales: 'COMMUNE;ÉTAT\nÉVREUX;À FAIRE\nFRANÇOIS;RÉALISÉ\n',
  phrases: 'n°;objet\n1;Créé à l’hôtel de ville, où brûle un feu\n2;Forêt près de la mairie\n'.replaceAll('’', "'"),
}

/** The encoding in which a file is read that a description declares, and the faults. */
function read(file: Uint8Array, declared: string): readonly string[] {
  const { encoding, faults } = decodeText(file, { declared })
  return [encoding, ...faults.map(({ kind }) => kind)]
}

describe('encoding', () => {
  it('is the declared one, unless the bytes contradict it', () => {
    // By its letters it would be Windows-1252.
    assert.deepEqual(read(latin('caf\xe9'), 'latin9'), ['iso-8859-15'])
    assert.deepEqual(read(utf8('a;b'), 'windows-1252'), ['windows-1252'])
    assert.deepEqual(read(utf8('café'), 'UTF-8'), ['utf-8'])
    assert.deepEqual(read(utf8('café'), 'windows-1252'), ['utf-8', 'encoding-mismatch'])
    assert.deepEqual(read(latin('caf\xe9'), 'utf8'), ['windows-1252', 'encoding-mismatch', 'legacy-encoding'])
    assert.deepEqual(read(utf16('a;b\n1;2\n', true, true), 'utf-16'), ['utf-16be'])
    assert.deepEqual(read(utf16('a', false, false), 'utf-16le'), ['utf-16le'])
    assert.deepEqual(read(utf8('a;b\n'), 'utf-16'), ['utf-8', 'encoding-mismatch'])
    assert.deepEqual(read(utf8('café'), 'shift_jis'), ['utf-8', 'encoding-mismatch'])
    assert.deepEqual(read(utf8('café'), ' '), ['utf-8'])
    // As much speaks for UTF-8 as against it.
    assert.deepEqual(read(latin('\xc3\xa9\xe9'), 'windows-1252'), ['windows-1252'])
  })

  for (const page of codePages) {
    if (page === 'iso-8859-15') continue
    for (const [name, words] of Object.entries(french))
      it(`reads ${page}: ${name}`, () => {
        const decoded = decodeText(inPage(page, words))
        assert.deepEqual([decoded.encoding, text(decoded.bytes)], [page, words])
      })
  }

  it('tells iso-8859-15 from windows-1252 only by what differs', () => {
    assert.equal(decodeText(inPage('iso-8859-15', 'libellé;coût\nœuvre;12 €\n')).encoding, 'iso-8859-15')
    assert.equal(decodeText(inPage('iso-8859-15', 'libellé;coût\nété;12\n')).encoding, 'windows-1252')
    assert.equal(decodeText(inPage('windows-1252', 'libellé;coût\nl’œuvre « été »;12 €\n')).encoding, 'windows-1252')
  })

  it('is not led astray by two bytes that happen to be UTF-8', () => {
    assert.equal(decodeText(inPage('windows-1252', '« CAFÉ» fermé l’été, libéré\n')).encoding, 'windows-1252')
  })

  it('keeps the 5 undefined bytes of windows-1252 as C1 controls', () => {
    const decoded = decodeText(latin('\x81\x8d\x8f\x90\x9d'), { encoding: 'windows-1252' })
    assert.equal(text(decoded.bytes), '\x81\x8d\x8f\x90\x9d')
  })

  it('knows the same code pages as TextDecoder', () => {
    const upper = Uint8Array.from({ length: 128 }, (_, at) => at + 128)
    for (const page of ['iso-8859-15', 'macintosh'] as const)
      assert.equal(String.fromCharCode(...codePoints[page].subarray(128)), new TextDecoder(page).decode(upper))
    // Node's TextDecoder is not to be trusted with 0x80–0x9F (nodejs/node issue 56542).
    assert.equal(
      String.fromCharCode(...codePoints['windows-1252'].subarray(0xa0)),
      new TextDecoder('windows-1252').decode(upper.subarray(32)),
    )
    assert.equal(String.fromCharCode(...codePoints['windows-1252'].subarray(0x80, 0x85)), '€\x81‚ƒ„')
    assert.equal(String.fromCharCode(...codePoints.cp850.subarray(0xd0, 0xe0)), 'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀')
    for (const page of codePages) assert.equal(new Set(codePoints[page]).size, 256, page)
  })

  it('does not copy a file that is UTF-8', () => {
    const file = utf8('é;1\n')
    assert.equal(decodeText(file).bytes, file)
    const marked = utf8('\ufeffé;1\n')
    const decoded = decodeText(marked)
    assert.deepEqual(
      [decoded.bytes.buffer === marked.buffer, decoded.byteOrderMark, text(decoded.bytes)],
      [true, true, 'é;1\n'],
    )
    assert.deepEqual(decoded.faults, [])
  })

  for (const bigEndian of [false, true])
    for (const mark of [false, true])
      it(`reads UTF-16 ${bigEndian ? 'BE' : 'LE'} ${mark ? 'with' : 'without'} mark`, () => {
        const decoded = decodeText(utf16('nom;âge\nÉlodie 🎈;3\n', bigEndian, mark))
        assert.deepEqual(
          [decoded.encoding, decoded.byteOrderMark, text(decoded.bytes)],
          [bigEndian ? 'utf-16be' : 'utf-16le', mark, 'nom;âge\nÉlodie 🎈;3\n'],
        )
      })

  it('takes text with a few NULs for text', () => {
    assert.equal(decodeText(utf8('nom;âge\nÉlodie;\0\nJean;\0\n')).encoding, 'utf-8')
  })

  it('lets the caller decide', () => {
    assert.equal(text(decodeText(utf8('é'), { encoding: 'latin1' }).bytes), 'Ã©')
    assert.equal(text(decodeText(latin('\x82'), { encoding: 'CP-850' }).bytes), 'é')
    assert.equal(decodeText(utf16('a', true, true), { encoding: 'utf-16' }).encoding, 'utf-16be')
    assert.equal(encodingLabel('shift_jis'), undefined)
    assert.equal(decodeText(utf8('é'), { encoding: 'shift_jis' }).encoding, 'utf-8')
  })

  it('shows the first character that is not ASCII, and its word', () => {
    const [fault] = decodeText(latin("id;objet\n1;l'\xe9t\xe9 2024\n")).faults
    assert.deepEqual(fault, {
      kind: 'legacy-encoding',
      encoding: 'windows-1252',
      span: { start: 13, end: 15 },
      sample: "l'été",
    })
  })

  it('calls a UTF-16 file of ASCII legacy, a windows-1252 file of ASCII not', () => {
    assert.equal(decodeText(utf16('a;b\n1;2\n', false, true)).faults[0]?.kind, 'legacy-encoding')
    assert.deepEqual(decodeText(latin('a;b\n'), { encoding: 'windows-1252' }).faults, [])
  })

  it('places broken bytes in a file that is otherwise UTF-8', () => {
    const file = new Uint8Array([...utf8('é;ok\n'), 0xe9, ...utf8(';à\n'), 0xe2, 0x80, ...utf8('x\nç')])
    const decoded = decodeText(file)
    assert.equal(text(decoded.bytes), 'é;ok\n\ufffd;à\n\ufffdx\nç')
    assert.deepEqual(decoded.faults, [
      { kind: 'broken-bytes', span: { start: 6, end: 9 }, bytes: [0xe9] },
      { kind: 'broken-bytes', span: { start: 13, end: 16 }, bytes: [0xe2, 0x80] },
    ])
    assert.deepEqual(decoded.reason, { because: 'mostly-utf-8', wellFormed: 3, illFormed: 2 })
  })

  it(`lists at most ${LISTED_FAULTS} broken sequences and keeps the others`, () => {
    const file = new Uint8Array(20_000).fill(0xff)
    const decoded = decodeText(file, { encoding: 'utf-8' })
    assert.deepEqual([decoded.faults.length, decoded.bytes.length], [LISTED_FAULTS, 60_000])
  })

  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    // Bytes that begin and continue sequences, so that every ill-formed one is met.
    fc
      .array(fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xff), {
        maxLength: 60,
      })
      .map(list => Uint8Array.from(list)),
    fc.string({ unit: 'binary' }).map(utf8),
  )
  const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', ...codePages, undefined)

  it('reads UTF-8 as WHATWG’s decoder does, wherever the bytes lie', () => {
    fc.assert(
      fc.property(bytes, fc.nat(7), (file, shift) => {
        const shifted = new Uint8Array(file.length + shift).subarray(shift)
        shifted.set(file)
        const marked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf
        const expected = new TextDecoder('utf-8', { ignoreBOM: !marked }).decode(file)
        assert.equal(text(decodeText(shifted, { encoding: 'utf-8' }).bytes), expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads UTF-16 as WHATWG’s decoder does', () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (file, bigEndian) => {
        const label = bigEndian ? 'utf-16be' : 'utf-16le'
        if ((file[0] === 0xfe && file[1] === 0xff) || (file[0] === 0xff && file[1] === 0xfe)) return
        assert.equal(text(decodeText(file, { encoding: label }).bytes), new TextDecoder(label).decode(file))
      }),
    )
  })

  it('gives the same bytes back when nothing is edited', () => {
    fc.assert(
      fc.property(bytes, encoding, (file, encoding) => {
        assert.deepEqual(encodeText(file, decodeText(file, { encoding }), []), { bytes: file })
      }),
      { numRuns: 1000 },
    )
  })

  it('touches only what is edited', () => {
    fc.assert(
      fc.property(
        bytes,
        encoding,
        fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.constantFrom('', 'x', 'été'))),
        (file, encoding, wanted) => {
          const decoded = decodeText(file, { encoding })
          // An edit may bring two broken halves together: their bytes stay, but they read anew.
          fc.pre(!decoded.faults.some(fault => fault.kind === 'broken-bytes'))
          const edits = placed(decoded.bytes, wanted)
          const encoded = encodeText(file, decoded, edits)
          assert.ok('bytes' in encoded)
          assert.equal(
            text(decodeText(encoded.bytes, { encoding: decoded.encoding }).bytes),
            edited(decoded.bytes, edits),
          )
        },
      ),
    )
  })

  it('keeps broken bytes beside an edit', () => {
    const file = new Uint8Array([...utf8('é;'), 0xe9, ...utf8(';1,5\n')])
    const encoded = encodeText(file, decodeText(file), [{ span: { start: 7, end: 10 }, text: '1.5' }])
    assert.deepEqual(encoded, { bytes: new Uint8Array([...utf8('é;'), 0xe9, ...utf8(';1.5\n')]) })
  })

  it('names the character that the encoding cannot write', () => {
    const file = latin('\xe9t\xe9')
    assert.deepEqual(encodeText(file, decodeText(file), atStart('prix : 1 ≠ 2')), { unwritable: '≠' })
    assert.deepEqual(encodeText(file, decodeText(file), atStart('12 € ')), { bytes: latin('12 \x80 \xe9t\xe9') })
  })
})

/** Edits at the borders of characters, in order and apart. */
function placed(bytes: Uint8Array, wanted: readonly (readonly [number, number, string])[]): readonly Edit[] {
  const borders = Array.from(bytes.keys()).filter(at => (bytes[at]! & 0xc0) !== 0x80)
  borders.push(bytes.length)
  const edits: Edit[] = []
  let from = 0
  for (const [skip, length, added] of wanted) {
    const start = from + (skip % 7)
    if (start + length >= borders.length) break
    edits.push({ span: { start: borders[start]!, end: borders[start + length]! }, text: added })
    from = start + length + 1
  }
  return edits
}

function atStart(added: string): readonly Edit[] {
  return [{ span: { start: 0, end: 0 }, text: added }]
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): string {
  let whole = ''
  let from = 0
  for (const { span, text: added } of edits) {
    whole += text(bytes.subarray(from, span.start)) + added
    from = span.end
  }
  return whole + text(bytes.subarray(from))
}
