import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerBulkFile } from './admin/bulk/bulk-door.ts'
import { appNamespace, readAppConfig } from './admin/app-config.ts'
import { loadExecutableSchema } from './admin/executable-schema.ts'
import { answerGraphql } from './admin/graphql-door.ts'
import { offerApp, removeApp, type Installation } from './admin/installation.ts'
import { changeScopes } from './admin/oauth/change-scopes.ts'
import { signSessionToken } from './admin/oauth/session-token.ts'
import { answerTokenRequest } from './admin/oauth/token-door.ts'
import { allResolvers } from './admin/resolvers/resolvers.ts'
import { answerAppProxy } from './app-proxy/app-proxy-door.ts'
import { frameDoor } from './frame/frame-door.ts'
import { deployLater } from './discounts/function-host.ts'
import { close, listen } from './http-server.ts'
import { metafieldOwners } from './metafield-owners.ts'
import { recallShop, rememberShop, type ShopMemory } from './shop-memory.ts'
import type { SimulatorOptions } from './simulator-options.ts'
import { openShop } from './state/open-shop.ts'
import { shopNamedIn } from './state/shop-body.ts'
import type { AppMetafield, ShopEvent, ShopState } from './state/shop-state.ts'
import { defaultTemplates } from './storefront/json-template.ts'
import { storefrontOf, uiFolderOf } from './storefront-of.ts'
import type { Storefront } from './storefront/storefront-door.ts'
import { openTextModel, type TextModel } from './text-model/text-model.ts'
import { openWeather, type Weather } from './weather/weather.ts'
import { openCourier, type WebhookCourier } from './webhooks/webhook-courier.ts'
import { whichShop } from './which-shop.ts'

/** Shops are named by their domains; an unknown one throws. */
export interface Simulator {
  readonly url: string
  readonly shops: ReadonlyMap<string, ShopState>
  readonly installations: ReadonlyMap<string, Installation>
  readonly storefrontUrl: (domain: string) => string
  /** The app inside the admin frame; `path` within the app, such as `/rules/new`. */
  readonly adminUrl: (domain: string, path?: string) => string
  readonly productUrl: (domain: string, handle: string) => string
  readonly sessionToken: (domain: string) => string
  /** The merchant grants optional scopes, or takes them back; the app is told. */
  readonly changeScopes: (domain: string, change: 'grant' | 'revoke', scopes: readonly string[]) => void
  /** The merchant moves the app's proxy to another path of the shop, such as `/community/extras`. */
  readonly moveProxy: (domain: string, path: string) => void
  /** Shopify passes on parameters that nobody knows yet. */
  readonly sayMore: (domain: string, more: Readonly<Record<string, string>>) => void
  /** Removes the app from the shop and tells it so. */
  readonly uninstall: (domain: string) => void
  /** Tells the app of something that did not happen in the shop's state, such as `customers/redact`; the shop is named in it as Shopify does. */
  readonly tell: (domain: string, event: ShopEvent) => void
  /** The shop's weather, to be made bad at any time. */
  readonly weather: (domain: string) => Weather
  /** What the app has written into the shop and not taken away. */
  readonly appMetafields: (domain: string) => readonly AppMetafield[]
  /** Ends the app's access tokens in the shop; its refresh tokens live on. */
  readonly expireTokens: (domain: string) => void
  /** Ends every token of the app in the shop: it has to be opened again. */
  readonly revokeTokens: (domain: string) => void
  readonly webhooks: Pick<WebhookCourier, 'settled' | 'deliveries'>
  /** A text model that the app may be told to ask, beside the shops. */
  readonly textModel: TextModel
  /** Everything of every shop, by domain, to go on with after a restart. */
  readonly remember: () => Map<string, ShopMemory>
  readonly stop: () => Promise<void>
}

