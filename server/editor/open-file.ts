import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { Clouds } from '../preview/clouds'
import { textRules } from './byte-rules'
import type { Checked, Source } from './checked'
import { inSlices, pause } from '../slices'
import { consulted } from '../files/consulted'
import { EditorText } from './editor-text'
import { type LintOptions, readsFormer } from '../engine/checkup'
import { type Dataset, textOf } from '../engine/dataset'
import type { LiveFindings } from '../engine/live-tree'
import { cutInSteps } from '../engine/model/cut'
import type { TreeKind } from '../engine/model/described-tree'
import type { FormerTable } from '../engine/model/former'
import { LiveText } from '../engine/model/live-text'
import { FileKind } from './file-kind'
import { Former } from '../files/former'
import { metadataScore } from '../described/score'
import { OnDisk } from './on-disk'
import { findingsOf, type Known, openedAs, readAs } from './opened-as'
import { nameOf } from '../files/path'
import { Profiles, type TextState } from './profiles'
import { lintOptionsOf, type Project, projectOf, type Surroundings } from '../project'
import type { DialectChoice, Notifications } from '../protocol'
import { isText, misread, type Reading, type Taken } from './reading'
import { Views } from '../preview/views'

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
  readonly #kind: FileKind
  /** Whether others judge the bytes, so that the rules of the text need not. */
  #hasDisk = false
  #schema: string | undefined
  #dialect: DialectChoice = {}
  #encoding: EditorEncoding | undefined
  /** Grows with whatever can change the findings; a run of an older generation stops. */
  #generation = 0
  #project: Promise<Project> | undefined
  readonly #disk = new OnDisk()
  /** What its former version held: looked for when the file is opened and when it is saved. */
  #former = new Former()
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
    this.#kind = new FileKind(() => nameOf(this.#path))
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
    this.#kind.forget()
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
    if (this.#kind.tree) return
    this.#isOfKind('table-schema')
    this.#generation++
  }

  #isOfKind(kind: TreeKind): void {
    this.#kind.isTold(kind)
    this.#disk.forget()
    this.#live = undefined
  }

  /** The bytes on disk may be others. */
  written(): void {
    this.#disk.forget()
    if (!this.#text) {
      this.#live = undefined
      this.#kind.forget()
    }
    this.#former.lookAgain()
    this.#generation++
    // Its paths may lead to other files now.
    if (this.#kind.tree) this.movedHouse()
  }

  /** Settings, schemas or other files around may be others. */
  movedHouse(): void {
    this.#project = undefined
    this.#live = undefined
    this.#disk.forget()
    this.#former = new Former()
    this.#generation++
  }

  choseSchema(schema: string | undefined): void {
    this.#schema = schema
    this.movedHouse()
  }

  choseDialect(dialect: DialectChoice): void {
    this.#dialect = dialect
    this.#live = undefined
    this.#former = new Former()
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
    const former = await this.#readFormer(project, options)
    const found = this.#text && disk ? await this.#disk.findings(disk, options) : []
    const kept = this.#text ? undefined : await this.#around.files.read(this.#path)
    const text = this.#text
    const bytes = this.shown ?? kept
    if (!bytes) return undefined
    const lint = { ...lintOptionsOf(project), ...(text && disk && { rules: isText(disk) ? textRules : [] }) }
    const encoding = text ? 'utf-8' : this.#dialect.encoding
    return {
      bytes,
      lint,
      project,
      onDisk: found.map(({ diagnostic }) => diagnostic),
      open: { ...openedAs(this.#known, project, lint, former), ...(encoding !== undefined && { encoding }) },
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

  /** How much of the check is done, from 0 to 1. */
  get share(): number {
    return this.#live?.share ?? 0
  }

  /** How data.gouv.fr would note the document that describes the file; undefined when none does. */
  noted(): ReturnType<typeof metadataScore> {
    return metadataScore(this.#path, this.#around)
  }

  /** Frees what a check has found; the next one begins anew. */
  forget(): void {
    this.#run = undefined
    this.#live = undefined
    this.#disk.forget()
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
    if (project.kind && !this.#kind.tree) this.#isOfKind(project.kind)
    const disk = await this.#disk.dataset(this.#path, this.#known, project, this.#encoding?.encoding)
    if (generation !== this.#generation) return undefined
    const text = this.#text
    if (!text && !disk) return undefined
    if (text) this.#kind.learn(text.live, project)
    if (this.#kind.isUnknown) return undefined
    const options: LintOptions = { ...lintOptionsOf(project), ...(disk && { rules: textRules }) }
    if (this.#live && this.#hasDisk !== (disk !== undefined)) this.#live = undefined
    this.#hasDisk = disk !== undefined
    const open = openedAs(this.#known, project, options)
    const live = (this.#live ??= findingsOf(this.#textOf(disk), { ...open, former: this.#comparedWith }, options))
    live.settle()
    const source: Source = { dataset: live.dataset, shift: text?.shift ?? 0 }
    if (text) void this.profiles.warmUp(this.stateOf({ generation, source }))
    return { generation, version: text?.version ?? 0, source, live, open, options, disk, project }
  }

  /** A file that no document shows is judged as it lies on disk. */
  #textOf(disk: Dataset | undefined): LiveText {
    return this.#text?.live ?? new LiveText(textOf(disk!))
  }

  /** What finds the findings, by what the former version of the file holds now. */
  async #compared({ live, open, disk, options, project, generation }: Reading): Promise<LiveFindings> {
    const former = await this.#readFormer(project, options)
    if (generation !== this.#generation || former === this.#comparedWith) return live
    this.#comparedWith = former
    return (this.#live = findingsOf(this.#textOf(disk), { ...open, former }, options))
  }

  /** What the former version holds, read as the present one is; undefined where no rule compares. */
  async #readFormer({ schema, dialect }: Project, options: LintOptions): Promise<FormerTable | undefined> {
    if (this.#kind.tree || !readsFormer(options)) return undefined
    const { files, shown } = this.#around
    return this.#former.table(this.#path, consulted(files, shown).files, readAs(this.#known, schema, dialect))
  }

  /** Nothing more than this file is lost where its address leads nowhere. */
  get #path(): string {
    return this.#around.pathOf(this.uri)
  }

  get #known(): Known {
    return { kind: this.#kind, dialect: this.#dialect, around: this.#around }
  }

  async #check(run: Run): Promise<Checked | undefined> {
    const isStale = () => run.generation !== this.#generation
    const reading = await run.reading
    if (!reading) return undefined
    const { disk, version, generation, open, options, project } = reading
    // Git may be slow: nothing but the findings waits for it.
    const live = await this.#compared(reading)
    if (isStale()) return undefined
    const onDisk = disk ? await this.#disk.findings(disk, options) : []
    if (isStale()) return undefined
    const isReadable = isText(disk)
    if (isReadable && !(await inSlices(live.steps(), isStale))) return undefined
    const source: Source = { dataset: live.dataset, shift: reading.source.shift }
    const { unsettled } = project
    return (run.found = { generation, version, source, live, onDisk, isText: isReadable, open, options, unsettled })
  }
}
