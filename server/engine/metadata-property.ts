import type { Structure } from './schema/structure'

/** A property by its name, or by the name that another prefix gives it: `dcterms:title` is `dct:title`. */
export function propertyNamed(properties: Readonly<Record<string, Structure>>, name: string): Structure | undefined {
  if (Object.hasOwn(properties, name)) return properties[name]
  const local = localName(name)
  const known = Object.keys(properties).find(key => key.includes(':') && localName(key) === local)
  return known === undefined ? undefined : properties[known]
}

function localName(name: string): string {
  return /[^:/#]*$/.exec(name)![0]
}
