import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { collectCandidates } from '#app/models/candidates/collect-candidates.ts'
import { findLookAlikes } from '#app/models/candidates/look-alikes.ts'
import type { PageLists } from '#app/models/candidates/page-lists.ts'
import { replayLast } from '#app/models/evaluation/replay-last.ts'
import { companionsOf } from '#app/models/pairs/companions.ts'
import { order } from '#app/models/ranker/ranker.ts'
import { keepModelFile, readModelFile, versionOf } from '#app/models/snapshot/model-files.server.ts'
import { writeSnapshot } from '#app/models/snapshot/snapshot.ts'
import { luckOf } from '../simulator/world/random.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { makeLog } from './models/make-log.ts'
import { signedIn } from './serve/signed-in.ts'

const BOUNDS = {
  cart_p50_us: 150,
  cart_p99_us: 1_000,
  page_p50_us: 25,
  signed_in_page_p50_us: 200,
  signed_in_home_p50_us: 200,
  load_ms: 20,
  bytes_a_product: 100,
}
const LISTED = 20
const CART = 5
/** Products of the shop whose lists are loaded. */
const LOADED = 5_000

/**
 * `--lines 1000000 --products 50000 --asks 20000`: how long it takes to rank what goes with a cart of five, by the trees that
 * made-up baskets teach, and to say what stands beside a product where every list is full; how large such lists are as bytes,
 * and how long loading them from their file takes, its checksum with it; and how long the storefront door takes
 * to choose for a signed-in customer whose lists are full, beside a product and on a page that is about none. The baseline adds up the pairs of the same carts, and does nothing with them.
 */
export const run: Bench = async (args) => {
  const { lines, products, asks } = readNumbers(args, { lines: 1_000_000, products: 50_000, asks: 20_000 })
  const log = makeLog(lines, products, 5)
  const looks = findLookAlikes(
    log.products.map((id) => `product ${id}`),
    LISTED,
  )
  const facts = { looks, prices: new Float32Array(products).fill(9) }
  const { known, space, evaluated: lessons } = replayLast(log, facts, [{ place: 'cart', known: false, unsold: false }])
  const trees = lessons.get('cart')?.fitted.tried.find(({ name }) => name === 'trees')?.ranker
  if (!trees) throw new Error('No trees were learnt')

  const luck = luckOf('carts')
  const carts = Array.from({ length: asks }, () => Array.from({ length: CART }, () => log.items[luck.below(log.items.length)]!))
  const cart = timeEach(carts, (given) => {
    collectCandidates(known, space, { given, unsold: false, customer: -1, at: log.now })
    order(trees, space)
  })
  const sums = new Float32Array(products)
  const bare = timeEach(carts, (given) => {
    for (const item of given) {
      const from = item * known.pairs.width
      for (let at = from; at < from + known.pairs.degree[item]!; at++) sums[known.pairs.neighbours[at]!]! += known.pairs.weight[at]!
    }
  })
  const companions = companionsOf(fullLists(products))
  const page = timeEach(
    carts.map(([item]) => (item! + 1) as ProductId),
    (id) => {
      if (companions(id).length !== LISTED) throw new Error('A list is not full')
    },
  )
  const { besideProducts, onHome, answer } = signedIn(asks)
  const [beside, home] = [timeEach(besideProducts, answer), timeEach(onHome, answer)]
  const bytes = writeSnapshot(fullLists(LOADED))
  const figures = {
    cart_p50_us: cart.p50,
    cart_p99_us: cart.p99,
    page_p50_us: page.p50,
    page_p99_us: page.p99,
    signed_in_page_p50_us: beside.p50,
    signed_in_page_p99_us: beside.p99,
    signed_in_home_p50_us: home.p50,
    signed_in_home_p99_us: home.p99,
    load_ms: await timeLoading(bytes),
    bytes_a_product: bytes.length / LOADED,
  }
  return {
    figures: rounded(figures),
    baseline: rounded({ add_pairs_p50_us: bare.p50, add_pairs_p99_us: bare.p99 }),
    misses: Object.entries(BOUNDS)
      .filter(([name, bound]) => figures[name as keyof typeof BOUNDS] > bound)
      .map(([name, bound]) => `${name}: ${figures[name as keyof typeof BOUNDS].toFixed(1)}, not ${bound}`),
  }
}

function timeEach<Ask>(asks: readonly Ask[], answer: (ask: Ask) => void): { readonly p50: number; readonly p99: number } {
  const took = Float64Array.from(asks, (ask) => {
    const began = performance.now()
    answer(ask)
    return (performance.now() - began) * 1_000
  }).sort()
  return { p50: took[took.length >> 1]!, p99: took[Math.floor(took.length * 0.99)]! }
}

/** Milliseconds, half of the times, until lists are there to be asked out of their file. */
async function timeLoading(bytes: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-rank-'))
  const name = { shop: 'bench.myshopify.com' as ShopId, version: versionOf(bytes) }
  try {
    await keepModelFile(folder, name, bytes)
    const took: number[] = []
    for (let time = 0; time < 50; time++) {
      const began = performance.now()
      const lists = await readModelFile(folder, name)
      if (typeof lists !== 'object' || companionsOf(lists)(1 as ProductId).length !== LISTED) throw new Error('The lists were not loaded')
      took.push(performance.now() - began)
    }
    return took.toSorted((a, b) => a - b)[took.length >> 1]!
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A shop in which twenty products stand beside each. */
function fullLists(products: number): PageLists {
  return {
    products: Float64Array.from({ length: products }, (_, at) => at + 1),
    orders: 1_000_000,
    bought: new Uint32Array(products).fill(900),
    again: new Uint16Array(products),
    starts: Uint32Array.from({ length: products + 1 }, (_, at) => at * LISTED),
    neighbours: Uint16Array.from({ length: products * LISTED }, (_, at) => (at * 31) % products),
    together: Uint16Array.from({ length: products * LISTED }, (_, at) => 300 + (at % 300)),
  }
}

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(1))]))
