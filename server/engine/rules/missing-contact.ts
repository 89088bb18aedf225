import { type Description, statements } from '../model/description'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { type TreeFinding, treeRule } from './rule'

type Personal = { readonly kind: 'personal'; readonly host: string }

/** Nobody to write to, or only a person who will leave. The address itself is never shown: it is personal data. */
export const missingContact = treeRule<Missing | Personal>({
  id: 'missing-contact',
  severity: 'warning',
  preset: 'standard',
  concepts: ['succession'],

  *check({ descriptions }) {
    for (const description of descriptions) {
      yield* missing(description, 'contact')
      yield* personal(description)
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'missing'
        ? 'La fiche ne dit pas à qui écrire : donnez l’adresse d’un service, qui reste quand les personnes partent.'
        : `Le seul contact est l’adresse d’une personne chez ${shown.fr(facts.host)} : le jour où elle part, plus personne ne répond ; donnez celle d’un service.`,
    en: facts =>
      facts.kind === 'missing'
        ? 'The document does not say whom to write to: give the address of an office, which stays when people leave.'
        : `The only contact is the address of a person at ${shown.en(facts.host)}: the day they leave nobody answers any more; give that of an office.`,
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})

function* personal(description: Description): Generator<TreeFinding<Personal>> {
  const said = statements(description, 'contact')
  const [first] = said
  if (!first || !said.every(({ text }) => isPersonal(text))) return
  yield {
    pointer: pointerOf(first.node),
    facts: { kind: 'personal', host: first.text.slice(first.text.indexOf('@') + 1) },
  }
}

/** Words with which the mailboxes of offices begin. */
const OFFICE =
  /^(?:mailto:)?(?:open|opendata|data|donnees?|sig|geo|service|direction|dir|pole|mairie|ville|contact|accueil|info|support|bureau|cellule|mission|equipe|secretariat|webmaster|communication|service|observatoire|departement|region|metropole|agglo|statistiques?|team|no)\b/i

/** `prenom.nom@…`: two words of letters, the first of which is none of an office. */
function isPersonal(text: string): boolean {
  return /^(?:mailto:)?[a-zà-ÿ]{2,}(?:-[a-zà-ÿ]+)?\.[a-zà-ÿ]{2,}(?:-[a-zà-ÿ]+)?@/i.test(text) && !OFFICE.test(text)
}
