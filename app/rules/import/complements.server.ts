import type { Catalog } from '#app/catalog/catalog.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { MOST_PAIRINGS } from './collect-pairings.ts'
import { COMPLEMENTS, COUNT_COMPLEMENTS } from './complement-documents.ts'
import type { Pairing } from './pairing.ts'
import { readComplements, type OwnList } from './read-complements.ts'

/** What Search & Discovery shows beside products because the merchant chose it there, as far as the catalogue knows them. */
export async function fetchComplements(admin: AdminApi, catalog: Catalog, own: OwnList): Promise<Pairing[]> {
  const pairings: Pairing[] = []
  for await (const page of pagesFrom(admin, null)) {
    pairings.push(...page.flatMap((node) => readComplements(node, catalog, own) ?? []))
    if (pairings.length >= MOST_PAIRINGS) break
  }
  return pairings.slice(0, MOST_PAIRINGS)
}

/** How many products have something of theirs in Search & Discovery. */
export async function countComplements(admin: AdminApi): Promise<number> {
  return (await callAdmin(admin, COUNT_COMPLEMENTS)).metafieldDefinition?.metafieldsCount ?? 0
}

async function* pagesFrom(admin: AdminApi, after: string | null): AsyncGenerator<readonly unknown[]> {
  const { metafieldDefinition } = await callAdmin(admin, COMPLEMENTS, { after })
  if (!metafieldDefinition) return
  const { nodes, pageInfo } = metafieldDefinition.metafields
  yield nodes
  if (pageInfo.hasNextPage && pageInfo.endCursor) yield* pagesFrom(admin, pageInfo.endCursor)
}
