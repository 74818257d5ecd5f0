import type { Labelled } from '#app/models/labelled.ts'

export interface CountedPair {
  /** Labels, the smaller first. */
  readonly one: number
  readonly other: number
  /** Orders with both. */
  readonly together: number
  /** Buyers of those orders. */
  readonly buyers: number
}

/** Counts every two labels that at least `fewest` buyers bought in one order, in one sparse pass. */
export function* countPairs({ starts, labels, buyers, bought }: Labelled, fewest: number): Generator<CountedPair> {
  const count = bought.length
  const { ordersOf, from } = ordersByLabel(starts, labels, bought)
  const together = new Uint32Array(count)
  const buyersOf = new Uint32Array(count)
  const lastBuyer = new Int32Array(count)
  const touched = new Uint32Array(count)
  for (let one = 0; one < count; one++) {
    if (bought[one]! < fewest) continue
    let reached = 0
    for (let at = from[one]!; at < from[one + 1]!; at++) {
      const order = ordersOf[at]!
      const buyer = buyers[order]!
      for (let place = starts[order]!; place < starts[order + 1]!; place++) {
        const other = labels[place]!
        if (other <= one) continue
        if (together[other]! === 0) {
          touched[reached++] = other
          lastBuyer[other] = -1
        }
        together[other]! += 1
        // Orders of one buyer follow one another.
        if (lastBuyer[other] !== buyer) {
          lastBuyer[other] = buyer
          buyersOf[other]! += 1
        }
      }
    }
    for (const other of touched.subarray(0, reached).sort()) {
      if (buyersOf[other]! >= fewest) yield { one, other, together: together[other]!, buyers: buyersOf[other]! }
      together[other] = 0
      buyersOf[other] = 0
    }
  }
}

function ordersByLabel(starts: Uint32Array, labels: Uint32Array, bought: Uint32Array) {
  const from = new Uint32Array(bought.length + 1)
  for (const [one, orders] of bought.entries()) from[one + 1] = from[one]! + orders
  const next = from.slice(0, bought.length)
  const ordersOf = new Uint32Array(labels.length)
  for (let order = 0; order + 1 < starts.length; order++) {
    for (let place = starts[order]!; place < starts[order + 1]!; place++) ordersOf[next[labels[place]!]!++] = order
  }
  return { ordersOf, from }
}
