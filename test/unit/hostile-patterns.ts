/** Patterns that hang a common engine, each with a value; `says` is what Vigie must say of it, the good rows apart. */
export const hostilePatterns: readonly {
  readonly name: string
  readonly pattern: string
  readonly good: string
  readonly value: string
  readonly says: 'pattern' | 'not-checked'
}[] = [
  { name: 'nested plus', pattern: '(a+)+$', good: 'aa', value: `${'a'.repeat(50_000)}!`, says: 'pattern' },
  { name: 'nested stars', pattern: '((a*)*)*b', good: 'aab', value: `${'a'.repeat(50_000)}!`, says: 'pattern' },
  {
    name: 'overlapping alternatives',
    pattern: '^(a|aa|a?)+$',
    good: 'a',
    value: `${'a'.repeat(50_000)}!`,
    says: 'pattern',
  },
  {
    name: 'neighbours that overlap',
    pattern: 'a*a*a*a*a*a*a*b',
    good: 'b',
    value: 'a'.repeat(50_000),
    says: 'pattern',
  },
  {
    name: 'too many states',
    pattern: '((a|b)+)+a(a|b){500}',
    good: `ba${'b'.repeat(500)}`,
    value: `${mixed(50_000)}!`,
    says: 'not-checked',
  },
  {
    name: 'counted counts',
    pattern: '(a{1,100}){1,100}',
    good: 'a',
    value: `${'a'.repeat(9_999)}!`,
    says: 'not-checked',
  },
  { name: 'a back-reference', pattern: '^(x+)+\\1$', good: 'xx', value: `${'x'.repeat(50_000)}!`, says: 'not-checked' },
  { name: 'a look-ahead', pattern: '(?=a)(a+)+$', good: 'aa', value: `${'a'.repeat(50_000)}!`, says: 'not-checked' },
  {
    name: '100 kB',
    pattern: '[a-f]'.repeat(20_000),
    good: 'f'.repeat(20_000),
    value: 'f'.repeat(20_001),
    says: 'pattern',
  },
  {
    name: '10,000 alternatives',
    pattern: words().join('|'),
    good: words().at(-1)!,
    value: words().join(''),
    says: 'pattern',
  },
]

/** A table and its schema in which one value meets the pattern, and one does not let itself be tried by backtracking. */
export function hostileTable({ pattern, good, value }: (typeof hostilePatterns)[number]) {
  const fields = [
    { name: 'code', type: 'string', constraints: { pattern } },
    { name: 'montant', type: 'number' },
  ]
  return { schema: JSON.stringify({ fields }), table: `code;montant\n${good};1\n${value};2\n${good};trois\n` }
}

function mixed(length: number): string {
  let state = 1
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state > 1_073_741_824 ? 'a' : 'b'
  }).join('')
}

function words(): string[] {
  return Array.from({ length: 10_000 }, (_, i) => `mot${i}`)
}
