const DEEPEST = 4
const NAMES_ID = /(?:^|_)ids?$|^orders_(?:requested|to_redact)$/
const LONG_GID = /^gid:\/\/shopify\/\w+\/\d{17,}$/

/**
 * Whether a body names something by a number that no shop's things have: those of Shopify's own samples, which a developer has sent
 * to try the app, lie above 2^53.
 */
export function holdsSampleId(json: unknown, key = '', depth = 0): boolean {
  if (typeof json === 'number') return NAMES_ID.test(key) && Number.isInteger(json) && json > Number.MAX_SAFE_INTEGER
  if (typeof json === 'string') return NAMES_ID.test(key) && LONG_GID.test(json)
  if (typeof json !== 'object' || json === null || depth === DEEPEST) return false
  if (Array.isArray(json)) return json.some((one) => holdsSampleId(one, key, depth + 1))
  return Object.entries(json).some(([name, value]) => holdsSampleId(value, name, depth + 1))
}
