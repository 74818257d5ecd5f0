import { ask } from '#app/ingest/ask.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'

const PRODUCT_TEMPLATES = `#graphql
  query ProductTemplates {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        files(filenames: ["templates/product*.json"], first: 50) {
          nodes { filename body { ... on OnlineStoreThemeFileBodyText { content } } }
        }
      }
    }
  }` as const

/** The file of our block, by which a theme names it. */
export const BLOCK = 'product-offers'
const PLACED = new RegExp(`"type":\\s*"shopify:\\\\?/\\\\?/apps\\\\?/[^"]*\\\\?/blocks\\\\?/${BLOCK}\\\\?/`)

/** Milliseconds. The merchant looks at a page meanwhile. */
const A_PAGE_WAITS = 2_000

/** Whether the published theme has our block on a product template. Undefined where the theme cannot be read. */
export async function isBlockPlaced(admin: AdminApi): Promise<boolean | undefined> {
  const { themes } = await ask(admin, PRODUCT_TEMPLATES, undefined, { patience: A_PAGE_WAITS })
  const files = themes?.nodes[0]?.files?.nodes
  if (!files) return undefined
  return files.some(({ body }) => 'content' in body && PLACED.test(body.content))
}
