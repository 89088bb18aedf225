/** What `.ci/build.mjs` compiles from the folder `wasm`. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>
  // oxlint-disable-next-line import/no-default-export -- as esbuild hands over a file
  export default bytes
}
