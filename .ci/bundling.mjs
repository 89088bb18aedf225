import { bundledSchemas, bundledStructures } from './bundled-schemas.mjs'
import { kernel } from './kernel.mjs'

/** How esbuild makes one file of our sources, whoever asks. */
export const bundling = {
  bundle: true,
  target: 'es2022',
  loader: { '.md': 'text' },
  // esbuild leaves UMD packages unbundled by default.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [bundledSchemas, bundledStructures, kernel],
}
