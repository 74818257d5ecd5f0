import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { blocksIn } from './blocks-in.ts'

const TEMPLATES = `#graphql
  query Templates {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        files(filenames: ["templates/*.json"], first: 250) {
          nodes { filename body { ... on OnlineStoreThemeFileBodyText { content } } }
        }
      }
    }
  }` as const

/** The file of our block for product pages, by which a theme names it. */
export const BLOCK = 'product-offers'

/** Milliseconds. The merchant looks at a page meanwhile. */
const A_PAGE_WAITS = 2_000

/** Our blocks on each template of the published theme, by file name; one that stands twice comes twice. Undefined where it cannot be read. */
export async function placedBlocks(admin: AdminApi): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const { themes } = await callAdmin(admin, TEMPLATES, undefined, { patience: A_PAGE_WAITS })
  const files = themes?.nodes[0]?.files?.nodes
  return files && new Map(files.map(({ filename, body }) => [filename, 'content' in body ? blocksIn(body.content) : []]))
}

/** Whether the published theme has a block of ours on a product template. Undefined where the theme cannot be read. */
export async function isBlockPlaced(admin: AdminApi): Promise<boolean | undefined> {
  const placed = await placedBlocks(admin)
  return placed && [...placed].some(([template, blocks]) => template.startsWith('templates/product') && blocks.length > 0)
}
