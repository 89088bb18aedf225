import { unaccented } from './fold'

const BRACKETS = /^(?:\([^()]{1,40}\)|\[[^[\]]{1,40}\]|<[^<>]{1,40}>|\{[^{}]{1,40}\})$/

const TYPES =
  /^(?:textes?|text|chaine(?: de caracteres)?|caracteres?|string|str|varchar2?(?: ?\(\d+\))?|char(?: ?\(\d+\))?|nombre(?: entier| decimal| reel)?|numeri(?:que|c)|number|entier|integer|int|bigint|decimal|reel|float|double|flottant|date(?: ?(?:et )?heure)?|datetime|timestamp|time|booleen|boolean|bool|alphanumerique|uuid|geopoint|xsd?:\w+|a{2,4}-mm-j{1,2}|y{2,4}-mm-d{1,2}|jj\/mm\/a{2,4}|dd\/mm\/y{2,4})$/

const UNITS =
  /^(?:(?:en |unite ?: ?)?(?:€|k€|m€|eur|euros?|milliers d.euros|millions? d.euros|%|‰|pourcentages?|m|m[23]|km2?|cm|mm|ha|hectares?|litres?|kg|tonnes?|[kmg]?wh?|kva|°c|hab|habitants?|min|minutes?|secondes?|heures?|jours?|mois|annees?|metres?|kilometres?|tco2e?|(?:€|eur|euros?) ?\/ ?\w+|μg\/m3))\.?$/

/** Whether a text says what the values of a column are, a type, a unit, a layout, rather than being one of them. */
export function describesValues(text: string): boolean {
  const written = text.trim()
  // No such text begins as most values do, and these expressions are long.
  if (text.length > LONGEST || /^\d/.test(written)) return false
  if (BRACKETS.test(written)) return true
  const plain = unaccented(written).trim()
  return TYPES.test(plain) || UNITS.test(plain)
}

const LONGEST = 42

const PLACEHOLDER =
  /^(?:n\.?[acdrs]\.?|n\/[acd]|null|none|nan|inconnue?s?|neant|aucune?|sans objet|non (?:renseigne|communique|disponible|concerne|applicable|defini|connu)e?s?|a (?:completer|definir|preciser)|[-–—?.…/\s]+)$/

/** Whether a text stands where a value is not known. */
export function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && PLACEHOLDER.test(unaccented(text).trim())
}
