import { absolute } from '../disk'
import { groundsOf } from '../mcp/grounds'
import { serveAgents } from '../mcp/serve'
import type { Order } from '../options'
import type { Complain } from './inputs'

/** Serves agents over standard input and output, in the folders named or the one that it is started in. */
export async function mcpCommand(order: Order, complain: Complain): Promise<void> {
  // Paths are read from the first folder soon.
  const config = order.config === undefined ? undefined : absolute(order.config)
  const grounds = await groundsOf(order.paths.length === 0 ? ['.'] : order.paths)
  if ('problem' in grounds) return complain(grounds.problem, 'serious')
  serveAgents({
    order: { ...order, paths: [], ...(config !== undefined && { config }) },
    grounds,
    complain: problem => complain(problem, 'mild'),
  })
}
