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

/** Leaves what holds all words that are looked for, but for case and accents. */
function filter(): void {
  editor.setState(search.value)
  const wanted = folded(search.value).split(/\s+/).filter(Boolean)
  let found = 0
  for (const { article, link, text } of entries) {
    const isFound = wanted.every(word => text.includes(word))
    article.hidden = !isFound
    link.hidden = !isFound
    if (isFound) found++
  }
  const { one = '', several = '', none = '' } = count.dataset
  count.textContent = found === 0 ? none : `${found} ${found === 1 ? one : several}`
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
