import { absolute } from '../files/disk'
import { foldersAt } from '../mcp/folders'
import { groundsIn } from '../mcp/grounds'
import { serveAgents } from '../mcp/serve'
import type { Order } from './options'
import type { Complain } from './inputs'

/** Serves agents over standard input and output, in the folders named or the one that it is started in. */
export async function mcpCommand(order: Order, complain: Complain): Promise<void> {
  // Paths are read from the first folder soon.
  const config = order.config === undefined ? undefined : absolute(order.config)
  const folders = await foldersAt(order.paths.length === 0 ? ['.'] : order.paths)
  if ('problem' in folders) return complain(folders.problem, 'serious')
  serveAgents({
    language: order.language,
    grounds: groundsIn(folders, { ...order, paths: [], ...(config !== undefined && { config }) }),
    complain: problem => complain(problem, 'mild'),
  })
}
