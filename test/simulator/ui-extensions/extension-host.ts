import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShopState } from '../state/shop-state.ts'
import type { Visit, VisitDoor } from '../storefront/visit.ts'
import { bundleExtension, bundleScript } from './bundle.ts'
import { customerResolvers } from './customer-resolvers.ts'
import type { PageState } from './page-state.ts'
import { hasPage, placedBlocks } from './placed.ts'
import { readExtensions, type UiExtension } from './read-extensions.ts'
import type { ShopperAsk } from './shopper-ask.ts'
import { answerShopper, loadShopperSchema } from './shopper-schema.ts'
import { storefrontResolvers } from './storefront-resolvers.ts'

/** Draws our blocks on Shopify's own pages: the built scripts, each in a worker of its own. */
export interface ExtensionHost {
  readonly extensions: readonly UiExtension[]
  /** Where a page has room for the blocks of a target; empty where none is placed or the plan has no such page. */
  room(shop: ShopState, target: string, line?: string): string
  /** What a page with such rooms ends with. `lines` is the address at which its lines are changed; absent where nothing can be. */
  script(visit: Visit, state: PageState, lines?: string): string
  readonly door: VisitDoor
}

interface HostOptions {
  readonly folder: string
  readonly schemaFolder: string
  readonly askOf: (visit: Visit) => ShopperAsk
  readonly now: () => Date
}

const SCRIPT = { headers: { 'content-type': 'text/javascript; charset=utf-8' } }
const PARTS = ['page', 'worker'] as const

export function openExtensionHost({ folder, schemaFolder, askOf, now }: HostOptions): ExtensionHost {
  const extensions = readExtensions(folder)
  const storefront = () =>
    once('storefront', () => loadShopperSchema(schemaFolder, 'storefront-graphql_2026-07.json.gz', storefrontResolvers))
  const account = () => once('account', () => loadShopperSchema(schemaFolder, 'customer_2026-07.json.gz', customerResolvers))

  async function scriptOf(file: string | undefined): Promise<string | undefined> {
    const part = PARTS.find((one) => file === `${one}.js`)
    if (part) return once(part, () => bundleScript(join(import.meta.dirname, 'browser', `${part}.ts`)))
    const extension = extensions.find(({ handle }) => file === `${handle}.js`)
    return extension && once(extension.module, () => bundleExtension(extension))
  }

  return {
    extensions,
    room(shop, target, line) {
      const placed = placedBlocks(shop.themeFiles)
      const drawn = extensions.filter((one) => one.target === target && placed[one.handle] && hasPage(shop.facts.plan, one))
      const of = line === undefined ? '' : ` data-line="${line}"`
      return drawn.map(({ handle }) => `<div class="ui-block" data-block="${handle}"${of}></div>`).join('')
    },
    script(visit, state, lines) {
      const placed = placedBlocks(visit.shop.themeFiles)
      const blocks = Object.fromEntries(
        extensions.map(({ handle, target, mayUseNetwork }) => [
          handle,
          { target, mayUseNetwork, src: `${visit.root}/cdn/ui/${handle}.js`, settings: placed[handle] ?? {} },
        ]),
      )
      const page = {
        blocks,
        state,
        locale: visit.locale,
        words: wordsOf(folder, visit.locale),
        now: now().getTime(),
        urls: {
          worker: '/cdn/ui/worker.js',
          storefront: `${visit.root}/ui/storefront.json`,
          customer: `${visit.root}/ui/customer.json`,
          lines,
        },
      }
      const json = JSON.stringify(page).replaceAll('<', '\\u003c')
      return `<script type="application/json" id="ui-page">${json}</script><script src="/cdn/ui/page.js" defer></script>`
    },
    async door(visit) {
      const [, file] = /^\/cdn\/ui\/([\w-]+\.js)$/.exec(visit.path) ?? []
      const script = await scriptOf(file)
      if (script) return new Response(script, SCRIPT)
      const [, of] = /^\/ui\/(storefront|customer)\.json$/.exec(visit.path) ?? []
      if (!of || visit.request.method !== 'POST') return undefined
      const asked = (await visit.request.json()) as { query: string; variables?: Record<string, unknown> }
      return Response.json(await answerShopper(await (of === 'storefront' ? storefront() : account()), askOf(visit), asked))
    },
  }
}

/** What takes a while to make and is the same for every shop of a process. */
const made = new Map<string, Promise<unknown>>()

function once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
  const known = made.get(name) ?? make()
  made.set(name, known)
  return known as Promise<Made>
}

/** The words of a language, and those of the first one for what it lacks. */
function wordsOf(folder: string, locale: string): Record<string, unknown> {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'locales', `${name}.json`), 'utf8')) as Record<string, unknown>
  return { ...read('en.default'), ...(locale !== 'en' && read(locale)) }
}
