import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodePlatform } from './node-platform'
import { refusing } from './refusal'
import { serve } from './session'

// The door on a desktop: `--stdio`, `--node-ipc`, `--socket=` or `--pipe=` say how the client talks.

serve(createConnection(ProposedFeatures.all, { messageStrategy: refusing() }), nodePlatform)
