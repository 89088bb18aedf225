import { unaccented } from '../model/fold'

/** What two spellings of one category have in common; empty for a text with fewer than two letters. */
export function sameCategory(text: string): string {
  const plain = unaccented(text)
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    // Between two digits a mark matters: 1-2 is not 12.
    .replace(/(?<=\d)[\s\p{Pd}_.,:;](?=\d)/gu, '|')
    // The s of most plurals, not that of a short word such as “cours”.
    .replace(/(?<=\p{L}{5})s(?!\p{L})/gu, singular)
    .replace(/[\s\p{Pd}_'’‘ʼ`".,:;!?()«»\u200B\uFEFF]/gu, '')
  return /\p{L}.*\p{L}/u.test(plain) ? plain : ''
}

/** Nothing in place of an s, but the letter itself behind initials, which have no vowel. */
function singular(letter: string, at: number, text: string): string {
  return /[aeiouy]/.test(/\p{L}+$/u.exec(text.slice(0, at))![0]) ? '' : letter
}
