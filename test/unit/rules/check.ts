import assert from 'node:assert/strict'
import type { CellRule } from '../../../server/engine/rules/rule'
import type { Column } from '../../../server/engine/model/table'

/**
 * What a cell rule makes of a value: `undefined` when it is silent, else what its fix writes: the value with `safe`
 * or `asked` before it, several with bars between, `no fix`. Both messages must show something.
 */
function verdict(rule: CellRule, column: Column, text: string, today?: string): string | undefined {
  const made = rule.check(column, today)
  if (!made) return undefined
  const facts = (typeof made === 'function' ? made : made.test)(text)
  if (facts === undefined) return undefined
  for (const language of ['fr', 'en'] as const) assert.match(rule.message[language](facts), /^\S.{20,}\.$/)
  const fixed = rule.fix?.(text, facts)
  if (fixed === undefined || (fixed.length === 0 && typeof fixed !== 'string')) return 'no fix'
  const isSafe = rule.safe === true || (typeof rule.safe === 'function' && rule.safe(facts))
  return `${isSafe ? 'safe' : 'asked'} ${typeof fixed === 'string' ? fixed : fixed.join(' | ')}`
}

/** A table of values and verdicts; a value whose verdict is `undefined` must stay silent. */
export function check(
  rule: CellRule,
  column: Column,
  expected: Readonly<Record<string, string | undefined>>,
  today?: string,
): void {
  assert.ok(Object.keys(expected).length > 0)
  const found = Object.fromEntries(Object.keys(expected).map(text => [text, verdict(rule, column, text, today)]))
  assert.deepEqual(found, expected)
}
