import { tableRule } from './rule'

/** What is said when a rule of ours fails, so that no silence is taken for a clean file. */
export const internalError = tableRule<{ readonly rule: string; readonly reason: string }>({
  id: 'internal-error',
  severity: 'warning',
  preset: 'essentiel',
  concepts: ['validity'],

  *check() {},

  message: {
    fr: ({ rule, reason }) =>
      `La règle « ${rule} » s’est arrêtée sur une erreur de Vigie (${reason}) : ses constats manquent ici, merci de le signaler.`,
    en: ({ rule, reason }) =>
      `The rule “${rule}” stopped on an error of Vigie’s own (${reason}): its findings are missing here, please report it.`,
  },
})
