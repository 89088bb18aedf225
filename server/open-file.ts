import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { Clouds } from './clouds'
import { type Checked, type Found, inSlices, judgedOnDisk, pause, type Source, textRules } from './check'
import { consulted } from './consulted'
import { dialectChosen } from './dialect-choice'
import { EditorText } from './editor-text'
import { type LintOptions, readsFormer } from './engine/checkup'
import { type Dataset, type JsonText, type OpenOptions, textOf } from './engine/dataset'
import { LiveCheck } from './engine/live-check'
import { cutInSteps } from './engine/model/cut'
import type { Diagnostic } from './engine/model/diagnostic'
import type { FormerTable } from './engine/model/former'
import { type LiveFindings, LiveTree } from './engine/live-tree'
import type { Dialect } from './engine/model/dialect'
import type { TreeKind } from './engine/model/described-tree'
import { LiveText } from './engine/model/live-text'
import type { TableProfile } from './engine/model/profile'
import { flatSource } from './engine/model/source'
import { isJson, knownJson, knownTree, type OpenAs, openFile } from './engine/open'
import { firstMegabyteOf } from './engine/first-megabyte'
import { Former } from './former'
import { metadataScore } from './metadata-score'
import { nameOf } from './path'
import { Profiles, type TextState } from './profiles'
import { lintOptionsOf, type Project, projectOf, type Surroundings } from './project'
import type { DialectChoice, Notifications } from './protocol'
import { Views } from './views'

/** What a file is read as, before any rule runs. */
export interface Reading {
  readonly generation: number
  /** The editor's; 0 for a file that is no document. */
  readonly version: number
  readonly source: Source
  readonly live: LiveFindings
  readonly options: LintOptions
  /** The file's bytes read as they stand on disk; undefined when there is no file. */
  readonly disk: Dataset | undefined
  readonly project: Project
}

/** A file as it is now, for who reads it from its beginning, and all by which it is judged. */
export interface Taken {
  readonly bytes: Uint8Array
  readonly open: OpenAs
  readonly lint: LintOptions
  readonly project: Project
  /** Of a text that the editor shows: what is said of the bytes on disk. */
  readonly onDisk: readonly Diagnostic[]
  /** The text of the editor, if the bytes are that; `misread`: the encoding of the file, where the editor took another. */
  readonly shown?: {
    readonly version: number
    readonly shift: Source['shift']
    readonly misread: string | undefined
  }
}

interface Run {
  readonly generation: number
  readonly reading: Promise<Reading | undefined>
  checked?: Promise<Checked | undefined>
  /** The same once it is there. */
  found?: Checked | undefined
}

/** Milliseconds of work that somebody waits for, after which others get their turn. */
const URGENT = 12

type EditorEncoding = Notifications['vigie/documentEncoding']

/** One file as the editor has it: its text, what the person chose for it, and the newest check of it. */
export class OpenFile {
  readonly uri: string
  readonly #around: Surroundings
  #text: EditorText | undefined
  /** The findings of the text, kept while nothing but the text changes. */
  #live: LiveFindings | undefined
  /** What JSON document it is, once it is known to be one. */
  #tree: TreeKind | undefined
  /** How its records lie in it, once it is known to be a table in JSON. */
  #json: JsonText | undefined
  /** Whether others judge the bytes, so that the rules of the text need not. */
  #hasDisk = false
  #schema: string | undefined
  #dialect: DialectChoice = {}
  #encoding: EditorEncoding | undefined
  /** Grows with whatever can change the findings; a run of an older generation stops. */
  #generation = 0
  #project: Promise<Project> | undefined
  #disk: Promise<Dataset | undefined> | undefined
  #diskFindings: Promise<readonly Found[]> | undefined
  #former = new Former()
  /** What its former version held: looked for when the file is opened and when it is saved. */
  #formerTable: Promise<FormerTable | undefined> | undefined
  /** The one with which the text is compared. */
  #comparedWith: FormerTable | undefined
  #run: Run | undefined
  /** The facts of its columns. */
  readonly profiles = new Profiles()
  /** The rows that the preview looks at. */
  readonly views = new Views()
  /** The points that it draws. */
  readonly clouds = new Clouds()

  constructor(uri: string, around: Surroundings) {
    this.uri = uri
    this.#around = around
  }

  get isOpen(): boolean {
    return this.#text !== undefined
  }

  /** The text that the editor shows. */
  get shown(): Uint8Array | undefined {
    const live = this.#text?.live
    return live && live.window(0, live.length).slice()
  }

  /** Whether the file at a path has a say in how this one is judged. */
  async refersTo(path: string): Promise<boolean> {
    // Whoever asks for its findings hears why there are none.
    const project = await this.#project?.catch(() => undefined)
    return project?.refersTo.includes(path) ?? false
  }

