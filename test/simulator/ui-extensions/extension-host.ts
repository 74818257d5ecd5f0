import type { ShopState } from '../state/shop-state.ts'
import type { Visit, VisitDoor } from '../storefront/visit.ts'
import type { PageState } from './browser/page-message.ts'
import { customerResolvers } from './customer-resolvers.ts'
import { hasPage, placedBlocks } from './placed.ts'
import { readExtensions, type UiExtension } from './read-extensions.ts'
import { answerScript, drawnBy, once, wordsOf } from './scripts.ts'
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

export function openExtensionHost({ folder, schemaFolder, askOf, now }: HostOptions): ExtensionHost {
  const extensions = readExtensions(folder)
  const storefront = () =>
    once('storefront', () => loadShopperSchema(schemaFolder, 'storefront-graphql_2026-07.json.gz', storefrontResolvers))
  const account = () => once('account', () => loadShopperSchema(schemaFolder, 'customer_2026-07.json.gz', customerResolvers))

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
      return drawnBy({
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
      })
    },
    async door(visit) {
      const script = await answerScript(extensions, visit.path)
      if (script) return script
      const [, of] = /^\/ui\/(storefront|customer)\.json$/.exec(visit.path) ?? []
      if (!of || visit.request.method !== 'POST') return undefined
      const asked = (await visit.request.json()) as { query: string; variables?: Record<string, unknown> }
      return Response.json(await answerShopper(await (of === 'storefront' ? storefront() : account()), askOf(visit), asked))
    },
  }
}
