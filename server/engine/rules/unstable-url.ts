import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { treeRule } from './rule'

type Why = 'local' | 'session' | 'shared' | 'dated' | 'insecure'

/** An address that will soon lead nowhere, or only leads some people somewhere. */
export const unstableUrl = treeRule<{ readonly url: string; readonly why: Why }>({
  id: 'unstable-url',
  severity: ({ why }) => (why === 'local' ? 'warning' : 'information'),
  preset: 'standard',
  concepts: ['stable-url'],

  *check({ descriptions }) {
    for (const { resources } of descriptions)
      for (const { paths } of resources)
        for (const { node, text } of paths) {
          const why = reason(text)
          if (why) yield { pointer: pointerOf(node), facts: { url: shownUrl(text), why } }
        }
  },

  message: {
    fr: ({ url, why }) => `L’adresse ${shown.fr(url)} ${SAID.fr[why]}`,
    en: ({ url, why }) => `The address ${shown.en(url)} ${SAID.en[why]}`,
  },
})

const SAID: Readonly<Record<'fr' | 'en', Readonly<Record<Why, string>>>> = {
  fr: {
    local: 'ne mène quelque part que depuis cette machine ou ce réseau : donnez une adresse publique.',
    session: 'contient un jeton ou une session qui expirera : donnez une adresse qui vaut pour tous et dure.',
    shared:
      'est un lien de partage, qui cesse quand le dossier bouge ou que son propriétaire part : publiez le fichier.',
    dated:
      'porte une date : elle changera à la prochaine mise à jour ; donnez une adresse qui mène toujours à la dernière version.',
    insecure: 'n’est pas chiffrée (http) : des navigateurs la refusent ; donnez celle en https.',
  },
  en: {
    local: 'leads somewhere only from this machine or network: give a public address.',
    session: 'holds a token or a session that will expire: give an address that holds for everyone and lasts.',
    shared: 'is a sharing link, which ends when the folder moves or its owner leaves: publish the file.',
    dated: 'bears a date: it will change with the next update; give an address that always leads to the last version.',
    insecure: 'is not encrypted (http): some browsers refuse it; give the one in https.',
  },
}

const REASONS: readonly (readonly [Why, RegExp])[] = [
  [
    'local',
    /^(?:https?:\/\/(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[^/.:]+(?:[:/]|$))|file:|\\\\|[a-z]:\\)/i,
  ],
  [
    'session',
    /[?&;](?:token|access_token|sessionid|session|sid|jsessionid|phpsessid|sig|signature|expires|x-amz-[a-z-]+)=/i,
  ],
  [
    'shared',
    /^https?:\/\/(?:[\w-]+\.sharepoint\.com|drive\.google\.com|docs\.google\.com|1drv\.ms|onedrive\.live\.com|(?:www\.)?dropbox\.com|we\.tl|wetransfer\.com)\//i,
  ],
  [
    'dated',
    /^https?:\/\/(?!static\.data\.gouv\.fr).*[-_/](?:20\d\d[-_]?(?:0\d|1[0-2])[-_]?(?:[0-2]\d|3[01]))[^/]*\.[a-z]{2,7}$/i,
  ],
  ['insecure', /^http:/i],
]

function reason(url: string): Why | undefined {
  return REASONS.find(([, pattern]) => pattern.test(url))?.[0]
}

/** Without what may be a secret. */
function shownUrl(url: string): string {
  return url.replace(/[?#].*$/, '')
}
