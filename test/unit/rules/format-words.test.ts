import assert from 'node:assert/strict'
import { breachInWords } from '../../../server/engine/rules/breach-words'
import { formatInWords } from '../../../server/engine/rules/format-words'

describe('the formats of JSON Schema in sentences', () => {
  const said = ['date', 'date-time', 'time', 'duration', 'email', 'uri', 'hexBinary']
  for (const language of ['fr', 'en'] as const)
    it(`are told as what is to be written, in ${language}`, () => {
      for (const format of said) assert.doesNotMatch(formatInWords(language, format), /format/, format)
      assert.match(formatInWords(language, 'idn-hostname'), /format idn-hostname$/)
      assert.match(breachInWords(language, { kind: 'format', format: 'date' }, '“x”'), /2024-03-05\.$/)
    })
})
