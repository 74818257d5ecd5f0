import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Installation } from '../admin/installation.ts'
import { signSessionToken } from '../admin/oauth/session-token.ts'
import { readExtensions } from '../ui-extensions/read-extensions.ts'
import { answerScript } from '../ui-extensions/scripts.ts'
import { checkoutEditorAnswer } from './checkout-editor.ts'
import { extensionsAnswer } from './extensions-door.ts'
import { framePage } from './frame-page.ts'
import { ordersPage } from './orders-page.ts'
import { pickable, type PickerKind } from './picker-search.ts'
import { productsPage } from './products-page.ts'
import { scopesAnswer } from './scopes-door.ts'
import { themeEditorAnswer } from './theme-editor.ts'

interface FrameOptions {
  readonly installations: ReadonlyMap<string, Installation>
  readonly uninstall: (domain: string) => void
  readonly extensionFolder: string
  readonly uiExtensionFolder: string
  readonly adminBlockFolder: string
}

const BRIDGE_PARTS = ['talk.js', 'api.js', 'navigation.js', 'elements.js']
const SCRIPT = 'text/javascript; charset=utf-8'
const STYLES = 'text/css; charset=utf-8'

/**
 * The stand-in for Shopify's admin: `/store/<handle>` and what its pages need. On every host, since the shop is in the
 * path. Undefined for other addresses.
 */
export function frameDoor(options: FrameOptions): (request: Request) => Promise<Response | undefined> {
  const all = [...options.installations.values()]
  const adminBlocks = readExtensions(options.adminBlockFolder)
  return async (request) => {
    const url = new URL(request.url)
    switch (url.pathname) {
      case '/app-bridge.js':
        return file(`(() => {\n'use strict'\n${BRIDGE_PARTS.map((part) => read('bridge', part)).join('\n')}})()\n`, SCRIPT)
      case '/frame/frame.js':
        return file(read('frame.js'), SCRIPT)
      case '/frame/picker.js':
        return file(read('picker.js'), SCRIPT)
      case '/frame/scopes.js':
        return file(read('scopes.js'), SCRIPT)
      case '/frame/frame.css':
        return file(read('frame.css'), STYLES)
      case '/store':
      case '/admin':
        return Response.redirect(new URL(`/store/${all[0]?.shop.facts.handle}`, url), 302)
    }
    const script = await answerScript(adminBlocks, url.pathname)
    if (script) return script
    const [, handle, rest = ''] = /^\/store\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? []
    if (handle === undefined) return undefined
    const installation = all.find(({ shop }) => shop.facts.handle === handle)
    return installation ? storePage(request, url, rest, installation, all, options) : new Response('No such shop', { status: 404 })
  }
}

async function storePage(
  request: Request,
  url: URL,
  path: string,
  installation: Installation,
  all: readonly Installation[],
  { uninstall, extensionFolder, uiExtensionFolder, adminBlockFolder }: FrameOptions,
) {
  const { app, shop, now } = installation
  const { handle, domain } = shop.facts
  const appPath = /^\/apps\/[^/]+(\/.*)?$/.exec(path)
  if (appPath) return framePage({ installation, all, opens: { kind: 'app', path: appPath[1] ?? '', search: url.search } })
  if (/^\/products(\/\d+)?$/.test(path)) return productsPage(request, installation, all)
  if (/^\/orders(\/|$)/.test(path)) return ordersPage(path, installation, all, adminBlockFolder)
  switch (path) {
    case '':
    case '/':
      return Response.redirect(new URL(`/store/${handle}/apps/${app.handle}`, url), 302)
    case '/id-token':
      return new Response(signSessionToken(app, domain, now()), { headers: { 'cache-control': 'no-store' } })
    case '/pick':
      return Response.json(pickable(installation, url.searchParams.get('type') as PickerKind, url.searchParams.get('query') ?? ''))
    case '/scopes':
      return scopesAnswer(request, installation)
    case '/extensions':
      return extensionsAnswer(installation, extensionFolder, uiExtensionFolder)
    case '/uninstall':
      if (request.method !== 'POST') return new Response('Method not allowed', { status: 405 })
      uninstall(domain)
      return new Response(null, { status: 204 })
    case '/themes/current/editor':
    case '/themes/editor':
      return themeEditorAnswer(request, installation, all, extensionFolder)
    case '/settings/checkout':
      return checkoutEditorAnswer(request, installation, all, uiExtensionFolder)
    default:
      return framePage({ installation, all, opens: { kind: 'nothing', path } })
  }
}

function read(...path: string[]): string {
  return readFileSync(join(import.meta.dirname, ...path), 'utf8')
}

function file(content: string, type: string): Response {
  return new Response(content, { headers: { 'content-type': type, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' } })
}
