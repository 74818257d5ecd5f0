import type { Installation } from '../admin/installation.ts'
import { signSessionToken } from '../admin/oauth/session-token.ts'
import { escapeText } from './escape-text.ts'

export type Opens =
  | { readonly kind: 'app'; readonly path: string; readonly search: string }
  | { readonly kind: 'orders' | 'products' | 'theme-editor' | 'checkout-editor'; readonly title: string; readonly html: string }
  | { readonly kind: 'nothing'; readonly path: string }

interface FramePage {
  readonly installation: Installation
  readonly all: readonly Installation[]
  readonly opens: Opens
}

/** The admin around an app: bar on top, navigation at the side, the app or a page of the admin's own in the middle. */
export function framePage({ installation, all, opens }: FramePage): Response {
  const { app, shop, storefrontUrl } = installation
  const { handle, name } = shop.facts
  const home = `/store/${handle}/apps/${app.handle}`
  const current = (kind: string): string => (opens.kind === kind ? ' aria-current="page"' : '')
  const settings = { handle, home, appUrl: app.url, appTitle: app.title }
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(app.title)} · ${escapeText(name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/frame/frame.css">
</head>
<body data-settings="${escapeText(JSON.stringify(settings))}">
<header class="bar">
  <a class="bar__brand" href="${home}">Local admin</a>
  <div class="save-bar" id="save-bar" role="region" aria-label="Unsaved changes" hidden>
    <span>Unsaved changes</span>
    <button type="button" id="discard">Discard</button>
    <button type="button" id="save" class="primary">Save</button>
  </div>
  <label class="bar__shop"><span class="unseen">Shop</span>
    <select id="shop">${all.map(({ shop: { facts } }) => `<option value="${facts.handle}"${facts.handle === handle ? ' selected' : ''}>${escapeText(facts.name)}</option>`).join('')}</select>
  </label>
  <div class="progress" id="progress" hidden></div>
</header>
<nav class="side" aria-label="Admin">
  <ul>
    <li><a href="/store/${handle}/orders"${current('orders')}>Orders</a></li>
    <li><a href="/store/${handle}/products"${current('products')}>Products</a></li>
    <li><a href="${storefrontUrl}/" target="_blank" rel="noreferrer">View shop</a></li>
    <li><a href="/store/${handle}/themes/current/editor"${current('theme-editor')}>Theme editor</a></li>
    <li><a href="/store/${handle}/settings/checkout"${current('checkout-editor')}>Checkout editor</a></li>
  </ul>
  <h2>Apps</h2>
  <ul>
    <li><a href="${home}" id="app-home"${current('app')}>${escapeText(app.title)}</a><ul id="app-nav"></ul></li>
  </ul>
  <button type="button" id="uninstall" class="side__remove">Remove ${escapeText(app.title)} from this shop</button>
</nav>
<main>
  <div class="title-bar" id="title-bar" hidden><h1></h1><div></div></div>
  ${middle(installation, opens)}
</main>
<div class="toasts" id="toasts" role="status" aria-live="polite"></div>
<dialog class="picker" id="picker" aria-labelledby="picker-title"></dialog>
<script type="module" src="/frame/frame.js"></script>
</body>
</html>`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}

function middle(installation: Installation, opens: Opens): string {
  switch (opens.kind) {
    case 'app':
      return `<iframe id="app" name="app" title="${escapeText(installation.app.title)}" data-src="${escapeText(appAddress(installation, opens))}" allow="clipboard-write"></iframe>`
    case 'orders':
    case 'products':
    case 'theme-editor':
    case 'checkout-editor':
      return `<section class="page"><h1>${escapeText(opens.title)}</h1>${opens.html}</section>`
    case 'nothing':
      return `<section class="page"><h1>Not here</h1><p>Shopify's admin has a page at <code>${escapeText(opens.path)}</code>; this stand-in does not.</p></section>`
  }
}

/** The address that Shopify opens an embedded app with. */
function appAddress({ app, shop, now }: Installation, { path, search }: Extract<Opens, { kind: 'app' }>): string {
  const { domain, handle } = shop.facts
  const address = new URL(`${app.url}${path}${search}`)
  const said = {
    embedded: '1',
    shop: domain,
    host: Buffer.from(`admin.shopify.com/store/${handle}`).toString('base64').replace(/=+$/, ''),
    id_token: signSessionToken(app, domain, now()),
    locale: 'en',
    session: Buffer.from(handle).toString('hex'),
    timestamp: String(Math.floor(now().getTime() / 1000)),
  }
  for (const [name, value] of Object.entries(said)) address.searchParams.set(name, value)
  return address.href
}
