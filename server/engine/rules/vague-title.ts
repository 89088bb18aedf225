import { type Description, statements } from '../model/description'
import { unaccented } from '../model/fold'
import { shown } from '../model/shown'
import { pointerOf } from '../model/tree'
import { additions, type Missing, missing } from './missing-statement'
import { type TreeFinding, treeRule } from './rule'

type Vague = { readonly kind: 'generic' | 'short' | 'file-name'; readonly title: string }

/** A title that would not tell a stranger what the data is about. */
export const vagueTitle = treeRule<Missing | Vague>({
  id: 'vague-title',
  severity: facts => (facts.kind === 'missing' ? 'error' : 'warning'),
  preset: 'essentiel',
  concepts: ['metadata'],

  *check({ descriptions }) {
    for (const description of descriptions) {
      yield* missing(description, 'title')
      yield* vague(description)
    }
  },

  message: {
    fr: facts =>
      facts.kind === 'missing'
        ? 'La fiche n’a pas de titre : personne ne trouvera ces données ; dites-y le sujet, le territoire et la période.'
        : facts.kind === 'file-name'
          ? `Le titre ${shown.fr(facts.title)} est un nom de fichier : écrivez le sujet, le territoire et la période, comme un habitant les chercherait.`
          : `Le titre ${shown.fr(facts.title)} ne dit pas de quoi il s’agit : ajoutez le sujet, le territoire et la période.`,
    en: facts =>
      facts.kind === 'missing'
        ? 'The document has no title: nobody will find this data; let it tell subject, territory and period.'
        : facts.kind === 'file-name'
          ? `The title ${shown.en(facts.title)} is the name of a file: write subject, territory and period, as a resident would look for them.`
          : `The title ${shown.en(facts.title)} does not tell what this is: add subject, territory and period.`,
  },

  choices: facts => (facts.kind === 'missing' ? additions(facts) : []),
})

function* vague(description: Description): Generator<TreeFinding<Vague>> {
  for (const { node, text } of statements(description, 'title')) {
    const kind = FILE_NAME.test(text)
      ? 'file-name'
      : isGeneric(text)
        ? 'generic'
        : text.length < 10
          ? 'short'
          : undefined
    if (kind) yield { pointer: pointerOf(node), facts: { kind, title: text } }
  }
}

const FILE_NAME = /^\S+\.(?:csv|xlsx?|ods|json|geojson|zip|txt|pdf)$|^[a-z\d]+(?:_[a-z\d]+){2,}$/i

/** Words that say that it is data, and nothing of what it is about. */
const GENERIC = new Set(
  'liste listes list export exports donnees data dataset jeu jeux de des du la le les l d fichier fichiers file files tableau table tables base bdd extraction extract open opendata csv excel test essai nouveau nouvelle version v final finale annee the of'.split(
    ' ',
  ),
)

function isGeneric(title: string): boolean {
  const words = unaccented(title)
    .split(/[^a-z]+/)
    .filter(Boolean)
  return words.length > 0 && words.every(word => GENERIC.has(word))
}
