import type { ProductId } from '#app/commerce/ids.ts'
import type { Finding } from '#app/models/mining/mine.ts'
import type { Purchase } from '#app/signals/purchases.ts'

/** What goes with what for who only counts: the fifty pairs that share the most orders, the product that sold less leading to the other. */
export function oftenest(purchases: readonly Purchase[]): Finding[] {
  const bought = new Map<ProductId, number>()
  const together = new Map<string, number>()
  for (const { products } of purchases) {
    for (const one of products) {
      bought.set(one, (bought.get(one) ?? 0) + 1)
      for (const other of products) if (one < other) together.set(`${one} ${other}`, (together.get(`${one} ${other}`) ?? 0) + 1)
    }
  }
  return [...together]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 50)
    .map(([pair, count]) => {
      const [one, other] = (pair.split(' ').map(Number) as [ProductId, ProductId]).sort((a, b) => bought.get(a)! - bought.get(b)!) as [
        ProductId,
        ProductId,
      ]
      const counts = { together: count, first: bought.get(one)!, second: bought.get(other)!, orders: purchases.length }
      return {
        trigger: { kind: 'product', id: one },
        offered: { kind: 'product', id: other },
        counts,
        buyers: count,
        chance: 0,
        evidence: 0,
      }
    })
}
