// @ts-check

/**
 * What Shopify puts on every storefront to load what is not needed at once: `Shopify.loadFeatures`. Of its features there is
 * `consent-tracking-api`, which brings `Shopify.customerPrivacy`.
 * @typedef {{ name: string, version: string, onLoad?: (error?: unknown) => void }} Feature
 */
{
  const shopify = /** @type {any} */ (window).Shopify
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map()

  /** @param {string} name @returns {Promise<void>} */
  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = `/cdn/shopify/${name}.js`
      script.onload = () => resolve()
      script.onerror = () => reject(new Error(`${name} did not load`))
      document.head.append(script)
    })

  /** @param {Feature[]} features @param {(error?: unknown) => void} [done] */
  shopify.loadFeatures = (features, done) => {
    for (const { name } of features) if (!loading.has(name)) loading.set(name, load(name))
    const all = features.map(({ name, onLoad }) => loading.get(name)?.then(() => onLoad?.(), onLoad))
    Promise.all(features.map(({ name }) => loading.get(name)))
      .then(() => Promise.all(all))
      .then(
        () => done?.(),
        (error) => done?.(error),
      )
  }
}
