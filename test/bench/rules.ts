import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import type { Product } from '#app/commerce/product.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import { guardFor } from '#app/rules/resolve/guard.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { fillerOf } from '#app/slots/fill-placements.ts'
import { reviseSlots } from '#app/slots/revise-slots.ts'
import { sourcesFor } from '#app/slots/shop-context.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { makeChanges } from './rules/changes.ts'
import { makeRules } from './rules/make-rules.ts'
import { makeCatalog } from './rules/make-shop.ts'
import { tiedTo } from './rules/tied-to.ts'

const NAIVE_PRODUCTS = 1_000
const WARM_UP_PRODUCTS = 10_000
const CHANGES = 2_000
const CHANGE_MS = 10
const REPEATS = 4
const evidence = { sales: new Map(), companions: noCompanions }

interface Resolved {
  readonly seconds: number
  readonly compileSeconds: number
  readonly offers: number
  readonly pages: number
}

/**
 * `--products 100000 --rules 1000`: what every rule offers beside every product, a third of the rules joined; how that
 * grows with either; and the same by trying every product with every rule and every other product, on a small part. Seconds are those of one core.
 */
export const run: Bench = async (args) => {
  const { products, rules } = readNumbers(args, { products: 100_000, rules: 1_000 })
  const all = makeRules(rules)
  // A process that publishes has been at work for a while.
  resolveAll(makeCatalog(WARM_UP_PRODUCTS), all)
  reviseAll(makeCatalog(WARM_UP_PRODUCTS), all)
  const catalog = makeCatalog(products)
  const full = report(`${rules} rules`, catalog, all)
  const peakMb = process.resourceUsage().maxRSS / 1024
  // Only now: what is made here must not count as what the whole takes of memory.
  for (const part of [4, 2]) {
    report(`${rules} rules`, makeCatalog(Math.floor(products / part)), all)
    report('a part of the rules', makeCatalog(products), all.slice(0, Math.floor(rules / part)))
  }
  const changed = reviseAll(catalog, all)
  console.log(
    `${CHANGES} products change one by one: half of them within ${changed.change_p50_ms} ms, 9 of 10 within ${changed.change_p90_ms}, ` +
      `99 of 100 within ${changed.change_p99_ms}, all within ${changed.change_most_ms}; ${changed.change_pages} slots filled anew for each, ` +
      `${changed.changes_slow_pages} for each of the ${changed.changes_slow} above ${CHANGE_MS} ms (${changed.changes_slow_at_first} before they were repeated)`,
  )
  const naive = timed(() => naiveOffers(makeCatalog(NAIVE_PRODUCTS), all))
  // What one product touches grows with the catalogue: of a million thousands of slots.
  const bounds = products > 100_000 ? { seconds: 60, mb: 2048, slow: Infinity } : { seconds: 5, mb: Infinity, slow: 0 }
  return {
    figures: {
      products,
      rules,
      resolve_s: round(full.seconds),
      compile_s: round(full.compileSeconds),
      offers: full.offers,
      pages: full.pages,
      us_per_page: round(((full.seconds - full.compileSeconds) / products) * 1e6),
      peak_mb: Math.round(peakMb),
      ...changed,
    },
    baseline: {
      naive_1000_products_s: round(naive.seconds),
      // Every product is held against every other, so it grows with the square.
      naive_extrapolated_s: Math.round(naive.seconds * (products / NAIVE_PRODUCTS) ** 2),
    },
    misses: [
      ...(full.seconds > bounds.seconds ? [`${round(full.seconds)} s for the whole, not ${bounds.seconds}`] : []),
      ...(changed.changes_slow > bounds.slow
        ? [
            `${changed.changes_slow} of ${CHANGES} changes took longer than ${CHANGE_MS} ms; they touch ${changed.changes_slow_pages} pages each`,
          ]
        : []),
      ...(peakMb > bounds.mb ? [`${Math.round(peakMb)} MB of memory, not ${bounds.mb}`] : []),
    ],
  }
}

