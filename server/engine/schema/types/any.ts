import { accepting } from '../../model/accept'
import type { Reading } from './reading'

/** Whatever is written, as text. */
export function any(): Reading {
  return { read: text => text, accept: accepting({ is: 'any' }, () => true) }
}
