import { unaccented } from './fold'

/**
 * Whose a mailbox is, as far as its address tells: `named` after a person; at a provider of private mailboxes `given`
 * where it begins with a first name, else `private`; `unknown` for one word at any other domain; `functional` for that
 * of a service.
 */
export type Mailbox = (typeof mailboxes)[number]

/** From the most telling to the least. */
const mailboxes = ['named', 'given', 'private', 'unknown', 'functional'] as const

/** The addresses in a text, told apart; the most telling first. */
export function mailboxIn(text: string): Mailbox | undefined {
  if (!text.includes('@')) return undefined
  const found = new Set(Array.from(text.matchAll(ADDRESS), ([, local = '', domain = '']) => mailboxOf(local, domain)))
  return mailboxes.find(is => found.has(is))
}

const ADDRESS =
  /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]{1,64})@((?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24})(?![\p{L}\p{N}])/gu

/** The person whom a misspelt address in a text names: of one without a whole domain, with two `@` or with spaces about it. */
export function namedInMisspelt(text: string): 'named' | 'given' | undefined {
  const [, local, domain] = MISSPELT.exec(text) ?? []
  const is = local && domain ? mailboxOf(local, domain) : undefined
  return is === 'named' || is === 'given' ? is : undefined
}

const MISSPELT =
  /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]{1,64})\s?@[@\s]?\s?((?:[\p{L}\p{N}-]{1,63}\.{1,2}){0,6}\p{L}[\p{L}\p{N}-]{1,62})/u

function mailboxOf(local: string, domain: string): Mailbox {
  const parts = unaccented(local).split(/[._+-]+/)
  const names = unaccented(domain).split('.')
  if (parts.some(part => FUNCTIONS.has(part) || HOLDS.test(part))) return 'functional'
  // “leclub@leclub.example” is the mailbox of the club.
  if (names.some(name => name.length > 3 && (name === parts.join('') || name === parts.join('-')))) return 'functional'
  if (isNamed(parts) && (/[._]/.test(local) || parts.some(isFirstName))) return 'named'
  if (PROVIDERS.has(names[0] ?? '')) return beginsWithFirstName(parts[0] ?? '') ? 'given' : 'private'
  return parts.length === 1 ? 'unknown' : 'functional'
}

/** A first name or its initial, and a family name. */
function isNamed(parts: readonly string[]): boolean {
  if (parts.length < 2 || parts.length > 3 || parts.some(part => !/^[a-z]+\d{0,2}$/.test(part))) return false
  return parts.some(part => part.length > 2) && !parts.some(part => PARTICLES.has(part)) && parts.at(-1)!.length > 1
}

/** An initial, or one of the commonest first names: a hyphen stands in the names of places and clubs as often. */
function isFirstName(part: string): boolean {
  return part.length === 1 || FIRST_NAMES.has(part.replace(/\d+$/, ''))
}

/** As in `jeannemoulin35`; a short one begins other words too. */
function beginsWithFirstName(part: string): boolean {
  return [5, 6, 7, 8, 9].some(length => FIRST_NAMES.has(part.slice(0, length)))
}

const FIRST_NAMES = new Set(
  (
    'agnes alain albert alexandre alice amandine andre anne anthony antoine arnaud arthur audrey aurelie baptiste ' +
    'beatrice benjamin benoit bernard bertrand brigitte bruno camille carole caroline catherine cecile cedric chantal ' +
    'charles charlotte christelle christian christine christophe claire claude claudine clement colette corinne ' +
    'damien daniel danielle david delphine denis denise didier dominique edouard elisabeth elodie emilie emma ' +
    'emmanuel eric estelle evelyne fabien fabrice fatima fatiha florence florian francis franck francois francoise ' +
    'frederic gabriel genevieve georges gerard ghislaine gilbert gilles guillaume guy helene henri herve hugo ines ' +
    'isabelle jacqueline jacques jean jeanne jeannine jerome joel josiane julie julien karim karine kevin laetitia ' +
    'laura laure laurence laurent lea leo lionel louis louise luc lucas lucie ludovic marc marcel marguerite maria ' +
    'marie marina marine marion martin martine mathieu matthieu maxime melanie michel michele mireille mohamed ' +
    'monique muriel myriam nadia nadine nathalie nicolas nicole noel odile olivier pascal pascale patrice patricia ' +
    'patrick paul paulette pauline philippe pierre quentin rachid raphael raymond regine rene romain sabrina samir ' +
    'samuel sandrine sarah sebastien serge simon simone solange sonia sophie stephane stephanie suzanne sylvain ' +
    'sylvie theo thierry thomas valerie vanessa vincent virginie viviane xavier yann yannick yves yvette yvonne'
  ).split(' '),
)

