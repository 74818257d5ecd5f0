// @ts-check

/**
 * What Shopify puts on every storefront to tell web pixels what happens: `Shopify.analytics.publish`. The app's pixel runs in a worker,
 * where it sees nothing of the page, and only for shoppers who agree to analytics: what happened before is told then.
 * @typedef {{ name: string, data: object }} Published
 */
{
  const shopify = /** @type {any} */ (window).Shopify
  const { settings } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset
  /** @type {Published[]} */
  const waiting = []
  /** @type {Worker | undefined} */
  let pixel

  const client = () => {
    const known = /(?:^|; )local_client=([\w-]+)/.exec(document.cookie)?.[1]
    const id = known ?? crypto.randomUUID()
    document.cookie = `local_client=${id}; path=/; samesite=lax; max-age=31536000`
    return id
  }
  /** @param {Published} published */
  const tell = ({ name, data }) =>
    pixel?.postMessage({ event: { id: crypto.randomUUID(), clientId: client(), name, timestamp: new Date().toISOString(), ...data } })

  const begin = () => {
    if (pixel || !settings) return
    pixel = new Worker('/cdn/shopify/pixel-worker.js')
    pixel.postMessage({ settings: JSON.parse(settings) })
    waiting.splice(0).forEach(tell)
  }
  /** @param {Published} published */
  const publish = (published) => {
    if (pixel) tell(published)
    else waiting.push(published)
    return true
  }

  shopify.analytics = {
    publish: (/** @type {string} */ name, /** @type {object} */ customData = {}) => publish({ name, data: { type: 'custom', customData } }),
  }
  publish({ name: 'page_viewed', data: { type: 'standard', data: {} } })
  // The page of an order that was just made says so, and no page after it.
  const completed = document.querySelector('#checkout-completed')?.textContent
  if (completed) publish({ name: 'checkout_completed', data: { type: 'standard', data: JSON.parse(completed) } })

  document.addEventListener('visitorConsentCollected', (event) => {
    if (/** @type {CustomEvent} */ (event).detail.analyticsAllowed) begin()
  })
  shopify.loadFeatures?.([{ name: 'consent-tracking-api', version: '0.1' }], () => {
    if (shopify.customerPrivacy?.analyticsProcessingAllowed()) begin()
  })
}
