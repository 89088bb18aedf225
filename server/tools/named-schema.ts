import { isAddress } from '../described/files'
import { bundledSchema } from '../engine/schema/catalogue'
import type { Problem } from '../files/files'
import type { Refusal } from './grounds'

type Placed = { readonly path: string } | Refusal

/** A schema as the search for schemas takes it; `placed` finds the path of a file. An address would have to be fetched. */
export async function namedSchema(written: string, placed: (path: string) => Promise<Placed>): Promise<Placed> {
  if (written === 'none' || bundledSchema(written)) return { path: written }
  if (isAddress(written)) return { problem: offline(written) }
  const place = await placed(written)
  // It looks like a name of the catalogue.
  return 'problem' in place && /^[\w-]+\/[\w-]+$/.test(written) ? { problem: noSchema(written) } : place
}

function noSchema(name: string): Problem {
  return {
    fr: `Ni le catalogue ni le dossier n’ont de schéma ${name} ; vigie_schema en cherche.`,
    en: `Neither the catalogue nor the folder has a schema ${name}; vigie_schema looks for some.`,
  }
}

function offline(address: string): Problem {
  return {
    fr: `${address} n’est pas lu : ce serveur n’ouvre aucune connexion. Enregistrez le schéma dans le dossier et donnez son chemin.`,
    en: `${address} is not read: this server opens no connection. Save the schema in the folder and give its path.`,
  }
}
