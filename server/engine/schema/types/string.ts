import { accepting } from '../../model/accept'
import type { Reading, Spelling } from './reading'

// RFC 5321's dot-string of at most 64 characters before the at sign; after it a host name with at least one dot.
const EMAIL =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i
// RFC 3986's shape; the letters of all languages, as web addresses are really written (RFC 3987). Only file: may have no host.
const URI =
  /^(?:file:\/\/\/[^\s<>"]*|[a-z][a-z\d+.-]*:(?:\/\/[^\s<>"/][^\s<>"]*|[^\s<>"/][^\s<>"]*|\/(?!\/)[^\s<>"]*))$/i
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/

/** Text, or text of one of the formats of Table Schema. */
export function string({ format }: Spelling): Reading | undefined {
  if (format === 'default') return { read: text => text, accept: accepting({ is: 'any' }, () => true) }
  if (format === 'email') return matching(EMAIL)
  if (format === 'uri') return { ...matching(URI), accept: acceptWebAddress }
  if (format === 'uuid') return matching(UUID)
  if (format === 'binary') return matching(BASE64)
  return
}

function matching(expression: RegExp): Reading {
  return { read: text => (expression.test(text) ? text : undefined) }
}

/** True for `http://` or `https://` followed by visible ASCII that no address forbids. */
function acceptWebAddress(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== 104 || bytes[from + 1] !== 116 || bytes[from + 2] !== 116 || bytes[from + 3] !== 112) return false
  let at = from + (bytes[from + 4] === 115 ? 5 : 4)
  if (bytes[at] !== 58 || bytes[at + 1] !== 47 || bytes[at + 2] !== 47 || bytes[at + 3] === 47) return false
  at += 3
  if (at >= to) return false
  for (; at < to; at++) {
    const byte = bytes[at]!
    if (byte < 33 || byte > 126 || byte === 34 || byte === 60 || byte === 62) return false
  }
  return true
}
