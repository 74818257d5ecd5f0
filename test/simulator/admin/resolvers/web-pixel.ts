import { GraphQLError } from 'graphql'
import type { AppPixel } from '../../web-pixels/app-pixel.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'

interface Wanted {
  readonly settings: unknown
}

type Refusal = { readonly field: readonly string[] | null; readonly message: string; readonly code: string }

/** Shopify's codes; what the extension's configuration does not name, it does not take. */
function readSettings({ settings }: Wanted, pixel: AppPixel | undefined): Readonly<Record<string, string>> | Refusal {
  if (!pixel) return { field: ['webPixel'], message: 'No extension found', code: 'NO_EXTENSION' }
  let read: unknown
  try {
    read = typeof settings === 'string' ? JSON.parse(settings) : settings
  } catch {
    return { field: ['webPixel', 'settings'], message: 'Settings must be valid JSON', code: 'INVALID_CONFIGURATION_JSON' }
  }
  const given = Object.entries((read ?? {}) as Record<string, unknown>)
  const isFit =
    given.every(([name, value]) => pixel.fields.includes(name) && typeof value === 'string' && value !== '') &&
    pixel.fields.every((name) => given.some(([one]) => one === name))
  if (!isFit) return { field: ['webPixel', 'settings'], message: 'Settings are invalid for the extension', code: 'INVALID_SETTINGS' }
  return Object.fromEntries(given) as Record<string, string>
}

const isRefusal = (read: object): read is Refusal => 'code' in read && 'message' in read
const refuse = (userError: Refusal) => ({ webPixel: null, userErrors: [userError] })
const NOT_FOUND: Refusal = { field: ['id'], message: 'Pixel not found', code: 'NOT_FOUND' }

function put(ask: Ask, wanted: Wanted, id: string) {
  const read = readSettings(wanted, ask.installation.pixel)
  if (isRefusal(read)) return refuse(read)
  ask.installation.shop.pixel = { id, settings: read }
  return { webPixel: ask.installation.shop.pixel, userErrors: [] }
}

export const webPixelResolvers: Resolvers = {
  QueryRoot: {
    webPixel: ((_source, { id }, ask) => {
      const { pixel } = ask.installation.shop
      if (!pixel || (id && id !== pixel.id))
        throw new GraphQLError('No web pixel was found for this app.', { extensions: { code: 'RESOURCE_NOT_FOUND' } })
      return pixel
    }) satisfies Resolver<unknown, { id?: string | null }>,
  },
  Mutation: {
    webPixelCreate: ((_source, { webPixel }, ask) => {
      if (ask.installation.shop.pixel) return refuse({ field: ['webPixel'], message: 'Web pixel is taken.', code: 'TAKEN' })
      return put(ask, webPixel, `gid://shopify/WebPixel/${ask.installation.shop.installations}`)
    }) satisfies Resolver<unknown, { webPixel: Wanted }>,
    webPixelUpdate: ((_source, { id, webPixel }, ask) =>
      ask.installation.shop.pixel?.id === id ? put(ask, webPixel, id) : refuse(NOT_FOUND)) satisfies Resolver<
      unknown,
      { id: string; webPixel: Wanted }
    >,
    webPixelDelete: ((_source, { id }, ask) => {
      const { shop } = ask.installation
      if (shop.pixel?.id !== id) return { deletedWebPixelId: null, userErrors: [NOT_FOUND] }
      shop.pixel = undefined
      return { deletedWebPixelId: id, userErrors: [] }
    }) satisfies Resolver<unknown, { id: string }>,
  },
}