/** Starts the local shops behind one port. Throws an Error of one line when the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, host = '127.0.0.1', appUrl, apiKey, apiSecret, worlds, now: rightNow = () => new Date(), seed = 'weather' } = options
  const url = `http://localhost:${port}`
  const app = readAppConfig(options.appToml, { key: apiKey, secret: apiSecret, url: appUrl }, options.approval)
  const schema = await loadExecutableSchema(options.schemaFolder, allResolvers)
  const { functions: sources = [], schemaFolder } = options
  const functions = await Promise.all(sources.map((source) => deployLater(source, schemaFolder, appNamespace(app))))
  const filesFolder = await mkdtemp(join(tmpdir(), 'local-shop-'))
  const courier = openCourier(options.retryDelays)

  const installations = new Map<string, Installation>()
  const storefronts = new Map<string, Storefront>()
  for (const [at, world] of worlds.entries()) {
    const { domain, handle } = world.facts
    const weather = openWeather(`${seed}/${domain}`)
    options.weather?.(domain, weather)
    const now = weather.clockOf(rightNow)
    const shop = openShop(world, now)
    for (const one of functions) shop.functions.set(one.handle, one)
    for (const [file, content] of defaultTemplates()) shop.themeFiles.set(file, content)
    const tell = (event: ShopEvent): void => courier.send(event, installation)
    const storefrontUrl = at === 0 ? url : `http://${handle}.localhost:${port}`
    const installation: Installation = offerApp({
      app,
      shop,
      now,
      storefrontUrl,
      filesUrl: url,
      filesFolder,
      tell,
      weather,
      pixel: options.pixel,
    })
    shop.onEvent(tell)
    installations.set(domain, installation)
    const memory = options.memories?.get(domain)
    if (memory) recallShop(memory, installation)
    storefronts.set(domain, storefrontOf(installation, options))
  }
  const at = (domain: string): Installation => {
    const found = installations.get(domain)
    if (!found) throw new Error(`No shop ${domain}`)
    return found
  }
  const remove = (domain: string): void => removeApp(at(domain))
  const frame = frameDoor({
    installations,
    uninstall: remove,
    extensionFolder: options.extensionFolder,
    uiExtensionFolder: uiFolderOf(options),
    adminBlockFolder: options.adminBlockFolder ?? join(options.extensionFolder, '../admin-blocks'),
  })

  const textModel = openTextModel()
  const server = await listen(port, host, async (request) => {
    const { pathname } = new URL(request.url)
    const answered = (await answerBulkFile(request, installations.values())) ?? (await textModel.answer(request)) ?? (await frame(request))
    if (answered) return answered
    const installation = whichShop(request, installations)
    if (!installation) return new Response('No such shop', { status: 404 })
    if (pathname === '/admin/oauth/access_token' && request.method === 'POST')
      return dated(await answerTokenRequest(request, installation), installation)
    const admin = await answerGraphql(request, installation, schema)
    if (admin) return dated(admin, installation)
    const { door, draw } = storefronts.get(installation.shop.facts.domain)!
    const proxied = await answerAppProxy(request, installation, draw)
    if (proxied) return proxied
    const page = await door(request, installation.shop)
    return dated(page ?? new Response('Not found', { status: 404 }), installation)
  }).catch(async (error: Error) => {
    await rm(filesFolder, { recursive: true, force: true })
    throw error
  })

  return {
    url,
    shops: new Map([...installations].map(([domain, { shop }]) => [domain, shop])),
    installations,
    storefrontUrl: (domain) => at(domain).storefrontUrl,
    adminUrl: (domain, path = '') => `${url}/store/${at(domain).shop.facts.handle}/apps/${app.handle}${path && `/app${path}`}`,
    productUrl: (domain, handle) => `${at(domain).storefrontUrl}/products/${handle}`,
    sessionToken: (domain) => signSessionToken(app, at(domain).shop.facts.domain, at(domain).now()),
    changeScopes: (domain, change, scopes) => void changeScopes(at(domain), change, scopes),
    moveProxy: (domain, path) => void (at(domain).proxying.path = path),
    sayMore: (domain, more) => void (at(domain).proxying.more = more),
    uninstall: remove,
    tell: (domain, { topic, payload }) =>
      at(domain).tell({ topic, payload: { ...shopNamedIn(topic, { domain }), ...(payload as object) } }),
    weather: (domain) => at(domain).weather,
    appMetafields: (domain) => metafieldOwners(at(domain).shop).flatMap((owner) => ownFields(at(domain), owner)),
    expireTokens: (domain) => at(domain).tokens.expire(),
    revokeTokens: (domain) => at(domain).tokens.revokeAll(),
    textModel,
    webhooks: courier,
    remember: () => new Map([...installations].map(([domain, installation]) => [domain, rememberShop(installation)])),
    async stop() {
      courier.stop()
      await close(server)
      await rm(filesFolder, { recursive: true, force: true })
    },
  }
}

/** Says when it was answered, by Shopify's clock. */
function dated(response: Response, { now }: Installation): Response {
  if (response.type !== 'error') response.headers.set('date', now().toUTCString())
  return response
}

function ownFields({ app, shop }: Installation, owner: string): AppMetafield[] {
  return shop.metafields.of(owner).filter(({ namespace }) => namespace.startsWith(appNamespace(app)))
}