  get generation(): number {
    return this.#generation
  }

  /** The editor shows the file. */
  opened(text: string, version: number): void {
    this.#text = new EditorText(text, version)
    this.#live = undefined
    this.#tree = undefined
    this.#json = undefined
    this.#generation++
  }

  /** The editor has changed the text. */
  edited(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.#generation++
    this.#text?.change(changes, version, ({ span, written }) => {
      if (this.#live) this.#live.edit(span, written)
      else this.#text?.live.replace(span, written)
    })
  }

  /** The editor shows the file no longer. */
  closed(): void {
    this.#text = undefined
    this.#live = undefined
    this.#generation++
  }

  /** A data file is read by it: it is a schema, whatever its name. */
  isSchema(): void {
    if (this.#tree) return
    this.#isOfKind('table-schema')
    this.#generation++
  }

  #isOfKind(kind: TreeKind): void {
    this.#tree = kind
    this.#json = undefined
    this.#disk = undefined
    this.#live = undefined
  }

  /** The bytes on disk may be others. */
  written(): void {
    this.#disk = undefined
    if (!this.#text) {
      this.#live = undefined
      this.#tree = undefined
      this.#json = undefined
    }
    this.#diskFindings = undefined
    this.#formerTable = undefined
    this.#generation++
    // Its paths may lead to other files now.
    if (this.#tree) this.movedHouse()
  }

  /** Settings, schemas or other files around may be others. */
  movedHouse(): void {
    this.#project = undefined
    this.#live = undefined
    this.#disk = undefined
    this.#diskFindings = undefined
    this.#forgetFormer()
    this.#generation++
  }

  choseSchema(schema: string | undefined): void {
    this.#schema = schema
    this.movedHouse()
  }

  choseDialect(dialect: DialectChoice): void {
    this.#dialect = dialect
    this.#live = undefined
    this.#forgetFormer()
    this.written()
  }

  /** What a person chose for it, once it is known which schema is in force and whether that may be fetched. */
  async chosen(): Promise<{ readonly schema: string | undefined; readonly dialect: DialectChoice }> {
    await (this.#project ??= projectOf(this.uri, this.#schema, this.#around))
    return { schema: this.#schema, dialect: this.#dialect }
  }

  /** The editor says how it read the bytes; `again` when that may change the findings. */
  wasRead(encoding: EditorEncoding): 'again' | 'same' {
    const before = this.#encoding?.encoding ?? 'utf-8'
    this.#encoding = encoding
    if (before === encoding.encoding) return 'same'
    this.written()
    return 'again'
  }

  /** What the file is read as now. Undefined when there is nothing to read. */
  async reading(): Promise<Reading | undefined> {
    for (;;) {
      const run = this.#current()
      const reading = await run.reading
      if (run.generation === this.#generation) return reading
    }
  }

  /**
   * Has the rows of a reading found as far as a byte, or to the end, while others are answered: what needs to know where
   * they lie takes no time then.
   */
  async placed({ generation, source }: Pick<Reading, 'generation' | 'source'>, offset?: number): Promise<void> {
    const { table, readable } = source.dataset
    // Who asks for one place waits for it; the check and the facts of columns can wait longer.
    const slice = offset === undefined ? undefined : URGENT
    if (readable) await inSlices(cutInSteps(table.cut, offset), () => generation !== this.#generation, slice)
  }

  /** All findings of the text as it is now; edits meanwhile begin it again. Undefined when there is nothing to read. */
  async checked(): Promise<Checked | undefined> {
    for (;;) {
      const run = this.#current()
      run.checked ??= this.#check(run)
      const checked = await run.checked
      if (run.generation === this.#generation) return checked
    }
  }

  /** The text that the editor shows, else the bytes on disk; `schema`: another than the one in force. Undefined when there is nothing to read. */
  async taken(schema?: string): Promise<Taken | undefined> {
    const reading = await this.reading()
    if (!reading) return undefined
    const { disk, options } = reading
    const project = schema === undefined ? reading.project : await projectOf(this.uri, schema, this.#around)
    const { files, judge, pathOf } = this.#around
    const isRead = !this.#tree && readsFormer(options)
    const former = isRead ? await this.#readFormer(project) : undefined
    const found = this.#text && disk ? await (this.#diskFindings ??= judgedOnDisk(disk, options)) : []
    const kept = this.#text ? undefined : await files.read(pathOf(this.uri))
    const text = this.#text
    const bytes = this.shown ?? kept
    if (!bytes) return undefined
    const isText = !disk || disk.readable || disk.tree !== undefined
    const lint = { ...lintOptionsOf(project), ...(text && disk && { rules: isText ? textRules : [] }) }
    const encoding = text ? 'utf-8' : this.#dialect.encoding
    const tree = this.#tree
    return {
      bytes,
      lint,
      project,
      onDisk: found.map(({ diagnostic }) => diagnostic),
      open: {
        ...this.#options(project.schema, project.dialect),
        ...(encoding !== undefined && { encoding }),
        schemaFault: project.schemaFault,
        forgottenBy: project.forgottenBy,
        former,
        heard: lint,
        ...(tree && { tree, files: project.described, ...(judge && { judge }) }),
      },
      ...(text && { shown: { version: text.version, shift: text.shift, misread: misread(bytes, disk) } }),
    }
  }

  /** All findings if they are there; else the check is begun that finds them. */
  checkedOrBegun(): Checked | undefined {
    const run = this.#current()
    run.checked ??= this.#check(run)
    // Who waits for the findings hears why there are none.
    run.checked.catch(() => {})
    return run.found
  }

  /** All findings if they are there within so many milliseconds: for an answer that may not wait for a long check. */
  async checkedWithin(milliseconds: number): Promise<Checked | undefined> {
    return Promise.race([
      this.checked(),
      new Promise<undefined>(resolve => {
        setTimeout(() => resolve(undefined), milliseconds)
      }),
    ])
  }

  /** The text as it was read, for what is made of it bit by bit. */
  stateOf({ generation, source }: Pick<Reading, 'generation' | 'source'>): TextState {
    return { generation, dataset: source.dataset, isStale: () => generation !== this.#generation }
  }

  /** Facts of these columns, or of all; edits meanwhile begin it again. Undefined when there is nothing to read. */
  async profiled(
    columns?: readonly number[],
  ): Promise<{ readonly version: number; readonly profile: TableProfile } | undefined> {
    for (;;) {
      const reading = await this.reading()
      if (!reading || reading.source.dataset.tree) return undefined
      const profile = await this.profiles.of(this.stateOf(reading), columns)
      if (profile) return { version: reading.version, profile }
    }
  }

  /** The findings in the first rows of a long text, which are there long before all others; undefined for any other. */
  async checkedFirst(): Promise<Checked | undefined> {
    const reading = await this.reading()
    if (!reading) return undefined
    await this.placed(reading)
    const part = firstMegabyteOf(reading.source.dataset)
    if (!part) return undefined
    const { generation, version, options, project, source } = reading
    // A part is not held against the whole former version.
    const live = this.#liveOf(new LiveText(part), project, options, undefined)
    if (!(await inSlices(live.steps(), () => generation !== this.#generation))) return undefined
    return {
      generation,
      version,
      source: { ...source, dataset: live.dataset },
      live,
      onDisk: [],
      isText: true,
      options,
    }
  }

  /** How much of the check is done, from 0 to 1. */
  get share(): number {
    return this.#live?.share ?? 0
  }

  /** How data.gouv.fr would note the document that describes the file; undefined when none does. */
  noted(): ReturnType<typeof metadataScore> {
    return metadataScore(this.#around.pathOf(this.uri), this.#around)
  }

  /** Frees what a check has found; the next one begins anew. */
  forget(): void {
    this.#run = undefined
    this.#live = undefined
    this.#disk = undefined
    this.#diskFindings = undefined
  }

  /** The former version is read by the schema and the dialect in force, as the present one is. */
  #forgetFormer(): void {
    this.#former = new Former()
    this.#formerTable = undefined
  }

  #current(): Run {
    const generation = this.#generation
    if (this.#run?.generation !== generation) this.#run = { generation, reading: this.#read(generation) }
    return this.#run
  }

  async #read(generation: number): Promise<Reading | undefined> {
    await pause()
    if (generation !== this.#generation) return undefined
    const project = await (this.#project ??= projectOf(this.uri, this.#schema, this.#around))
    if (generation !== this.#generation) return undefined
    if (project.kind && !this.#tree) this.#isOfKind(project.kind)
    const disk = await (this.#disk ??= this.#readDisk(project.dialect))
    if (generation !== this.#generation) return undefined
    const text = this.#text
    if (!text && !disk) return undefined
    const name = this.#name
    if (text && isJson(name)) this.#know(text.live.window(0, text.live.length), project.dialect)
    if (isJson(name) && !this.#tree && !this.#json) return undefined
    const options: LintOptions = { ...lintOptionsOf(project), ...(disk && { rules: textRules }) }
    if (this.#live && this.#hasDisk !== (disk !== undefined)) this.#live = undefined
    this.#hasDisk = disk !== undefined
    const live = (this.#live ??= this.#liveOf(this.#textOf(disk), project, options, this.#comparedWith))
    live.settle()
    const source: Source = { dataset: live.dataset, shift: text?.shift ?? 0 }
    if (text) void this.profiles.warmUp(this.stateOf({ generation, source }))
    return { generation, version: text?.version ?? 0, source, live, options, disk, project }
  }

  /** A file that no document shows is judged as it lies on disk. */
  #textOf(disk: Dataset | undefined): LiveText {
    return this.#text?.live ?? new LiveText(textOf(disk!))
  }

  #liveOf(text: LiveText, project: Project, options: LintOptions, former: FormerTable | undefined): LiveFindings {
    if (this.#tree)
      return new LiveTree(text, this.#tree, options, {
        judge: this.#around.judge,
        files: project.described,
        lists: this.#around.lists,
      })
    return new LiveCheck(
      text,
      {
        ...this.#options(project.schema, project.dialect),
        schemaFault: project.schemaFault,
        forgottenBy: project.forgottenBy,
        former,
        heard: options,
      },
      options,
    )
  }

  /** What finds the findings, by what the former version of the file holds now. */
  async #compared({ live, disk, options, project, generation }: Reading): Promise<LiveFindings> {
    const former = this.#tree || !readsFormer(options) ? undefined : await this.#readFormer(project)
    if (generation !== this.#generation || former === this.#comparedWith) return live
    this.#comparedWith = former
    return (this.#live = this.#liveOf(this.#textOf(disk), project, options, former))
  }

  #readFormer({ schema, dialect }: Project): Promise<FormerTable | undefined> {
    const { files, shown, pathOf } = this.#around
    const documents = consulted(files, shown)
    return (this.#formerTable ??= this.#former.table(pathOf(this.uri), documents.files, this.#options(schema, dialect)))
  }

  /** Finds out what a JSON file is, until that is known. */
  #know(bytes: Uint8Array, { records }: Partial<Dialect>): void {
    if (this.#tree || this.#json) return
    this.#tree = knownTree(this.#name, bytes)
    const found = this.#tree ? undefined : knownJson(this.#name, flatSource(bytes), records?.property)
    if (found?.isSure) this.#json = found.json
  }

  get #name(): string {
    return nameOf(this.#around.pathOf(this.uri))
  }

  async #readDisk(described: Partial<Dialect>): Promise<Dataset | undefined> {
    const declared = described.encoding
    const bytes = await this.#around.files.read(this.#around.pathOf(this.uri))
    if (!bytes) return undefined
    const read = this.#encoding?.encoding
    // UTF-8 is what editors take when they do not know; what a document says goes before what they do.
    const encoding = this.#dialect.encoding ?? (read === 'utf-8' || declared !== undefined ? undefined : read)
    if (isJson(this.#name)) this.#know(bytes, described)
    if (this.#tree)
      return openFile(bytes, { tree: this.#tree, ...(this.#around.judge && { judge: this.#around.judge }) })
    return openFile(bytes, {
      ...this.#options('none', declared === undefined ? {} : { encoding: declared }),
      ...(encoding === undefined ? {} : { encoding }),
    })
  }

  #options(schema: Project['schema'], described: Partial<Dialect> = {}): OpenOptions {
    const dialect: Partial<Dialect> = { ...described, ...dialectChosen(this.#dialect) }
    const json = this.#json
    return { dialect, ...(json && { json }), lists: this.#around.lists, ...(schema === undefined ? {} : { schema }) }
  }

  async #check(run: Run): Promise<Checked | undefined> {
    const isStale = () => run.generation !== this.#generation
    const reading = await run.reading
    if (!reading) return undefined
    const { disk, version, generation, options, project } = reading
    // Git may be slow: nothing but the findings waits for it.
    const live = await this.#compared(reading)
    if (isStale()) return undefined
    const onDisk = disk ? await (this.#diskFindings ??= judgedOnDisk(disk, options)) : []
    if (isStale()) return undefined
    const isText = !disk || disk.readable || disk.tree !== undefined
    if (isText && !(await inSlices(live.steps(), isStale))) return undefined
    const source: Source = { dataset: live.dataset, shift: reading.source.shift }
    return (run.found = { generation, version, source, live, onDisk, isText, options, unsettled: project.unsettled })
  }
}

/** The encoding of a file of which the editor shows characters that it could not read. */
function misread(text: Uint8Array, disk: Dataset | undefined): string | undefined {
  const encoding = disk?.dialect.encoding
  if (encoding === undefined || encoding === 'utf-8') return undefined
  return new TextDecoder().decode(text).includes('\uFFFD') ? encoding : undefined
}
