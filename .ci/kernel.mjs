import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

let compiled

/** Compiles the kernel, once for all bundles, and puts it into them. */
export const kernel = {
  name: 'kernel',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/kernel\.wasm$/ }, ({ path }) => ({ path, namespace: 'kernel' }))
    onLoad({ filter: /.*/, namespace: 'kernel' }, async () => {
      compiled ??= compiledKernel()
      return { contents: await compiled, loader: 'binary' }
    })
  },
}

async function compiledKernel() {
  const folder = 'server/engine/kernel/wasm'
  const speed = ['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert']
  const plain = ['--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--initialMemory', '96']
  let binary
  const { error, stderr } = await asc.main([join(folder, 'index.ts'), '--outFile', 'kernel.wasm', ...speed, ...plain], {
    readFile: (name, base) => {
      const path = join(base, name)
      return existsSync(path) ? readFileSync(path, 'utf8') : null
    },
    writeFile(_name, contents) {
      binary = contents
    },
  })
  if (error) throw new Error(`the kernel does not compile:\n${stderr}`)
  return binary
}