function report(what: string, catalog: Catalog, rules: readonly Rule[]): Resolved {
  const resolved = resolveAll(catalog, rules)
  console.log(
    `${catalog.products.length} products, ${rules.length} rules (${what}): ${resolved.seconds.toFixed(2)} s, ` +
      `${resolved.compileSeconds.toFixed(2)} s of it to compile; ${resolved.offers} offers beside ${resolved.pages} products`,
  )
  return resolved
}

function resolveAll(catalog: Catalog, rules: readonly Rule[]): Resolved {
  const start = coreSeconds()
  const resolver = resolveRules(rules, catalog, evidence, NO_BOUNDS)
  resolver.offersFor(0, 'product-page')
  for (const rule of rules) resolver.offersOf(rule, 0)
  const compiled = coreSeconds()
  let offers = 0
  let pages = 0
  for (const index of catalog.products.keys()) {
    const found = resolver.offersFor(index, 'product-page').length
    offers += found
    pages += Number(found > 0)
  }
  return { seconds: coreSeconds() - start, compileSeconds: compiled - start, offers, pages }
}

/** All slots are filled; then one product after the other changes, and the slots that this can have changed are filled anew. */
function reviseAll(catalog: Catalog, rules: readonly Rule[]) {
  const set = { rules, placements: {}, ...NO_BOUNDS }
  const sources = sourcesFor(set, { catalog, ...evidence, model: '' })
  const { resolver } = sources
  const filler = fillerOf(set, sources)
  for (const index of catalog.products.keys()) filler.beside(index)
  resolver.expectChanges()
  const change = (product: Product) => {
    const start = performance.now()
    const { size } = reviseSlots([{ product, sold: 0 }], filler, sources)
    return { ms: performance.now() - start, pages: size }
  }
  const took: { readonly ms: number; readonly pages: number }[] = []
  let slowAtFirst = 0
  for (const product of makeChanges(catalog, CHANGES)) {
    const before = resolver.products[catalog.indexOf(product.id)!]!
    let fastest = change(product)
    if (fastest.ms > CHANGE_MS) slowAtFirst += 1
    // Other work on the machine, too, makes one wait: what is slow by itself is slow again.
    for (let again = 0; fastest.ms > CHANGE_MS && again < REPEATS; again += 1) {
      change(before)
      const { ms } = change(product)
      if (ms < fastest.ms) fastest = { ...fastest, ms }
    }
    took.push(fastest)
  }
  took.sort((a, b) => a.ms - b.ms)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))]!
  const slow = took.filter(({ ms }) => ms > CHANGE_MS)
  return {
    change_p50_ms: round(at(0.5).ms),
    change_p90_ms: round(at(0.9).ms),
    change_p99_ms: round(at(0.99).ms),
    change_most_ms: round(at(1).ms),
    changes_slow_at_first: slowAtFirst,
    changes_slow: slow.length,
    changes_slow_pages: Math.round(slow.reduce((sum, { pages }) => sum + pages, 0) / Math.max(1, slow.length)),
    change_pages: round(took.reduce((sum, { pages }) => sum + pages, 0) / took.length),
  }
}

/** Every product with every rule and every other product, as plainly as possible; counts what is offered. */
function naiveOffers({ products, clock }: Catalog, rules: readonly Rule[]): number {
  let offers = 0
  for (const beside of products) {
    for (const { when, offer } of rules) {
      if (guardFor(when, beside, clock) === false) continue
      const ties = offer.joins.map((join) => tiedTo(beside, join))
      for (const product of products) {
        const isOffered =
          product !== beside &&
          whyIneligible(product) === undefined &&
          holds(offer.where, product, clock) &&
          !(offer.except && holds(offer.except, product, clock)) &&
          ties.every((isTied) => isTied?.(product) === true)
        offers += Number(isOffered)
      }
    }
  }
  return offers
}

function timed(work: () => unknown): { readonly seconds: number } {
  const start = coreSeconds()
  work()
  return { seconds: coreSeconds() - start }
}

/** What this process has had of a core: on a machine that does other things as well, the clock on the wall tells of those. */
function coreSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
