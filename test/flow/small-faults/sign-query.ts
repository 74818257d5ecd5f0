import { createHmac } from 'node:crypto'

/** A query as Shopify's app proxy signs it. */
export function signQuery(parameters: Readonly<Record<string, string>>, secret: string): string {
  const text = Object.entries(parameters)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('')
  return new URLSearchParams({ ...parameters, signature: createHmac('sha256', secret).update(text).digest('hex') }).toString()
}
