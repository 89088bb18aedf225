import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readTree } from '../../../server/engine/json/read'
import { type Flaw, type Node, nodeAt, nodeOver, pointerOf, type Tree } from '../../../server/engine/model/tree'

const encoder = new TextEncoder()
const read = (text: string): Tree => readTree(encoder.encode(text))

/** `kind` and the bytes it marks, for each flaw. */
function told(text: string): string[] {
  const bytes = Buffer.from(text)
  return read(text).flaws.map(({ kind, span }: Flaw) => `${kind} ${bytes.subarray(span.start, span.end)}`)
}

describe('JSON is read', () => {
  it('as JSON.parse reads it, every value where it lies', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        const bytes = encoder.encode(text)
        const tree = readTree(bytes)
        assert.ok(tree.flaws.every(({ kind }) => kind === 'prototype-key'))
        assert.deepEqual(tree.root?.value, JSON.parse(text))
        for (const node of allOf(tree.root!)) {
          const { start, end } = node.span
          assert.deepEqual(
            JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))),
            node.value,
          )
          assert.equal(nodeAt(tree, pointerOf(node)), node)
          assert.equal(pointerOf(nodeOver(tree, start)!), pointerOf(node))
        }
      }),
    )
  })

  it('whatever the text is, and never throws', () => {
    const bits = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      'a',
      '1',
      '-',
      '.',
      '\\',
      '\n',
      ' ',
      '//',
      '/*',
      '*/',
      'é',
      'true',
      '\u0001',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), parts => {
        const text = parts.join('')
        const { root, flaws } = read(text)
        const isJson = parses(text)
        assert.equal(
          flaws.filter(({ kind }) => !['duplicate-key', 'prototype-key', 'huge-number'].includes(kind)).length === 0,
          isJson,
          text,
        )
        if (isJson) assert.deepEqual(root?.value, JSON.parse(text))
        const length = encoder.encode(text).length
        for (const { span } of [...(root ? allOf(root) : []), ...flaws])
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= length, text)
      }),
      { numRuns: 2_000 },
    )
  })

  const meant: readonly (readonly [text: string, value: unknown, ...flaws: string[]])[] = [
    ['\uFEFF{"a":1}', { a: 1 }],
    ['{"a":1,}', { a: 1 }, 'trailing-comma ,'],
    ['[1,2,]', [1, 2], 'trailing-comma ,'],
    ['[1 2]', [1, 2], 'missing-comma 2'],
    ['[1,,2]', [1, 2], 'stray-sign ,'],
    ['{"a" 1}', { a: 1 }, 'missing-colon "'],
    ['{"a":}', { a: null }, 'missing-value "a"'],
    ['// ah\n[/* oh */1]', [1], 'comment // ah', 'comment /* oh */'],
    ["{'a':'b'}", { a: 'b' }, "single-quoted-key 'a'", "single-quotes 'b'"],
    ['{a:1}', { a: 1 }, 'unquoted-key a'],
    ['{"a":"dite "B" ici","c":1}', { a: 'dite "B" ici', c: 1 }, 'unescaped-quote "dite "B" ici"'],
    ['["l"été", "b"]', ['l"été', 'b'], 'unescaped-quote "l"été"'],
    ['{"a"b":1}', { 'a"b': 1 }, 'unescaped-quote "a"b"'],
    ['{"a":"x"b:1}', { a: 'x', b: 1 }, 'missing-comma b', 'unquoted-key b'],
    ['{"a":"x, "b":1}', { a: 'x', b: 1 }, 'missing-quote "x'],
    ['{"a":"x" , "b":"y , "c":1}', { a: 'x', b: 'y', c: 1 }, 'missing-quote "y'],
    ['["a\n]', ['a'], 'unclosed-string "a'],
    ['{"a":[1}', { a: [1] }, 'unclosed-bracket ['],
    ['[1', [1], 'unclosed-bracket ['],
    ['[1}]', [1], 'stray-sign }'],
    ['{"a":[{"b":1]},{"c":2}],"d":3}', { a: [{ b: 1 }, { c: 2 }], d: 3 }, 'stray-sign ]'],
    ['{"a":{"b":[1,"]"}]},"c":2}', { a: { b: [1, ']'] }, c: 2 }, 'stray-sign }'],
    ['{"a":[1,2},"b":3}', { a: [1, 2], b: 3 }, 'unclosed-bracket ['],
    ['{"a":[{"b":1],"c":2}', { a: [{ b: 1 }], c: 2 }, 'unclosed-bracket {'],
    ['[1] 2', [1], 'text-after 2'],
    ['', undefined, 'empty '],
    ['[NaN]', [null], 'unknown-word NaN'],
    ['[.5, +1, 2.]', [0.5, 1, 2], 'bad-number .5', 'bad-number +1', 'bad-number 2.'],
    [String.raw`["\q\u00e9"]`, [String.raw`\qé`], String.raw`bad-escape \q`],
    ['["\t"]', ['\t'], 'control-character \t'],
    ['{"a":1,"a":2}', { a: 2 }, 'duplicate-key "a"'],
    ['[-1e400]', [-Infinity], 'huge-number -1e400'],
  ]
  for (const [text, value, ...flaws] of meant)
    it(`as meant: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(text).root?.value, value)
      assert.deepEqual(told(text), flaws)
    })

  it('and tells where it is in doubt what the text means', () => {
    assert.deepEqual(inDoubt('{a:[1,],}'), [false, false, false])
    assert.deepEqual(inDoubt('{a:None,}'), [false, false, false])
    assert.deepEqual(inDoubt('{a:oui,}'), [true, true, true])
    assert.deepEqual(inDoubt('{a:[1,}'), [true, true, true])
    assert.deepEqual(inDoubt('{"a":"x, "b":1,}'), [true, true])
    // Of many flaws only the first are told.
    assert.ok(inDoubt(`[${'[1,],'.repeat(200)}oui]`).every(Boolean))
  })

  it('with a member named __proto__ as one of its own', () => {
    const { root } = read('{"__proto__":{"a":1}}')
    assert.deepEqual(Object.keys(root!.value as object), ['__proto__'])
    assert.equal((root!.value as { a?: number }).a, undefined)
  })

  it('however deep it is nested, closed or not', () => {
    const deep = 100_000
    for (const text of [
      '['.repeat(deep) + ']'.repeat(deep),
      '{"a":'.repeat(deep),
      '['.repeat(deep) + '}'.repeat(deep),
    ]) {
      const tree = read(text)
      const inner = nodeOver(tree, deep)!
      assert.ok(pointerOf(inner).length > deep / 10)
    }
  })

  it('in linear time', () => {
    // Were each looked for from the beginning, they would be read for minutes.
    const count = 400_000
    assert.equal(readTree(encoder.encode(`[${'{"a":"b",},'.repeat(count)}`)).root!.children.length, count)
    assert.ok(readTree(encoder.encode(`["${'a"b '.repeat(count)}`)).flaws.length > 0)
  })
})

function inDoubt(text: string): readonly boolean[] {
  return read(text).flaws.map(({ isDoubtful = false }) => isDoubtful)
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function* allOf(node: Node): Generator<Node> {
  yield node
  for (const child of node.children) yield* allOf(child)
}
