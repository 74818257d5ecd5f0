// @ts-check

/**
 * What Shopify puts on every Liquid storefront as `Shopify.actions`. Each action does something of its own until the theme
 * configures it; `updateCart` says what it does with the standard events, before it is done.
 * @typedef {{ merchandiseId?: string, id?: string, quantity: number, attributes?: { key: string, value: string }[] }} Line
 * @typedef {{ signal?: AbortSignal, event?: { context?: string, detail?: object } }} Options
 */
const root = /** @type {any} */ (window).Shopify.routes.root

/** @param {string | number | undefined} id */
const number = (id) => Number(String(id).split('/').at(-1))

/**
 * @param {string} path
 * @param {object} [body]
 * @param {AbortSignal} [signal]
 */
async function ask(path, body, signal) {
  const post = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await fetch(root + path, { ...(body && post), signal })
  return response.json()
}

async function readCart() {
  const cart = await ask('cart.js')
  const money = (/** @type {number} */ cents) => ({ totalAmount: { amount: String(cents / 100), currencyCode: cart.currency } })
  const lines = cart.items.map((/** @type {any} */ item) => ({
    id: item.key,
    quantity: item.quantity,
    cost: money(item.final_line_price),
  }))
  const id = `gid://shopify/Cart/${cart.token}`
  return { id, totalQuantity: cart.item_count, cost: money(cart.total_price), lines, discountCodes: [] }
}

/** @param {Line[]} lines @param {AbortSignal} [signal] */
async function change(lines, signal) {
  const added = lines.filter(({ id }) => id === undefined)
  const items = added.map(({ merchandiseId, quantity, attributes = [] }) => {
    const properties = Object.fromEntries(attributes.map(({ key, value }) => [key, value]))
    return { id: number(merchandiseId), quantity, properties }
  })
  const answers = items.length > 0 ? [await ask('cart/add.js', { items }, signal)] : []
  for (const { id, quantity } of lines) if (id !== undefined) answers.push(await ask('cart/change.js', { id, quantity }, signal))
  const refused = answers.filter(({ status }) => status).map(({ description }) => ({ message: description }))
  // As the Storefront API does: what is out of stock is a warning, everything else that is wrong an error.
  const isStock = (/** @type {{ message: string }} */ { message }) => /sold out|only add/.test(message)
  return {
    cart: await readCart(),
    userErrors: refused.filter((one) => !isStock(one)),
    warnings: refused.filter(isStock).map((one) => ({ ...one, code: 'MERCHANDISE_OUT_OF_STOCK' })),
  }
}

/** In place where the theme is known, by a reload where it is not. */
async function refresh() {
  const cart = /** @type {any} */ (document.querySelector('cart-drawer, cart-notification'))
  if (cart?.getSectionsToRender) {
    const parts = cart.getSectionsToRender()
    const drawn = await ask(`?sections=${parts.map((/** @type {any} */ { id }) => id)}`)
    for (const { id, selector } of parts) {
      const place = document.querySelector(selector ?? `#${id}`)
      const fresh = new DOMParser().parseFromString(drawn[id] ?? '', 'text/html').querySelector(selector ?? '.shopify-section')
      if (place && fresh) place.innerHTML = fresh.innerHTML
    }
  } else if (!document.querySelector('cart-icon, cart-items-component')) {
    location.reload()
  }
}

/** @param {any} configured @param {{ lines?: Line[] }} payload @param {Options} [options] */
async function updateCart(configured, { lines = [] }, options = {}) {
  const { promise, resolve, reject } = Promise.withResolvers()
  promise.catch(() => {})
  const action = lines.some(({ id }) => id === undefined) ? 'add' : lines.every(({ quantity }) => quantity === 0) ? 'remove' : 'update'
  const type = 'shopify:cart:lines-update'
  const target = configured.eventTarget?.({ type, action }) ?? document
  const { context = 'standard-action', detail } = options.event ?? {}
  target.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { action, context, lines, promise, detail }))
  try {
    const result = { ...(await change(lines, options.signal)), detail }
    resolve(result)
    if (!configured.eventTarget) await refresh()
    return result
  } catch (error) {
    reject(error)
    throw error
  }
}

/** @param {(configured: any, ...given: any[]) => Promise<unknown>} byDefault */
function action(byDefault) {
  /** @type {any} */
  let configured
  const run = (/** @type {any[]} */ ...given) => {
    const usual = () => byDefault(configured ?? {}, ...given)
    return configured?.handler ? configured.handler(usual, ...given) : usual()
  }
  const configure = (/** @type {object} */ options) => Boolean((configured = options))
  return Object.assign(run, { configure, isDefault: () => configured === undefined })
}

async function openCart() {
  const drawer = /** @type {any} */ (document.querySelector('cart-drawer'))
  if (drawer) drawer.open()
  else location.href = `${root}cart`
}

const actions = { getCart: async () => ({ cart: await readCart() }), updateCart: action(updateCart), openCart: action(openCart) }
Object.assign(/** @type {any} */ (window).Shopify, { actions: Object.freeze(actions) })
