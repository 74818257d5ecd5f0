// @ts-check

/**
 * The strict sandbox of a web pixel: it is handed events and its settings, can fetch, and sees nothing else.
 * @typedef {(event: object) => unknown} Heard
 */
{
  const place = /** @type {any} */ (self)
  /** @type {Map<string, Heard[]>} */
  const heard = new Map()
  /** @type {((api: object) => unknown) | undefined} */
  let render

  place.shopify = {
    /** @param {string} point @param {(api: object) => unknown} draw */
    extend(point, draw) {
      if (point === 'WebPixel::Render') render = draw
    },
  }
  place.importScripts('/cdn/shopify/pixel-code.js')

  /** @param {string} name @param {Heard} hear */
  const subscribe = async (name, hear) => void heard.set(name, [...(heard.get(name) ?? []), hear])

  place.onmessage = (/** @type {MessageEvent} */ { data: { settings, event } }) => {
    if (settings) render?.({ analytics: { subscribe }, browser: {}, init: {}, customerPrivacy: { subscribe: async () => {} }, settings })
    if (event) for (const hear of heard.get(event.name) ?? []) hear(event)
  }
}
