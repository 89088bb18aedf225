import { type Description, statements } from '../model/description'
import { unaccented } from '../model/fold'
import { statementRule } from './missing-statement'

/** Data that spoils, and no day after which it should no longer be used. */
export const missingExpiryDate = statementRule({
  id: 'missing-expiry-date',
  severity: 'information',
  preset: 'standard',
  concepts: ['expiry-date', 'timeliness'],
  aspect: 'expires',
  concerns: isPerishable,

  message: {
    fr: () =>
      'Ces données se périment (menus, travaux, horaires, alertes…) et la fiche ne dit pas quand : indiquez le jour après lequel il ne faut plus s’y fier.',
    en: () =>
      'This data spoils (menus, works, opening hours, alerts…) and the document does not say when: give the day after which nobody should rely on it.',
  },
})

const PERISHABLE =
  /\b(?:menus?|cantines?|travaux|chantiers?|horaires?|alertes?|agenda|evenements?|manifestations?|deviations?|arretes de circulation|places libres|opening hours|road ?works|alerts?|timetables?|events)\b/

function isPerishable(description: Description): boolean {
  return [...statements(description, 'title'), ...statements(description, 'keyword')].some(({ text }) =>
    PERISHABLE.test(unaccented(text)),
  )
}
