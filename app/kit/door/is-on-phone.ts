/**
 * Whether a browser says of itself that it is a phone's: by the hint that Chromium sends, or by the word that all others, and
 * Shopify's own app, have in their name. What is drawn for it first is then what stays.
 */
export function isOnPhone({ headers }: Pick<Request, 'headers'>): boolean {
  const hint = headers.get('sec-ch-ua-mobile')
  return hint ? hint === '?1' : /\bMobile\b/.test(headers.get('user-agent') ?? '')
}
