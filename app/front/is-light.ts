/** Pages of the admin that read neither the catalogue nor the rules as a whole: what they cost does not grow with a shop. */
const LIGHT = new Set([
  '',
  '/history',
  '/import',
  '/leave',
  '/results/orders',
  '/rules/said/model',
  '/settings/accuracy',
  '/settings/status',
  '/settings/privacy',
])
/** And all that stands below these. */
const LIGHT_BELOW = ['/settings/privacy/', '/results/orders/']

/** Whether an address of the admin costs little, so that it may be drawn beside others. What is not known to be light is not. */
export function isLight(path: string): boolean {
  const [, page] = /^\/app((?:\/.*)?)$/.exec(path.replace(/\.data$/, '').replace(/\/$/, '')) ?? []
  return page === undefined || LIGHT.has(page) || LIGHT_BELOW.some((below) => page.startsWith(below))
}
