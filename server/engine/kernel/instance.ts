import wasm from './kernel.wasm'

let compiled: WebAssembly.Module | undefined

/** The kernel’s functions with a memory of their own; undefined where there is no WebAssembly with SIMD. */
export function newInstance(): WebAssembly.Exports | undefined {
  try {
    compiled ??= new WebAssembly.Module(wasm)
    return new WebAssembly.Instance(compiled).exports
  } catch {
    return undefined
  }
}
