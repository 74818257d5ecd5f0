import { createHmac } from 'node:crypto'

/**
 * Shopify's mark on a request that it passes on: hex of the HMAC-SHA256 over all parameters but `signature`, as `key=value`
 * with the values of a repeated key joined by commas, sorted and joined with nothing.
 */
export function signProxy(query: URLSearchParams, secret: string): string {
  const keys = [...new Set(query.keys())].filter((key) => key !== 'signature')
  const message = keys
    .map((key) => `${key}=${query.getAll(key).join(',')}`)
    .toSorted()
    .join('')
  return createHmac('sha256', secret).update(message).digest('hex')
}
