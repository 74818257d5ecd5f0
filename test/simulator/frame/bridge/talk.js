/**
 * How the app's page talks with the admin frame around it. The parts of this folder are served joined into one classic
 * script, inside one function: they see each other's names, the page sees only `window.shopify`.
 */
const frameOrigin = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin
const parameters = new URLSearchParams(location.search)

/** Shopify's parameters are on the first page alone; the pages after it remember them. */
const kept = (/** @type {string} */ name) => {
  const given = parameters.get(name)
  if (given !== null) sessionStorage.setItem(`frame-${name}`, given)
  return given ?? sessionStorage.getItem(`frame-${name}`) ?? undefined
}

/** @type {Map<number, (result: unknown) => void>} */
const waiting = new Map()
let lastCall = 0

/** Tells the frame, without an answer. */
const tell = (/** @type {string} */ call, /** @type {unknown} */ args = undefined) =>
  window.parent.postMessage({ frame: { call, args } }, frameOrigin)

/** Asks the frame; resolves with its answer. */
const ask = (/** @type {string} */ call, /** @type {unknown} */ args = undefined) =>
  new Promise((resolve) => {
    waiting.set(++lastCall, resolve)
    window.parent.postMessage({ frame: { call, args, id: lastCall } }, frameOrigin)
  })

/** @type {Record<string, (args: any) => void>} What the frame may tell the page. */
const heard = {}

window.addEventListener('message', ({ origin, data }) => {
  if (origin !== frameOrigin || !data?.frame) return
  const { answers, result, event, args } = data.frame
  if (event) heard[event]?.(args)
  waiting.get(answers)?.(result)
  waiting.delete(answers)
})
