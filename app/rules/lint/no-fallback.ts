import { hasPage } from '#app/catalog/eligible.ts'
import type { ShopCheck } from './check.ts'

/** Only rules may fill the slots, and there are pages of which no rule says anything. */
export const noFallback: ShopCheck = {
  kind: 'no-fallback',
  about: 'pages',
  check({ catalog, lock, rules, slotOn }) {
    if (rules.length === 0 || lock === 'open' || lock === 'off') return []
    const pages = [...catalog.products.keys()].filter((index) => hasPage(catalog.products[index]!))
    const products = pages.filter((page) => slotOn(page).length === 0)
    return products.length === 0 ? [] : [{ severity: 'hint', products, of: pages.length }]
  },
}
