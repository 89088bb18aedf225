/** Runs in the page of the glossary: search, links between concepts, messages to the editor. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void
  setState(state: unknown): void
  getState(): unknown
}

const editor = acquireVsCodeApi()
const search = document.querySelector<HTMLInputElement>('#search')!
const count = document.querySelector<HTMLElement>('#count')!
const entries = [...document.querySelectorAll<HTMLElement>('article')].map(article => ({
  article,
  link: document.querySelector<HTMLElement>(`nav a[href="#${article.id}"]`)!.parentElement!,
  title: folded(article.querySelector('h2')?.textContent ?? ''),
  text: folded(article.textContent ?? ''),
}))

search.addEventListener('input', filter)
document.querySelector('#save')!.addEventListener('click', () => editor.postMessage({ save: true }))
document.addEventListener('click', event => {
  const link = (event.target as HTMLElement).closest('a')
  // Web addresses are the editor’s to open.
  if (!link?.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  if (link.dataset['rule']) editor.postMessage({ rule: link.dataset['rule'] })
  else show(link.hash.slice(1))
})
document.addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== search) {
    event.preventDefault()
    search.focus()
  } else if (event.key === 'Escape' && search.value !== '') {
    search.value = ''
    filter()
  }
})
window.addEventListener('message', ({ data }: MessageEvent<{ readonly show?: string }>) => {
  if (data.show) show(data.show)
})

const before = editor.getState()
if (typeof before === 'string') search.value = before
filter()
editor.postMessage({ ready: true })

/** Brings a concept into view and gives it the focus, so that a screen reader begins there. */
function show(id: string): void {
  const article = document.getElementById(id)
  if (!article) return
  if (article.hidden) {
    search.value = ''
    filter()
  }
  article.scrollIntoView()
  article.focus({ preventScroll: true })
}

/** Leaves what holds all words that are looked for, or longer ones that begin so, but for case and accents; those of which the title does come first. */
function filter(): void {
  editor.setState(search.value)
  const wanted = folded(search.value).trim().split(' ').filter(Boolean)
  const holds = (text: string) => wanted.every(word => text.includes(` ${word}`))
  const found = entries.filter(({ text }) => holds(text)).length
  const [named, others] = [entries.filter(({ title }) => holds(title)), entries.filter(({ title }) => !holds(title))]
  const focused = document.activeElement as HTMLElement | null
  for (const { article, link, text } of [...named, ...others]) {
    article.hidden = link.hidden = !holds(text)
    article.parentElement?.append(article)
    link.parentElement?.append(link)
  }
  // What is moved loses it.
  focused?.focus({ preventScroll: true })
  const { one = '', several = '', none = '' } = count.dataset
  count.textContent = found === 0 ? none : `${found} ${found === 1 ? one : several}`
}

/** The words of a text without accents and in small letters, a space before each. */
function folded(text: string): string {
  return ` ${text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()}`.replace(/[^\p{L}\p{N}]+/gu, ' ')
}
