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

/** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
const waiting = new Map()
let lastCall = 0

/** Tells the frame, without an answer. */
const tell = (/** @type {string} */ call, /** @type {unknown} */ args = undefined) =>
  window.parent.postMessage({ frame: { call, args } }, frameOrigin)

/** Asks the frame; resolves with its answer, rejects where it could not do it. */
const ask = (/** @type {string} */ call, /** @type {unknown} */ args = undefined) =>
  new Promise((resolve, reject) => {
    waiting.set(++lastCall, { resolve, reject })
    window.parent.postMessage({ frame: { call, args, id: lastCall } }, frameOrigin)
  })

/** @type {Record<string, (args: any) => void>} What the frame may tell the page. */
const heard = {}

window.addEventListener('message', ({ origin, data }) => {
  if (origin !== frameOrigin || !data?.frame) return
  const { answers, result, failed, event, args } = data.frame
  if (event) heard[event]?.(args)
  const call = waiting.get(answers)
  if (failed === undefined) call?.resolve(result)
  else call?.reject(new Error(failed))
  waiting.delete(answers)
})
