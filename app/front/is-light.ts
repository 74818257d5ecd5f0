/** Pages of the admin that read neither the catalogue nor the rules as a whole: what they cost does not grow with a shop. */
const LIGHT = new Set(['', 'health', 'history', 'import', 'leave', 'models', 'privacy'])

/** Whether an address of the admin costs little, so that it may be drawn beside others. What is not known to be light is not. */
export function isLight(path: string): boolean {
  const inApp = /^\/app(?:\/([^/]*)(\/.+)?)?$/.exec(path.replace(/\.data$/, '').replace(/\/$/, ''))
  if (!inApp) return true
  const [, page = '', below] = inApp
  return LIGHT.has(page) && (below === undefined || page === 'privacy')
}