const PROVIDERS = new Set(
  (
    'gmail googlemail orange wanadoo free hotmail outlook live msn yahoo ymail laposte sfr neuf cegetel bbox icloud me aol ' +
    'numericable noos club-internet aliceadsl gmx protonmail proton mailo tutanota'
  ).split(' '),
)

/** Small words of the names of places and services. */
const PARTICLES = new Set('saint sainte st ste le la les l d de du des sur sous en et aux au the of'.split(' '))

const FUNCTIONS = new Set(
  (
    'contact contacts info infos information informations mairie mairies accueil secretariat secretaire direction directeur directrice dir ' +
    'administration administratif admin webmaster web site service services communication com compta comptabilite facturation ' +
    'finances finance budget rh drh recrutement dpo rgpd cnil presse urbanisme urba ads etat civil etatcivil population ecole ' +
    'ecoles college lycee creche creches mediatheque bibliotheque biblio ludotheque musee galerie theatre cinema conservatoire piscine ' +
    'sport sports culture jeunesse enfance petite periscolaire scolaire education cantine restauration tourisme office ot ' +
    'ccas cias mjc maison espace espaces centre association asso assoc club comite amicale foyer bureau elus elu cabinet ' +
    'maire president presidence adjoint dgs dga dst dsi technique techniques environnement dechets dechetterie decheterie ' +
    'eau assainissement voirie proprete marche marches achats achat commande juridique assistance support help helpdesk ' +
    'hotline sav bonjour hello reservation reservations resa billetterie boutique magasin commercial commerce commerces ' +
    'ventes vente newsletter noreply reply nepasrepondre opendata data donnees donnee sig geomatique informatique numerique ville ' +
    'village commune agglo agglomeration metropole departement region prefecture cdg syndicat agence police pm pompiers ' +
    'sdis hopital ehpad residence pharmacie standard courrier boite mail email demande demandes inscription inscriptions ' +
    'concertation consultation participation habitat logement solidarites social sociale sante vie associative archives ' +
    'equipe team formation emploi parc port gare camping hotel restaurant ferme mission missions mediation pole antenne guichet ' +
    'relais rpe ram signalement proximite transports transport mobilite velo stationnement energie energies patrimoine ' +
    'batiment batiments verts vert jardins cimetiere fourriere ce uai spectacle spectacles congres culturel culturelle ' +
    'artistique animation animations billeterie opera orchestre festival'
  ).split(' '),
)

/** Words that stand in one piece with others: before the name of a place, as in `mairieplouvien`, or anywhere. */
const HOLDS =
  /^(?:tourd[eu]|marched[eu]|salond[eu]|foired[eu]|fetesd?e?|festival|forum|carnaval|mairie|ville|commune|contact|accueil|secretariat|service|ecole|mediatheque|biblio|asso|club|comite|office|ccas|opendata|info|dpo|maisond[eu]|chateaud[eu]|moulind[eu]|fermed[eu]|manoird[eu]|domained[eu]|auberged[eu]|hotel(?![il])|gites?(?:d[eu]|les?|la)|lesgites|amisd[eu]|lesamis|union|patrimoine|semaphore|tennis|petanque|chorale)|theatre|cinema|camping|tourisme|musee|orchestre/
