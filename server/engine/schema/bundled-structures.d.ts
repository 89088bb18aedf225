/** Made by the build from the files `schemas/<name>.schema.json`: each as JSON text. */
declare module 'bundled-structures' {
  const structures: Readonly<Record<string, () => string>>
  export default structures
}
