import { callAdmin, refuseUserErrors } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { findOurMetafields, type MetafieldName } from './find-metafields.server.ts'
import { DEFINITIONS, DELETE_DEFINITION, OUR_APP } from './leave-documents.ts'
import { DELETE_METAFIELDS } from './metafield-documents.ts'
import { ourNamespace } from './our-namespace.ts'

/** Shopify's limit for the length of an input list. */
const PER_CALL = 250
const OWNER_TYPES = ['PRODUCT', 'PRODUCTVARIANT', 'COLLECTION', 'SHOP', 'API_PERMISSION'] as const

/** Told after each step how many more are gone. */
type Tell = (gone: number) => Promise<void>

/** Deletes all metafields of ours that Shopify lists. What is gone already is no error, so it can be run again. */
export async function removeMetafields(admin: AdminApi, tell: Tell, signal: AbortSignal): Promise<void> {
  for await (const found of findOurMetafields(admin, signal)) {
    for (let at = 0; at < found.length; at += PER_CALL) {
      signal.throwIfAborted()
      await tell(await deleteNamed(admin, found.slice(at, at + PER_CALL)))
    }
  }
}

/** Deletes them at once, or one by one where Shopify refuses the lot: the owner of one may have been deleted meanwhile. */
async function deleteNamed(admin: AdminApi, metafields: readonly MetafieldName[]): Promise<number> {
  const { metafieldsDelete: answer } = await callAdmin(admin, DELETE_METAFIELDS, { metafields: [...metafields] }, { repeatable: true })
  if ((answer?.userErrors ?? []).length === 0) return metafields.length
  if (metafields.length === 1) return 0
  const gone = await Promise.all(metafields.map((one) => deleteNamed(admin, [one])))
  return gone.reduce((sum, count) => sum + count, 0)
}

/** How many metafields of ours Shopify still lists. */
export async function countMetafields(admin: AdminApi, signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const found of findOurMetafields(admin, signal)) count += found.length
  return count
}

/**
 * Deletes the definitions of our namespaces. Those that the app's configuration declares cannot be deleted by the app: empty
 * by now, they are left to Shopify, which removes them with the app. Throws ShopifyRefused for any other refusal.
 */
export async function removeDefinitions(admin: AdminApi, tell: Tell): Promise<{ readonly leftToShopify: number }> {
  const { currentAppInstallation } = await callAdmin(admin, OUR_APP)
  const isOurs = ourNamespace(currentAppInstallation.app.id)
  let leftToShopify = 0
  for (const ownerType of OWNER_TYPES) {
    for (const id of await definitionsOf(admin, ownerType, isOurs)) {
      const { metafieldDefinitionDelete: answer } = await callAdmin(admin, DELETE_DEFINITION, { id }, { repeatable: true })
      const errors = answer?.userErrors ?? []
      if (errors.some(({ code }) => code === 'APP_CONFIG_MANAGED')) leftToShopify += 1
      else {
        refuseUserErrors(errors.filter(({ code }) => code !== 'NOT_FOUND'))
        await tell(1)
      }
    }
  }
  return { leftToShopify }
}

async function definitionsOf(
  admin: AdminApi,
  ownerType: string,
  isOurs: (namespace: string) => boolean,
  after: string | null = null,
): Promise<string[]> {
  const { metafieldDefinitions: page } = await callAdmin(admin, DEFINITIONS, { ownerType: ownerType as never, after })
  const ids = page.nodes.filter(({ namespace }) => isOurs(namespace)).map(({ id }) => id)
  const { hasNextPage, endCursor } = page.pageInfo
  return hasNextPage && endCursor ? [...ids, ...(await definitionsOf(admin, ownerType, isOurs, endCursor))] : ids
}
