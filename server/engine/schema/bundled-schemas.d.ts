/** Made by the build from the files `schemas/<owner>/<name>.json`, in the order of their ids. */
declare module 'bundled-schemas' {
  const entries: readonly {
    readonly id: string
    readonly version: string
    readonly title: { readonly fr: string; readonly en: string }
    /** Of its fields. */
    readonly names: readonly string[]
    /** The whole descriptor, as JSON. */
    readonly text: () => string
  }[]
  export default entries
}
