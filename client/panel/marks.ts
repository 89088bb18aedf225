import type { Shown } from '../../server/protocol'
import { element } from './dom'
import { say } from './words'

type Severity = Shown['severity']

const icons: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', information: '●', hint: '◆' }

/** The icon of a severity, for the eye only. */
export function icon(severity: Severity, className: string = severity): HTMLElement {
  return element('span', { class: className, 'aria-hidden': 'true' }, icons[severity])
}

/** A severity for the eye and the ear: its icon, and its name before what is said. */
export function severityMark(severity: Severity, className?: string): readonly HTMLElement[] {
  return [icon(severity, className), element('span', { class: 'unseen' }, say.severities[severity] + say.colon)]
}
