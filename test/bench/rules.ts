import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import { noCompanions } from '#app/models/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import { guardFor } from '#app/rules/guard.ts'
import { resolveRules } from '#app/rules/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { makeRules } from './rules/make-rules.ts'
import { makeCatalog } from './rules/make-shop.ts'
import { tiedTo } from './rules/tied-to.ts'

const NAIVE_PRODUCTS = 1_000
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
  for (const part of [4, 2]) {
    report(`${rules} rules`, makeCatalog(Math.floor(products / part)), all)
    report('a part of the rules', makeCatalog(products), all.slice(0, Math.floor(rules / part)))
  }
  const catalog = makeCatalog(products)
  const full = report(`${rules} rules`, catalog, all)
  const peakMb = process.resourceUsage().maxRSS / 1024
  const naive = timed(() => naiveOffers(makeCatalog(NAIVE_PRODUCTS), all))
  const bounds = products > 100_000 ? { seconds: 60, mb: 2048 } : { seconds: 5, mb: Infinity }
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
    },
    baseline: {
      naive_1000_products_s: round(naive.seconds),
      // Every product is held against every other, so it grows with the square.
      naive_extrapolated_s: Math.round(naive.seconds * (products / NAIVE_PRODUCTS) ** 2),
    },
    misses: [
      ...(full.seconds > bounds.seconds ? [`${round(full.seconds)} s for the whole, not ${bounds.seconds}`] : []),
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
  resolver.offersFor(0)
  for (const rule of rules) resolver.offersOf(rule, 0)
  const compiled = coreSeconds()
  let offers = 0
  let pages = 0
  for (const index of catalog.products.keys()) {
    const found = resolver.offersFor(index).length
    offers += found
    pages += Number(found > 0)
  }
  return { seconds: coreSeconds() - start, compileSeconds: compiled - start, offers, pages }
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
