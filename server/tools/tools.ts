import { explainTool } from './explain-tool'
import { fixTool } from './fix-tool'
import { lintTool } from './lint-tool'
import { profileTool } from './profile-tool'
import { schemaTool } from './schema-tool'
import type { Tool } from './tool'

/** All that an agent may ask for. */
export const toolsInOrder: readonly Tool[] = [lintTool, fixTool, profileTool, explainTool, schemaTool]
