import type { NamedMetaobject } from '#app/commerce/metafield.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { METAOBJECTS } from './catalog-documents.ts'

const AT_ONCE = 250
/** A name that is longer is prose, not something to compare products by. */
const LONGEST = 255

/** What metaobjects are called, in asks of 250 each; those are left out that are gone or that the app may not see. Takes `read_metaobjects`. */
export async function fetchMetaobjects(admin: AdminApi, gids: readonly string[], signal: AbortSignal): Promise<NamedMetaobject[]> {
  const named: NamedMetaobject[] = []
  for (let at = 0; at < gids.length; at += AT_ONCE) {
    const { nodes } = await callAdmin(admin, METAOBJECTS, { ids: gids.slice(at, at + AT_ONCE) }, { signal })
    for (const node of nodes) {
      const name = node && 'displayName' in node ? node.displayName.trim() : ''
      if (node && 'id' in node && name !== '' && name.length <= LONGEST) named.push({ gid: node.id, name })
    }
  }
  return named
}
