import { packLists, type CustomerLists } from './customer-lists.ts'
import { listNext, type NextSources } from './list-next.ts'

/** A list takes about a millisecond: of more customers, those are listed who bought last. */
const MOST = 50_000

/**
 * What comes next for each customer of a log with a past, as of its `now`. `ids` are Shopify's, by the log's index. Who is held
 * out has listed what they bought, and nothing that is chosen for them.
 */
export function listCustomers(sources: NextSources, ids: Float64Array, heldOut?: Uint8Array): CustomerLists {
  const { log, trails } = sources.known.histories
  const { from, baskets } = trails
  const lastAt = (customer: number) => log.at[baskets[from[customer + 1]! - 1]!]!
  const withPast = [...ids.keys()].filter((customer) => from[customer]! < from[customer + 1]!)
  if (withPast.length > MOST) withPast.sort((a, b) => lastAt(b) - lastAt(a))
  const lists = withPast.slice(0, MOST).map((customer) => {
    const list = listNext(sources, customer, log.now)
    return [ids[customer]!, heldOut?.[customer] ? list.filter(({ kind }) => kind === 'bought') : list] as const
  })
  return packLists(lists, log.products)
}
