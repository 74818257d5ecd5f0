const tellPlace = () => tell('place', { path: location.pathname + location.search + location.hash })

for (const method of /** @type {const} */ (['pushState', 'replaceState'])) {
  const plain = history[method].bind(history)
  history[method] = (...args) => {
    plain(...args)
    tellPlace()
  }
}
window.addEventListener('popstate', tellPlace)
tell('opened')
if (reload === null) tellPlace()

const isAdminLink = (/** @type {string | null | undefined} */ href) => href?.startsWith('shopify:') ?? false

// Links into the admin (`shopify://admin/products/1`) are the frame's business.
document.addEventListener(
  'click',
  (event) => {
    const href = /** @type {Element} */ (event.target).closest('a')?.getAttribute('href')
    if (!isAdminLink(href)) return
    event.preventDefault()
    event.stopPropagation()
    tell('open', { url: href })
  },
  { capture: true },
)

const plainOpen = window.open.bind(window)
window.open = (url, target, features) => {
  if (!isAdminLink(url?.toString())) return plainOpen(url, target, features)
  tell('open', { url: String(url) })
  return null
}

heard['navigate'] = ({ path }) => {
  const link = [...document.querySelectorAll('ui-nav-menu a')].find((one) => one.getAttribute('href') === path)
  // The framework's provider listens for this event on the document and changes the page without loading it anew.
  if (link) link.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }))
  else location.assign(path)
}
