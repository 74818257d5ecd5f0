import { readShopId, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { PLACE_OF, writePage, type Page } from '#app/serve/page.ts'
import { placeOf } from '#app/serve/place-of.ts'
import type { Notes } from '#app/slots/note.ts'
import { checked, VERSION_LENGTH, versionOf, withChecksum } from './checked-bytes.server.ts'
import type { CachedSnapshot, SnapshotKind } from './snapshot.server.ts'

/** Changes whenever the layout does: an older snapshot is then refused, not misread. */
const LAYOUT = 'tandem-published-2'
const LINE_END = 0x0a
const SPACE = 0x20
const TAB = 0x09
const COLON = 0x3a
const LONGEST_ID = 16
const ID = new RegExp(`^(?:0|[1-9]\\d{0,${LONGEST_ID - 1}})$`)

/** Everything that is published for one shop, in memory: one buffer, and where each page lies in it. */
export interface PublishedSnapshot extends CachedSnapshot {
  /** What is published of a product's page, or under 0 of those that are about none. */
  readonly pageOf: (product: ProductId) => Page | undefined
}

export const PUBLISHED: SnapshotKind<PublishedSnapshot> = {
  table: 'published_snapshot',
  suffix: '.published',
  versionLength: VERSION_LENGTH,
  name: 'A published snapshot',
  complaint: 'Published snapshots grow old',
  read: readPublished,
}

/**
 * A snapshot as bytes: the SHA-256 of all that follows in hex, the layout and the shop on a line each, then a line a page, by
 * rising id: `ID PAGE`, as `writePage` writes it.
 */
export function writePublished(shop: ShopId, pages: ReadonlyMap<ProductId, Notes>): Buffer {
  const lines = [...pages].sort(([a], [b]) => a - b).map(([product, notes]) => `${product} ${writePage(notes)}\n`)
  return withChecksum(Buffer.from(`\n${LAYOUT}\n${shop}\n${lines.join('')}`))
}

/** The snapshot in the bytes; a string says why they are none: cut short, altered, of another layout, not as it is written. */
export function readPublished(bytes: Buffer): PublishedSnapshot | string {
  const rest = checked(bytes)
  if (!rest) return 'its checksum does not fit'
  const [, layout, domain] = rest.subarray(0, 400).toString('latin1').split('\n', 3)
  const shop = readShopId(domain)
  if (layout !== LAYOUT || !shop) return 'of another layout'
  const lines = readLines(bytes, bytes.length - rest.length + 1 + layout.length + 1 + shop.length + 1)
  if (typeof lines === 'string') return lines
  const { ids, starts } = lines
  return {
    shop,
    version: versionOf(bytes),
    size: bytes.length + ids.byteLength + starts.byteLength,
    pageOf(product) {
      const index = placeOf(ids, product)
      const start = index === undefined ? 0 : starts[index]!
      return index === undefined ? undefined : pageIn(bytes.subarray(start, bytes.indexOf(LINE_END, start)))
    },
  }
}

function pageIn(line: Buffer): Page {
  const firstTab = line.indexOf(TAB)
  return {
    notes: () => JSON.parse(line.toString('utf8', 0, firstTab === -1 ? line.length : firstTab)) as Notes,
    standing(placement) {
      const sought = PLACE_OF[placement]
      for (let tab = firstTab; tab !== -1;) {
        const colon = line.indexOf(COLON, tab)
        const next = line.indexOf(TAB, colon)
        // Numbers of one digit, a comma between two.
        for (let at = tab + 1; at < colon; at += 2)
          if (line[at]! - 0x30 === sought) return line.toString('utf8', colon + 1, next === -1 ? line.length : next)
        tab = next
      }
      return undefined
    },
  }
}

/** The pages of the lines from `at` on, and where they begin; a string says which line is none. */
function readLines(bytes: Buffer, at: number): { readonly ids: Float64Array; readonly starts: Uint32Array } | string {
  const products: number[] = []
  const starts: number[] = []
  while (at < bytes.length) {
    const line = `its line ${products.length + 1}`
    const end = bytes.indexOf(LINE_END, at)
    if (end === -1) return `${line} does not end`
    // No product's number is longer, so that no line is looked through for what it does not have.
    const space = bytes.subarray(at, Math.min(end, at + LONGEST_ID + 1)).indexOf(SPACE)
    const written = space === -1 ? '' : bytes.toString('latin1', at, at + space)
    if (!ID.test(written)) return `${line} begins with no product`
    const product = Number(written)
    if (product <= (products.at(-1) ?? -1)) return `${line} is of a product that belongs before it`
    products.push(product)
    starts.push(at + space + 1)
    at = end + 1
  }
  return { ids: Float64Array.from(products), starts: Uint32Array.from(starts) }
}
