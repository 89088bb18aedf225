import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodePlatform } from './editor/node-platform'
import { refusing } from './editor/refusal'
import { serve } from './editor/session'

// The door on a desktop: `--stdio`, `--node-ipc`, `--socket=` or `--pipe=` say how the client talks.

serve(createConnection(ProposedFeatures.all, { messageStrategy: refusing() }), nodePlatform)
