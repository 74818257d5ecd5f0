import { openPicker } from './picker.js'
import { askForScopes, changeScopes, scopesNow } from './scopes.js'

/** @type {{ handle: string, home: string, appUrl: string, appTitle: string }} */
const { handle, home, appUrl, appTitle } = JSON.parse(document.body.dataset['settings'] ?? '')
const appOrigin = new URL(appUrl).origin
const app = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#app'))
const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))
const send = (/** @type {object} */ frame) => app?.contentWindow?.postMessage({ frame }, appOrigin)

/** Parameters that are Shopify's, not the app's own: they stay out of the outer address. */
const SHOPIFYS = ['embedded', 'shop', 'host', 'id_token', 'locale', 'session', 'timestamp', 'hmac']

let unsaved = false
let asksBeforeDiscarding = false

const showSaveBar = (/** @type {boolean} */ shown, asks = false) => {
  unsaved = shown
  asksBeforeDiscarding = asks
  at('save-bar').hidden = !shown
}

/** Whether there is nothing to lose, or the merchant leaves all the same. */
const mayLeave = () => {
  if (unsaved && !confirm('Leave page with unsaved changes? Leaving this page will delete all unsaved changes.')) return false
  if (unsaved) send({ event: 'left' })
  showSaveBar(false)
  return true
}

const mark = (/** @type {string} */ path) => {
  const here = path.split('?')[0]
  for (const link of document.querySelectorAll('#app-nav a')) {
    const own = /** @type {HTMLAnchorElement} */ (link).dataset['path'] ?? ''
    if (here === own || here?.startsWith(`${own}/`)) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

/** What the app's page may ask for or tell. @type {Record<string, (args: any) => unknown>} */
const calls = {
  idToken: async () => (await fetch(`/store/${handle}/id-token`)).text(),
  place({ path }) {
    const place = new URL(path, appUrl)
    for (const name of SHOPIFYS) place.searchParams.delete(name)
    history.replaceState(null, '', home + place.pathname + place.search + place.hash)
    mark(place.pathname)
  },
  // A page loaded anew has none of what the last one showed.
  opened() {
    showSaveBar(false)
    calls['titleBar']?.({ title: '', buttons: [] })
    at('progress').hidden = true
  },
  open({ url }) {
    const inAdmin = /^shopify:(?:\/\/)?\/?admin\/?(.*)$/.exec(url)?.[1]
    if (inAdmin !== undefined) location.assign(`/store/${handle}/${inAdmin}`)
  },
  navMenu(items) {
    const list = at('app-nav')
    list.replaceChildren(
      ...items
        .filter((/** @type {{ isHome: boolean }} */ item) => !item.isHome)
        .map((/** @type {{ label: string, path: string }} */ { label, path }) => {
          const link = document.createElement('a')
          link.href = home + path
          link.dataset['path'] = path
          link.textContent = label
          const item = document.createElement('li')
          item.append(link)
          return item
        }),
    )
    mark(location.pathname.replace(home, ''))
  },
  titleBar({ title, buttons }) {
    const bar = at('title-bar')
    bar.hidden = title === '' && buttons.length === 0
    const [heading, actions] = bar.children
    if (!heading || !actions) return
    heading.textContent = title || appTitle
    actions.replaceChildren(
      ...buttons.map((/** @type {{ label: string, primary: boolean }} */ { label, primary }, /** @type {number} */ index) => {
        const button = document.createElement('button')
        button.textContent = label
        button.classList.toggle('primary', primary)
        button.addEventListener('click', () => send({ event: 'titleBarButton', args: { at: index } }))
        return button
      }),
    )
  },
  saveBar: ({ shown, asks }) => showSaveBar(shown, asks),
  leaveConfirmation: mayLeave,
  loading: ({ isLoading }) => void (at('progress').hidden = !isLoading),
  toast({ id, message, duration, isError, action }) {
    const toast = document.createElement('div')
    toast.className = isError ? 'toast toast--error' : 'toast'
    toast.id = id
    toast.textContent = message
    if (action) {
      const button = document.createElement('button')
      button.textContent = action
      button.addEventListener('click', () => {
        toast.remove()
        send({ event: 'toastAction', args: { id } })
      })
      toast.append(button)
    }
    at('toasts').append(toast)
    setTimeout(() => toast.remove(), duration)
  },
  hideToast: ({ id }) => document.getElementById(id)?.remove(),
  extensions: async () => (await fetch(`/store/${handle}/extensions`)).json(),
  scopes: () => scopesNow(handle),
  requestScopes: ({ scopes }) => askForScopes(/** @type {HTMLDialogElement} */ (at('picker')), { handle, appTitle, scopes }),
  revokeScopes: async ({ scopes }) => ({ detail: await changeScopes(handle, 'revoke', scopes) }),
  resourcePicker: (options) => openPicker(/** @type {HTMLDialogElement} */ (at('picker')), handle, options),
}

window.addEventListener('message', async ({ source, origin, data }) => {
  if (origin !== appOrigin || source !== app?.contentWindow || !data?.frame) return
  const { call, args, id } = data.frame
  try {
    const result = await calls[call]?.(args)
    if (id !== undefined) send({ answers: id, result })
  } catch (error) {
    if (id === undefined) throw error
    send({ answers: id, failed: String(error) })
  }
})

// Within the app, its own router changes the page; without one on this page, the link just opens.
at('app-nav').addEventListener('click', (event) => {
  const path = /** @type {Element} */ (event.target).closest('a')?.dataset['path']
  if (!app || path === undefined || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  if (mayLeave()) send({ event: 'navigate', args: { path } })
})
at('save').addEventListener('click', () => send({ event: 'save' }))
at('discard').addEventListener('click', () => {
  if (!asksBeforeDiscarding || confirm('Discard all unsaved changes?')) send({ event: 'discard' })
})
// The admin's own pages are left for as the app's are: whoever stays is still where they were.
document.querySelector('.bar__brand')?.addEventListener('click', (event) => void (mayLeave() || event.preventDefault()))
document.querySelector('.side')?.addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest('a')
  if (link && link.target !== '_blank' && link.dataset['path'] === undefined && !mayLeave()) event.preventDefault()
})
at('shop').addEventListener('change', ({ target }) => location.assign(`/store/${/** @type {HTMLSelectElement} */ (target).value}`))
at('uninstall').addEventListener('click', async () => {
  if (!confirm(`Remove ${appTitle} and everything it has stored in this shop?`)) return
  await fetch(`/store/${handle}/uninstall`, { method: 'POST' })
  location.assign(`/store/${handle}/products`)
})
// The admin stands before the app does: what the app says first is heard.
if (app) app.src = app.dataset['src'] ?? ''
