import type { ShopState } from '../state/shop-state.ts'
import { escapeHtml } from './escape-html.ts'
import type { ThemeSettings } from './theme-settings.ts'

/** What Shopify itself puts on every page of a shop, its checkout and accounts among them: whom to ask for consent, and web pixels with the settings of the app's. */
export function platformTags(root: string, consent: ThemeSettings['consent'], pixel: ShopState['pixel']): string {
  const shopify = { routes: { root: root.replace(/\/?$/, '/') }, theme: { name: 'Local', role: 'main' }, localConsent: consent }
  const known = `<script data-shopify>window.Shopify = ${JSON.stringify(shopify)}</script>\n`
  const settings = pixel ? ` data-settings="${escapeHtml(JSON.stringify(pixel.settings))}"` : ''
  const scripts = '<script src="/cdn/shopify/load-features.js" defer></script>\n<script src="/cdn/shopify/web-pixels.js" defer'
  return `${known}${scripts}${settings}></script>\n`
}
